import { stemOf } from './stem.ts'
import { wordsOf } from './words.ts'

const longest = 160
const wordSegmenter = new Intl.Segmenter('en', { granularity: 'word' })

/** A sentence that can be shown, with its stems. */
export type Sentence = { text: string; stems: ReadonlySet<string> }

export const readSentences = (sentences: readonly string[], language: string): Sentence[] =>
  sentences.map((text) => ({ text, stems: new Set(wordsOf(text, language).map((word) => stemOf(word, language))) }))

/**
 * The sentence that shares the most telling stems with the request, the first of equals, cut to 160 characters.
 * @param weight how telling a stem is
 */
export function excerptFor(
  sentences: readonly Sentence[],
  asked: ReadonlySet<string>,
  weight: (stem: string) => number,
): string {
  let best = sentences[0]?.text ?? ''
  let mostShared = 0
  for (const { text, stems } of sentences) {
    let shared = 0
    for (const stem of asked) if (stems.has(stem)) shared += weight(stem)
    if (shared > mostShared) [best, mostShared] = [text, shared]
  }
  return shorten(best)
}

/** Cuts between words, and says so with an ellipsis. */
function shorten(sentence: string): string {
  if (sentence.length <= longest) return sentence
  const room = longest - 1
  const ends = [...wordSegmenter.segment(sentence.slice(0, longest))].map(({ index }) => index)
  const cut = ends.findLast((index) => index <= room) ?? 0
  return `${sentence.slice(0, cut === 0 ? room : cut).trimEnd()}…`
}
