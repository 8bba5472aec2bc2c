import { blocks } from './features.ts'
import type { Lexicon, ReadText } from './lexicon.ts'

/** What a text is to its document. A title says more than a sentence of the body. */
export type Part = 'title' | 'body' | 'solved'

/** Each document against a text, by its number: cosine to its centroid, and BM25F by words and by pieces; all 0 … 1. */
export type DocumentScores = { cosine: Float32Array; byWords: Float32Array; byPieces: Float32Array }

export type DocumentIndex = {
  add(document: number, part: Part, text: ReadText, weight: number): void
  /** Takes out what was added with the same arguments. */
  remove(document: number, part: Part, text: ReadText, weight: number): void
  /** Gives back the memory that rows took to grow by. */
  trim(): void
  scores(text: ReadText): DocumentScores
  holds(document: number, id: number): boolean
}

/**
 * A feature in the documents that hold it, three numbers each: document, value in its centroid, weighted count. In one plain
 * array, since there are so many rows that three arrays each would take twice the memory.
 */
type Row = number[]
const perDocument = 3

const partWeight: Record<Part, { centroid: number; count: number }> = {
  title: { centroid: 1, count: 2 },
  body: { centroid: 0.7, count: 1 },
  solved: { centroid: 1, count: 1 },
}
const saturation = 1.2
const lengthShare = 0.4

/**
 * Which document holds how much of each feature. Two measures come of it: the cosine between a text and the sum of all
 * texts of a document (Rocchio, "Relevance feedback in information retrieval", 1971), and BM25F (Robertson & Zaragoza, 2009,
 * section 3.6), divided by the most that the text could get, so that it can be compared between texts.
 */
export function createDocumentIndex(documents: number, lexicon: Lexicon): DocumentIndex {
  const rows: (Row | undefined)[] = []
  const squaredLength = new Float64Array(documents)
  const lengths = { words: new Float64Array(documents), pieces: new Float64Array(documents) }

  const change = (document: number, part: Part, text: ReadText, weight: number) => {
    let square = 0
    for (let at = 0; at < text.ids.length; at++) {
      const id = text.ids[at] ?? 0
      const row = rows[id] ?? []
      rows[id] = row
      const place = placeFor(row, document)
      const value = row[place + 1] ?? 0
      const more = weight * partWeight[part].centroid * (text.values[at] ?? 0)
      const count = weight * partWeight[part].count * (text.counts[at] ?? 0)
      square += more * (2 * value + more)
      row[place + 1] = value + more
      row[place + 2] = Math.max(0, (row[place + 2] ?? 0) + count)
      const length = lexicon.isPiece(id) ? lengths.pieces : lengths.words
      length[document] = Math.max(0, (length[document] ?? 0) + count)
    }
    squaredLength[document] = Math.max(0, (squaredLength[document] ?? 0) + square)
  }

  return {
    add: change,
    remove: (document, part, text, weight) => change(document, part, text, -weight),
    trim() {
      for (const [id, row] of rows.entries()) if (row) rows[id] = row.slice()
    },
    scores(text) {
      const scores = {
        cosine: new Float32Array(documents),
        byWords: new Float32Array(documents),
        byPieces: new Float32Array(documents),
      }
      const best = { words: 0, pieces: 0 }
      for (const block of blocks) {
        best[block === 'pieces' ? 'pieces' : 'words'] += text.unknown[block] * lexicon.weightOfUnknown
      }
      const mean = { words: meanOf(lengths.words), pieces: meanOf(lengths.pieces) }
      for (let at = 0; at < text.ids.length; at++) {
        const id = text.ids[at] ?? 0
        const kind = lexicon.isPiece(id) ? 'pieces' : 'words'
        const weight = lexicon.weight(id)
        best[kind] += weight
        const row = rows[id]
        if (row)
          addRow(
            row,
            text.values[at] ?? 0,
            weight,
            kind === 'pieces' ? scores.byPieces : scores.byWords,
            lengths[kind],
            mean[kind],
            scores.cosine,
          )
      }
      for (let document = 0; document < documents; document++) {
        scores.cosine[document] = quotient(scores.cosine[document], Math.sqrt(squaredLength[document] ?? 0))
        scores.byWords[document] = quotient(scores.byWords[document], best.words)
        scores.byPieces[document] = quotient(scores.byPieces[document], best.pieces)
      }
      return scores
    },
    holds(document, id) {
      const row = rows[id] ?? []
      return (row[placeOf(row, document) + 2] ?? 0) > 0
    },
  }
}

function addRow(
  row: Row,
  value: number,
  weight: number,
  bm25: Float32Array,
  lengths: Float64Array,
  mean: number,
  cosine: Float32Array,
): void {
  for (let place = 0; place < row.length; place += perDocument) {
    const document = row[place] ?? 0
    const count = (row[place + 2] ?? 0) / (1 - lengthShare + (lengthShare * (lengths[document] ?? 0)) / mean)
    cosine[document] = (cosine[document] ?? 0) + value * (row[place + 1] ?? 0)
    bm25[document] = (bm25[document] ?? 0) + (weight * count) / (count + saturation)
  }
}

function placeFor(row: Row, document: number): number {
  const place = placeOf(row, document)
  if (place < row.length) return place
  row.push(document, 0, 0)
  return place
}

/** Where the document stands in the row, or would. Texts come document by document, so the last place is the likely one. */
function placeOf(row: Row, document: number): number {
  for (let place = row.length - perDocument; place >= 0; place -= perDocument) {
    if (row[place] === document) return place
  }
  return row.length
}

const meanOf = (lengths: Float64Array) => lengths.reduce((sum, length) => sum + length, 0) / lengths.length || 1

const quotient = (amount: number | undefined, whole: number): number => (whole > 0 ? (amount ?? 0) / whole : 0)
