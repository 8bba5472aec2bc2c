import type { HelpWords } from '../help-words.ts'

export const it: HelpWords = {
  help: 'Assistenza',
  skip: 'Vai al testo',
  searchLabel: 'Che cosa cerca?',
  search: 'Cerca',
  resultsFor: 'Risultati per «{text}»',
  nothingFound: 'Nessun risultato. Provi con meno parole o con altre.',
  allTopics: 'Tutti gli argomenti',
  otherTopics: 'Altri argomenti',
  related: 'Altro su questo argomento',
  languages: 'Lingue',
  changed: 'Ultima modifica: {date}',
  didItHelp: 'È stato utile?',
  yes: 'Sì',
  no: 'No',
  thanks: 'Grazie. La sua risposta ci aiuta a migliorare questo articolo.',
  empty: 'Non ci sono ancora articoli.',
  notFound: 'Questa pagina non esiste',
  notFoundWhy: 'Forse è stata spostata o rimossa. La cerchi o scorra tutti gli argomenti.',
  feed: 'Articoli nuovi e modificati',
}
