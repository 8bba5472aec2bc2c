import type { Evidence } from './evidence.ts'
import { holdAgainst, type SparseVector } from './vector.ts'

/** A request whose end is known, in numbers. */
export type PastRequest = Pick<Evidence, 'solved' | 'personId' | 'by'> & { vector: SparseVector; weight: number }

/**
 * `verdict`: −1 … 1, whether such requests were solved by the document. `alike`: how many that it solved were like this one,
 * one of each person.
 */
export type Precedents = { verdict: number; alike: number }

const closeEnough = 0.5
const likeEnough = 0.3
/**
 * A document that did not help one person may be what the next one needs, and one that helped may be what this one alone
 * wanted, or wanted others to be shown: only several speak for it or against it, or a member.
 */
const fewestVoices = 2

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

/** The past requests of some documents that are very much like a text. @param past the requests of each, by its number */
export const requestsLike = (
  text: SparseVector,
  documents: readonly number[],
  past: readonly (readonly PastRequest[])[],
): { document: number; request: PastRequest }[] =>
  holdAgainst(text, (cosineWith) =>
    documents.flatMap((document) =>
      (past[document] ?? none)
        .filter(({ vector }) => cosineWith(vector) >= closeEnough)
        .map((request) => ({ document, request })),
    ),
  )

/** Whether a person said the same of a document before, in words very much like these. @param past its requests */
export function isSaidAgain(text: SparseVector, { by, personId, solved }: Evidence, past: readonly PastRequest[]) {
  if (by === 'member' || personId === null) return false
  const own = past.filter((one) => one.by === 'person' && one.personId === personId && one.solved === solved)
  if (own.length === 0) return false
  return holdAgainst(text, (cosineWith) => own.some(({ vector }) => cosineWith(vector) >= closeEnough))
}

/** Whose word it is: a person has one for a document, however often it was said; of members each is their own. */
type Votes = Map<PastRequest | string | null, number>

function weigh(past: readonly PastRequest[], cosineWith: (vector: SparseVector) => number): Precedents {
  const [votesFor, votesAgainst]: [Votes, Votes] = [new Map(), new Map()]
  const alike = new Set<PastRequest | string | null>()
  let isByMember = false
  for (const request of past) {
    const { vector, weight, solved, personId, by } = request
    const likeness = cosineWith(vector)
    const voice = by === 'member' ? request : personId
    if (solved && likeness >= likeEnough) alike.add(voice)
    if (likeness < closeEnough) continue
    if (solved && by === 'member') isByMember = true
    const votes = solved ? votesFor : votesAgainst
    votes.set(voice, Math.max(votes.get(voice) ?? 0, weight * likeness ** 3))
  }
  const inFavour = votesFor.size >= fewestVoices || isByMember ? sumOf(votesFor) : 0
  const against = votesAgainst.size >= fewestVoices ? sumOf(votesAgainst) : 0
  return { verdict: (inFavour - against) / (1 + inFavour + against), alike: alike.size }
}

const sumOf = (votes: Votes): number => [...votes.values()].reduce((sum, vote) => sum + vote, 0)
