import { type Features, featuresOf } from './features.ts'
import { languageOf, wordsOf } from './words.ts'

const fewestSigns = 3
/** Two signs that say as much as a word does, or are a name, such as メモ, S3 and QR; "my" and "is" are still being typed. */
const saysInTwo = /^(?:[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}]{2}|\p{L}\p{N}|\p{N}\p{L}|\p{Lu}{2})$/u
const fewestWords = 3
const longText = 25
const mostCharacters = 4000
const mostSentences = 8
const sentenceSegmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

/** Whether there is enough to go by: three letters or digits, or two of which names and whole words are made. */
export function saysSomething(text: string): boolean {
  const signs = text.match(/[\p{L}\p{N}]/gu) ?? []
  return signs.length >= fewestSigns || saysInTwo.test(signs.join(''))
}

/** A text as it can be asked: whole; and if it is long, also its first sentences each, of which one may be the question. */
export function waysToAsk(text: string, language: string): { text: string; features: Features }[] {
  const cut = text.slice(0, mostCharacters)
  const whole = featuresOf(cut, language)
  const ways = [{ text: cut, features: whole }]
  if (whole.stems.length <= longText) return ways
  for (const { segment } of [...sentenceSegmenter.segment(cut)].slice(0, mostSentences)) {
    if (saysSomething(segment)) ways.push({ text: segment, features: featuresOf(segment, language) })
  }
  return ways
}

/** Whether a text is a request rather than the beginning of one: three words of any script. */
export const isRequest = (text: string, locale = 'en'): boolean =>
  wordsOf(text.slice(0, mostCharacters), languageOf(locale)).length >= fewestWords

/**
 * Whether a text says a title, of three words at least, in its words and their order; endings may differ.
 * @param stems of the text
 * @param language by which they were stemmed
 */
export function saysTitle(stems: readonly string[], title: string, language: string): boolean {
  const wanted = featuresOf(title, language).stems
  return wanted.length >= fewestWords && ` ${stems.join(' ')} `.includes(` ${wanted.join(' ')} `)
}
