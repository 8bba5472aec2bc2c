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
  /** What each document is called, by its number. */
  titles: readonly ReadText[]
  /** The past requests of a document, by its number. */
  past: readonly (readonly PastRequest[])[]
}

/** A text held against all documents. */
export type Scored = {
  text: ReadText
  ranker: Ranker
  logits: Float32Array
  cosine: Float32Array
  /** What documents are ranked by; −Infinity of what is left out. */
  scores: Float32Array
  /** The odds of all together, and of what is not there. */
  total: number
}

// The logit is the strongest; the others help where little was learned. Chosen by trial, where neighbouring values did as well.
const worth = { cosine: 3, byWords: 2, byPieces: 2, verdict: 3 }
const mostRanked = 12
const shown = 3
/** What is hidden and has less tells nothing. */
const leastShare = 0.01
const noPrecedents: Precedents = { verdict: 0, alike: 0 }

/** @param bonus added to a document's score, in log odds; −Infinity leaves it out */
export function scoreDocuments(text: ReadText, ranker: Ranker, bonus: (document: number) => number = () => 0): Scored {
  const { index, weights, documents } = ranker
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
  const total = logits.reduce(
    (sum, logit, at) => sum + (scores[at] === -Infinity ? 0 : Math.exp(logit)),
    rivalsOf(documents),
  )
  return { text, ranker, logits, cosine, scores, total }
}

/** Ranks documents without those that are hidden, which tell what the text is about all the same. */
export function rankDocuments(scored: Scored, isHidden: (document: number) => boolean = () => false): Ranking {
  const { text, ranker, logits, cosine, scores, total } = scored
  const nearest = highest(scores, mostRanked, (document) => !isHidden(document))
  const precedents = precedentsFor(text, nearest, ranker.past)
  const candidates = nearest.map((document, place) => {
    const found = precedents[place] ?? noPrecedents
    return { document, precedents: found, score: (scores[document] ?? 0) + worth.verdict * found.verdict }
  })
  candidates.sort((a, b) => b.score - a.score || a.document - b.document)

  const ranked = candidates.map(({ document, precedents: found }) => ({
    document,
    precedents: found,
    share: Math.exp((logits[document] ?? 0) + worth.verdict * Math.min(0, found.verdict)) / total,
  }))
  const first = ranked[0]?.document ?? -1
  const ofShown = ranked.slice(0, shown).reduce((sum, { share }) => sum + share, 0)
  const nearness = Math.sqrt(Math.max(0, cosine[first] ?? 0))
  return {
    ranked,
    confidence: (ofShown + shareOfHidden(first, scored, isHidden)) * nearness,
    shareOfUnknown: 1 / total,
  }
}

/**
 * The chance of what is hidden is that of the first which is not, so far as that would answer for it; or several versions
 * of an article that somebody may not read would keep from them the one that they may.
 */
function shareOfHidden(first: number, scored: Scored, isHidden: (document: number) => boolean): number {
  const { ranker, logits, scores, total } = scored
  return highest(scores, mostRanked, isHidden)
    .map((document) => ({ document, share: Math.exp(logits[document] ?? 0) / total }))
    .filter(({ share }) => share >= leastShare)
    .reduce((sum, { document, share }) => sum + share * likeness(document, first, ranker), 0)
}

/** How far one document would answer for another, 0 … 1: how near it is to what that one is called. */
function likeness(of: number, to: number, { titles, index }: Ranker): number {
  const title = titles[of]
  if (!title) return 0
  const { cosine } = index.scores(title)
  return Math.min(1, (cosine[to] ?? 0) / (cosine[of] || 1))
}

/** The numbers of so many documents with the highest scores, the highest first. @param counts which documents do */
export function highest(
  scores: Float32Array,
  most: number,
  counts: (document: number) => boolean = () => true,
): number[] {
  const best: number[] = []
  for (let document = 0; document < scores.length; document++) {
    const score = scores[document] ?? 0
    if (score === -Infinity || !counts(document)) continue
    if (best.length === most && score <= (scores[best.at(-1) ?? 0] ?? 0)) continue
    const place = best.findIndex((other) => score > (scores[other] ?? 0))
    best.splice(place < 0 ? best.length : place, 0, document)
    if (best.length > most) best.pop()
  }
  return best
}
