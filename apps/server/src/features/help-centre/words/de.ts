import type { HelpWords } from '../help-words.ts'

export const de: HelpWords = {
  help: 'Hilfe',
  skip: 'Zum Text springen',
  searchLabel: 'Wonach suchen Sie?',
  search: 'Suchen',
  resultsFor: 'Gefunden zu „{text}“',
  nothingFound: 'Nichts gefunden. Versuchen Sie es mit weniger oder anderen Wörtern.',
  allTopics: 'Alle Themen',
  otherTopics: 'Weitere Themen',
  related: 'Mehr zu diesem Thema',
  languages: 'Sprachen',
  changed: 'Zuletzt geändert am {date}',
  didItHelp: 'Hat das geholfen?',
  yes: 'Ja',
  no: 'Nein',
  thanks: 'Danke. Mit Ihrer Antwort können wir diesen Artikel verbessern.',
  empty: 'Es gibt noch keine Artikel.',
  notFound: 'Diese Seite gibt es hier nicht',
  notFoundWhy: 'Vielleicht wurde sie verschoben oder entfernt. Suchen Sie danach, oder sehen Sie alle Themen durch.',
  feed: 'Neue und geänderte Artikel',
}
