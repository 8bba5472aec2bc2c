import type { Weight } from './term-index.ts'
import { termsOf, wordsOf } from './words.ts'

const longest = 160
const wordSegmenter = new Intl.Segmenter('en', { granularity: 'word' })

/** The sentence that shares the most telling terms with the request, the first of equals, cut to 160 characters. */
export function excerptFor(sentences: readonly string[], asked: readonly string[], weight: Weight): string {
  let best = sentences[0] ?? ''
  let mostShared = 0
  for (const sentence of sentences) {
    const terms = new Set(termsOf(wordsOf(sentence)))
    const shared = asked.reduce((total, term) => total + (terms.has(term) ? weight(term) : 0), 0)
    if (shared > mostShared) [best, mostShared] = [sentence, shared]
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
