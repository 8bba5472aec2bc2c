import type { HelpWords } from '../help-words.ts'

export const pt: HelpWords = {
  help: 'Ajuda',
  skip: 'Ir para o texto',
  searchLabel: 'O que procura?',
  search: 'Pesquisar',
  resultsFor: 'Resultados para “{text}”',
  nothingFound: 'Nada foi encontrado. Tente com menos palavras ou com outras.',
  allTopics: 'Todos os assuntos',
  otherTopics: 'Outros assuntos',
  related: 'Mais sobre este assunto',
  languages: 'Idiomas',
  changed: 'Última alteração: {date}',
  didItHelp: 'Isto ajudou?',
  yes: 'Sim',
  no: 'Não',
  thanks: 'Obrigado. A sua resposta ajuda-nos a melhorar este artigo.',
  empty: 'Ainda não há artigos.',
  notFound: 'Esta página não existe',
  notFoundWhy: 'Pode ter sido movida ou retirada. Pesquise ou veja todos os assuntos.',
  feed: 'Artigos novos e alterados',
}
