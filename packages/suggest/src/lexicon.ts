import { type Block, blocks, type Features } from './features.ts'
import type { SparseVector } from './vector.ts'

/** A text in numbers. `counts` are the repeats of each id, `unknown` the number of different features never seen, by block. */
export type ReadText = SparseVector & { counts: Uint8Array; unknown: Record<Block, number> }

export type Lexicon = {
  /** How many features are known. */
  readonly size: number
  read(features: Features): ReadText
  /** The same, and from then on its features are known, as rare ones. */
  readNew(features: Features): ReadText
  /** @param stemmer by which it is a stem */
  idOfStem(stem: string, stemmer: string): number | undefined
  isPiece(id: number): boolean
  /** How telling a feature is: high for a rare one, low for one that most texts hold. */
  weight(id: number): number
  /** The weight of what was never seen. */
  readonly weightOfUnknown: number
}

/** What each kind of feature is worth in a vector, by squared length. Chosen by trial; half or double does about as well. */
const worth: Record<Block, number> = { stems: 1, pairs: 0.7, pieces: 2 }

/**
 * Learns how telling each feature is: the mean of its inverse frequency among documents and among all texts (Robertson &
 * Zaragoza, "The probabilistic relevance framework: BM25 and beyond", 2009, eq. 3.5, kept above 0). First `count` every text
 * there is to search, document by document; then `settle`, once.
 */
export function createLexicon(documents: number): {
  count(document: number, features: Features): void
  settle(): Lexicon
} {
  const ids: Record<Block, Map<string, number>> = { stems: new Map(), pairs: new Map(), pieces: new Map() }
  const isPiece: boolean[] = []
  const inTexts: number[] = []
  const inDocuments: number[] = []
  const lastDocument: number[] = []
  let texts = 0

  const idFor = (block: Block, key: string): number => {
    const known = ids[block].get(key)
    if (known !== undefined) return known
    const id = isPiece.length
    ids[block].set(key, id)
    isPiece.push(block === 'pieces')
    return id
  }

  return {
    count(document, features) {
      texts++
      for (const block of blocks) {
        for (const feature of new Set(features[block])) {
          const id = idFor(block, keyOf(block, feature, features.stemmer))
          inTexts[id] = (inTexts[id] ?? 0) + 1
          if (lastDocument[id] !== document) inDocuments[id] = (inDocuments[id] ?? 0) + 1
          lastDocument[id] = document
        }
      }
    },
    settle() {
      const weightOf = (id: number) =>
        (inverseFrequency(texts, inTexts[id] ?? 0) + inverseFrequency(documents, inDocuments[id] ?? 0)) / 2
      return lexiconOf(
        { ids, idFor, isPiece },
        Float32Array.from(isPiece, (_, id) => weightOf(id)),
        weightOf(-1),
      )
    },
  }
}

function lexiconOf(
  known: {
    ids: Record<Block, Map<string, number>>
    idFor: (block: Block, key: string) => number
    isPiece: boolean[]
  },
  weights: Float32Array,
  weightOfUnknown: number,
): Lexicon {
  const { ids, idFor, isPiece } = known
  const weight = (id: number) => weights[id] ?? weightOfUnknown

  const read = (features: Features, find: (block: Block, key: string) => number | undefined): ReadText => {
    const unknown = { stems: 0, pairs: 0, pieces: 0 }
    const found: { id: number; count: number; value: number; block: Block }[] = []
    const squares = { stems: 0, pairs: 0, pieces: 0 }
    for (const block of blocks) {
      for (const [feature, count] of countsOf(features[block])) {
        const id = find(block, keyOf(block, feature, features.stemmer))
        if (id === undefined) {
          unknown[block]++
          squares[block] += weightOfUnknown ** 2
          continue
        }
        const value = (1 + Math.log(count)) * weight(id)
        squares[block] += value ** 2
        found.push({ id, count, value, block })
      }
    }
    const total = blocks.reduce((sum, block) => sum + (squares[block] > 0 ? worth[block] : 0), 0)
    const scale = (block: Block) => Math.sqrt(worth[block] / total / squares[block])
    const scales = { stems: scale('stems'), pairs: scale('pairs'), pieces: scale('pieces') }
    return {
      ids: Int32Array.from(found, ({ id }) => id),
      values: Float32Array.from(found, ({ value, block }) => value * scales[block]),
      counts: Uint8Array.from(found, ({ count }) => Math.min(count, 255)),
      unknown,
    }
  }

  return {
    get size() {
      return isPiece.length
    },
    read: (features) => read(features, (block, key) => ids[block].get(key)),
    readNew: (features) => read(features, idFor),
    idOfStem: (stem, stemmer) => ids.stems.get(keyOf('stems', stem, stemmer)),
    isPiece: (id) => isPiece[id] ?? false,
    weight,
    weightOfUnknown,
  }
}

/** Pieces of words are the same in all languages; a stem is that of its stemmer. */
const keyOf = (block: Block, feature: string, stemmer: string): string =>
  block === 'pieces' ? feature : `${stemmer}:${feature}`

const inverseFrequency = (all: number, holding: number): number => Math.log(1 + (all - holding + 0.5) / (holding + 0.5))

function countsOf(features: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  return counts
}
