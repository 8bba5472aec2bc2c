import type { HelpWords } from '../help-words.ts'

export const lt: HelpWords = {
  help: 'Pagalba',
  skip: 'Pereiti prie teksto',
  searchLabel: 'Ko ieškote?',
  search: 'Ieškoti',
  resultsFor: 'Rasta pagal „{text}“',
  nothingFound: 'Nieko nerasta. Pabandykite mažiau žodžių arba kitus žodžius.',
  allTopics: 'Visos temos',
  otherTopics: 'Kitos temos',
  related: 'Daugiau šia tema',
  languages: 'Kalbos',
  changed: 'Paskutinis pakeitimas: {date}',
  didItHelp: 'Ar tai padėjo?',
  yes: 'Taip',
  no: 'Ne',
  thanks: 'Ačiū. Jūsų atsakymas padeda tobulinti šį straipsnį.',
  empty: 'Straipsnių dar nėra.',
  notFound: 'Tokio puslapio čia nėra',
  notFoundWhy: 'Galbūt jis perkeltas arba pašalintas. Ieškokite jo arba peržiūrėkite visas temas.',
  feed: 'Nauji ir pakeisti straipsniai',
}
