import { expect, it } from 'vitest'
import { featuresOf } from './features.ts'
import { createVocabulary } from './vocabulary.ts'

const written = {
  en: 'send reminders for unpaid invoices',
  de: 'Mahnungen für offene Rechnungen verschicken',
  ja: '請求書',
}
const vocabulary = createVocabulary(
  new Set(Object.keys(written)),
  Object.entries(written).map(([language, text]) => featuresOf(text, language)),
)

it.each([
  ['Rechnung verschickt?', 'en', 'de'],
  ['reminder of an invoice', 'de', 'en'],
  ['請求書', 'en', 'ja'],
  ['asdf', 'de', 'de'],
  ['', 'en', 'en'],
])('takes “%s” of a reader of %s for %s', (text, likeliest, language) => {
  expect(vocabulary.languageOf(text, likeliest)).toBe(language)
})
