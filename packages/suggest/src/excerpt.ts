import { contentWords, stem } from './words.ts'
import type { Weight } from './weights.ts'

const longest = 160
const wordsOf = new Intl.Segmenter('en', { granularity: 'word' })

/** The sentence that shares the most telling words with the request, the first one of equals, cut to 160 characters. */
export function excerptFor(sentences: readonly string[], terms: ReadonlySet<string>, weight: Weight): string {
  let best = sentences[0] ?? ''
  let bestShared = 0
  for (const sentence of sentences) {
    const stems = new Set(contentWords(sentence).map(stem))
    const shared = [...stems].filter((term) => terms.has(term)).reduce((total, term) => total + weight(term), 0)
    if (shared > bestShared) [best, bestShared] = [sentence, shared]
  }
  return shorten(best)
}

/** Cuts between words and says so with an ellipsis. */
function shorten(sentence: string): string {
  if (sentence.length <= longest) return sentence
  let cut = 0
  for (const { index } of wordsOf.segment(sentence)) {
    if (index > longest - 1) break
    cut = index
  }
  // A single "word" longer than that has no place to cut but inside.
  return `${sentence.slice(0, cut === 0 ? longest - 1 : cut).trimEnd()}…`
}
