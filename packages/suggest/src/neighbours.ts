import { holdAgainst, type SparseVector } from './vector.ts'

/** A request whose end is known, in numbers. */
export type PastRequest = { vector: SparseVector; weight: number; solved: boolean; personId: string | null }

/** `verdict`: −1 … 1, whether such requests were solved by the document. `alike`: how many that it solved were like this one. */
export type Precedents = { verdict: number; alike: number }

const closeEnough = 0.5
const likeEnough = 0.3
/** A document that did not help one person may be what the next one needs; only several speak against it. */
const peopleAgainst = 2

const none: readonly PastRequest[] = []

/**
 * Weighs the past requests of some documents by their likeness to a text: cubed, so that the nearest decide (a nearest
 * neighbour vote with distance weights, Dudani, "The distance-weighted k-nearest-neighbor rule", 1976).
 * @param past the requests of each document, by its number
 */
export function precedentsFor(
  text: SparseVector,
  documents: readonly number[],
  past: readonly (readonly PastRequest[])[],
): Precedents[] {
  return holdAgainst(text, (cosineWith) => documents.map((document) => weigh(past[document] ?? none, cosineWith)))
}

function weigh(past: readonly PastRequest[], cosineWith: (vector: SparseVector) => number): Precedents {
  let [votesFor, votesAgainst, alike] = [0, 0, 0]
  const against = new Set<string | null>()
  for (const { vector, weight, solved, personId } of past) {
    const likeness = cosineWith(vector)
    if (solved && likeness >= likeEnough) alike++
    if (likeness < closeEnough) continue
    if (solved) votesFor += weight * likeness ** 3
    else {
      votesAgainst += weight * likeness ** 3
      against.add(personId)
    }
  }
  if (against.size < peopleAgainst) votesAgainst = 0
  return { verdict: (votesFor - votesAgainst) / (1 + votesFor + votesAgainst), alike }
}
