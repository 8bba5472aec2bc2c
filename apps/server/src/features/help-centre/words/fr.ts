import type { HelpWords } from '../help-words.ts'

export const fr: HelpWords = {
  help: 'Aide',
  skip: 'Aller au texte',
  searchLabel: 'Que cherchez-vous ?',
  search: 'Rechercher',
  resultsFor: 'Résultats pour « {text} »',
  nothingFound: 'Aucun résultat. Essayez avec moins de mots ou d’autres mots.',
  allTopics: 'Tous les sujets',
  otherTopics: 'Autres sujets',
  related: 'Sur le même sujet',
  languages: 'Langues',
  changed: 'Dernière modification le {date}',
  didItHelp: 'Cet article vous a-t-il aidé ?',
  yes: 'Oui',
  no: 'Non',
  thanks: 'Merci. Votre réponse nous aide à améliorer cet article.',
  empty: 'Il n’y a pas encore d’articles.',
  notFound: 'Cette page n’existe pas',
  notFoundWhy: 'Elle a peut-être été déplacée ou retirée. Recherchez-la ou parcourez tous les sujets.',
  feed: 'Articles nouveaux et modifiés',
}
