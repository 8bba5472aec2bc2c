import { describe, expect, it } from 'vitest'
import { type Language, tabLabels } from '../loader/languages.ts'
import { languages, placeholder, textsIn } from './testing.ts'

/** The marks that open and close a quotation. Hebrew has one for both. */
const quotes: Record<Language, string> = {
  en: '“”',
  de: '„“',
  fr: '«»',
  es: '«»',
  it: '«»',
  pt: '“”',
  tr: '“”',
  lt: '„“',
  ar: '«»',
  he: '״״',
  ru: '«»',
  ja: '「」',
}
const anyQuote = /["'‘“”„‚«»‹›״「」『』]/g

/** What no text of the language may hold. */
const faults: Partial<Record<Language, RegExp>> = {
  // A narrow space that does not break before ? and ;, a full one before : and inside of « ».
  fr: /(?<!\u202f)[?;]|(?<!\u00a0)[:»]|«(?!\u00a0)/,
  // A question begins with a mark of its own.
  es: /^[^¿]*\?|\?[^¿]*\?|¿[^?]*$/,
  ar: /[?,;]/,
  ja: /[?:;,.()]|[？！、。]\s/,
}

/** The longest word that still fits beside a button on a phone. */
const longestWord = 22

const faulty = (language: Language, isWrong: (text: string) => boolean) =>
  [...textsIn(language), ['tab', tabLabels[language]]].filter(([, text]) => isWrong(`${text}`))

describe.each(languages)('a text of “%s”', (language) => {
  it('is not empty, and has no space too many', () => {
    expect(faulty(language, (text) => !text.trim() || text !== text.trim() || /\s\s/.test(text))).toEqual([])
  })

  it('says nothing loudly', () => {
    expect(faulty(language, (text) => /[!！¡]/.test(text))).toEqual([])
  })

  it('is set with the marks of its language', () => {
    const [open = '', close = ''] = quotes[language]
    const pairs = new RegExp(`^(${open}${close})*$`)

    expect(faulty(language, (text) => text.includes('...'))).toEqual([])
    expect(faulty(language, (text) => !pairs.test((text.match(anyQuote) ?? []).join('')))).toEqual([])
    expect(faulty(language, (text) => faults[language]?.test(text) ?? false)).toEqual([])
  })

  it('leaves its direction to the page', () => {
    // Marks, embeddings, overrides and isolates.
    expect(faulty(language, (text) => /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(text))).toEqual([])
  })

  it('has no word that is too long for a button', () => {
    // Japanese breaks anywhere.
    const words = (text: string) => (language === 'ja' ? [] : text.replace(placeholder, ' ').split(/[\s\p{P}]+/u))

    expect(faulty(language, (text) => words(text).some((word) => word.length > longestWord))).toEqual([])
  })
})
