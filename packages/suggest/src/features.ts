import { piecesOf } from './ngrams.ts'
import { withoutMarks } from './normalise.ts'
import { stemmerOf, stemOf } from './stem.ts'
import { wordsOf } from './words.ts'

/**
 * What is seen of a text, each with its repeats: stems, pairs of stems (next to each other or one apart), pieces of words.
 * `stemmer` made the stems (`stemmerOf`): "par" is the Turkish "para" (money) by one, the Portuguese "para" (for) by another.
 */
export type Features = { stemmer: string } & Record<Block, string[]>

export const blocks = ['stems', 'pairs', 'pieces'] as const
export type Block = (typeof blocks)[number]

/** A pasted log would only cost time. */
const mostWords = 80
const mostCharacters = 1000

/** @param language of the text, such as "de"; it chooses the stemmer */
export function featuresOf(text: string, language: string): Features {
  const words = wordsOf(text.slice(0, mostCharacters), language).slice(0, mostWords)
  const stems = words.map((word) => stemOf(word, language))
  return { stemmer: stemmerOf(language), stems, pairs: pairsOf(stems), pieces: piecesOf(words.map(withoutMarks)) }
}

function pairsOf(stems: readonly string[]): string[] {
  const pairs: string[] = []
  for (const [at, stem] of stems.entries()) {
    if (at > 0) pairs.push(`${stems[at - 1]} ${stem}`)
    if (at > 1) pairs.push(`${stems[at - 2]}  ${stem}`)
  }
  return pairs
}
