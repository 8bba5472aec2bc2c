import type { HelpWords } from '../help-words.ts'

export const es: HelpWords = {
  help: 'Ayuda',
  skip: 'Ir al texto',
  searchLabel: '¿Qué busca?',
  search: 'Buscar',
  resultsFor: 'Resultados de «{text}»',
  nothingFound: 'No se ha encontrado nada. Pruebe con menos palabras o con otras.',
  allTopics: 'Todos los temas',
  otherTopics: 'Otros temas',
  related: 'Más sobre este tema',
  languages: 'Idiomas',
  changed: 'Última modificación: {date}',
  didItHelp: '¿Le ha servido?',
  yes: 'Sí',
  no: 'No',
  thanks: 'Gracias. Su respuesta nos ayuda a mejorar este artículo.',
  empty: 'Todavía no hay artículos.',
  notFound: 'Esta página no existe',
  notFoundWhy: 'Puede que se haya movido o retirado. Búsquela o consulte todos los temas.',
  feed: 'Artículos nuevos y modificados',
}
