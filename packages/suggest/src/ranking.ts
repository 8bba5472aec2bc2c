import type { DocumentIndex } from './document-index.ts'
import type { ReadText } from './lexicon.ts'
import { type PastRequest, type Precedents, precedentsFor } from './neighbours.ts'
import { rivalsOf, type TopicWeights } from './topic-weights.ts'

/**
 * Documents by their numbers, the best first; 0 … 1 how sure it is that the answer is among the first three; and the share
 * of a document of which nothing is known.
 */
export type Ranking = { ranked: Ranked[]; confidence: number; shareOfUnknown: number }

/** `share` is the chance of the document against all others, 0 … 1. */
export type Ranked = { document: number; share: number; precedents: Precedents }

export type Ranker = {
  index: DocumentIndex
  weights: TopicWeights
  documents: number
  /** The past requests of a document, by its number. */
  past: readonly (readonly PastRequest[])[]
}

// The logit is the strongest; the others help where little was learned. Chosen by trial, where neighbouring values did as well.
const worth = { cosine: 3, byWords: 2, byPieces: 2, verdict: 3 }
const mostRanked = 12
const shown = 3
const noPrecedents: Precedents = { verdict: 0, alike: 0 }

/** @param bonus added to a document's score, in log odds; −Infinity leaves it out */
export function rankDocuments(text: ReadText, ranker: Ranker, bonus: (document: number) => number = () => 0): Ranking {
  const { index, weights, documents, past } = ranker
  const logits = weights.logits(text)
  const { cosine, byWords, byPieces } = index.scores(text)
  const scores = logits.map(
    (logit, at) =>
      logit +
      bonus(at) +
      worth.cosine * (cosine[at] ?? 0) +
      worth.byWords * (byWords[at] ?? 0) +
      worth.byPieces * (byPieces[at] ?? 0),
  )
  const nearest = highest(scores, mostRanked)
  const precedents = precedentsFor(text, nearest, past)
  const candidates = nearest.map((document, place) => {
    const found = precedents[place] ?? noPrecedents
    return { document, precedents: found, score: (scores[document] ?? 0) + worth.verdict * found.verdict }
  })
  candidates.sort((a, b) => b.score - a.score || a.document - b.document)

  const total = logits.reduce(
    (sum, logit, at) => sum + (bonus(at) === -Infinity ? 0 : Math.exp(logit)),
    rivalsOf(documents),
  )
  const ranked = candidates.map(({ document, precedents: found }) => ({
    document,
    precedents: found,
    share: Math.exp((logits[document] ?? 0) + worth.verdict * Math.min(0, found.verdict)) / total,
  }))
  const ofShown = ranked.slice(0, shown).reduce((sum, { share }) => sum + share, 0)
  const nearness = Math.sqrt(Math.max(0, cosine[ranked[0]?.document ?? -1] ?? 0))
  return { ranked, confidence: ofShown * nearness, shareOfUnknown: 1 / total }
}

function highest(scores: Float32Array, most: number): number[] {
  const best: number[] = []
  for (let document = 0; document < scores.length; document++) {
    const score = scores[document] ?? 0
    if (score === -Infinity) continue
    if (best.length === most && score <= (scores[best.at(-1) ?? 0] ?? 0)) continue
    const place = best.findIndex((other) => score > (scores[other] ?? 0))
    best.splice(place < 0 ? best.length : place, 0, document)
    if (best.length > most) best.pop()
  }
  return best
}
