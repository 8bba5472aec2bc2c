import type { Part } from './document-index.ts'
import { createDocumentIndex } from './document-index.ts'
import type { Lexicon, ReadText } from './lexicon.ts'
import type { PastRequest } from './neighbours.ts'
import { type Ranker, rankDocuments, scoreDocuments } from './ranking.ts'
import type { TopicWeights } from './topic-weights.ts'
import { breather, type Pause, train } from './train.ts'

/** A text of a document, in numbers. */
export type KnownText = { document: number; part: Part; text: ReadText; weight: number }

/** How sure the engine must be before it shows any of so many documents. */
export type Threshold = (documents: number) => number

/** `weights` are used to try things out, and hold nothing of use before or after. */
type Known = { texts: readonly KnownText[]; documents: number; lexicon: Lexicon; weights: TopicWeights }

/** Documents are taken out in so many groups, solved requests in as many; a round trains without one of each. */
const groups = 6
const mostRounds = 4
const enoughQuestions = 250
const mostLessons = 6000

/**
 * What is believed before there is anything to go by, and the number of questions that weigh as much. The fewer documents,
 * the rarer is one that fits by accident. By trial: questions about something else stay below in 9 of 10 cases.
 */
const priorThreshold = (documents: number) => 0.15 * Math.sqrt(Math.min(1, documents / 100))
const priorQuestions = 20
/** Where the share of false suggestions would cost more right ones than this leaves, the right ones win. */
const leastHeard = 0.7

/**
 * How sure the engine must be before it shows anything, so that about `share` (0 … 1) of the questions that no document
 * answers get a suggestion. Such questions are made by taking documents out, training without them, and asking what they
 * had solved: questions about the same product, of which just the answer is missing. `unsolved` adds real ones.
 */
export async function calibrate(
  known: Known & { unsolved: readonly ReadText[] },
  share: number,
  pause: Pause,
): Promise<Threshold> {
  const unanswerable: number[] = []
  const answered: number[] = []
  const solved = known.texts.filter(({ part }) => part === 'solved').length
  let ranker: Ranker | undefined
  const take = breather(pause)
  for (let round = 0; round < mostRounds && solved > 0; round++) {
    if (unanswerable.length >= enoughQuestions || round * known.texts.length > mostLessons) break
    const isOut = (document: number) => document % groups === round
    const isHeldBack = ({ part }: KnownText, at: number) => part === 'solved' && at % groups === round
    ranker = await rankerWithout((text, at) => isOut(text.document) || isHeldBack(text, at), known, pause)
    for (const [at, one] of known.texts.entries()) {
      if (one.part !== 'solved' || !(isOut(one.document) || isHeldBack(one, at))) continue
      const { confidence, ranked } = rankDocuments(
        scoreDocuments(one.text, ranker, (other) => (isOut(other) ? -Infinity : 0)),
      )
      if (isOut(one.document)) unanswerable.push(confidence)
      else if (ranked.slice(0, 3).some(({ document }) => document === one.document)) answered.push(confidence)
      await take()
    }
  }
  for (const text of known.unsolved.slice(-Math.floor(unanswerable.length / 2))) {
    if (ranker && unanswerable.length > 1) unanswerable.push(rankDocuments(scoreDocuments(text, ranker)).confidence)
  }

  const safe = quantile(unanswerable, 1 - share)
  const heard = quantile(answered, 1 - leastHeard)
  return (documents) =>
    weightedMean([
      [priorThreshold(documents), priorQuestions],
      [answered.length > 0 ? Math.min(safe, heard) : safe, unanswerable.length],
    ])
}

async function rankerWithout(
  isOut: (text: KnownText, at: number) => boolean,
  { texts, documents, lexicon, weights }: Known,
  pause: Pause,
): Promise<Ranker> {
  const left = texts.filter((text, at) => !isOut(text, at))
  const index = createDocumentIndex(documents, lexicon)
  const take = breather(pause)
  for (const { document, part, text, weight } of left) {
    index.add(document, part, text, weight)
    await take()
  }
  weights.clear()
  await train(weights, left, pause)
  const past: PastRequest[][] = []
  return { index, weights, documents, titles: [], past }
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
}

function weightedMean(pairs: readonly [value: number, weight: number][]): number {
  const total = pairs.reduce((sum, [, weight]) => sum + weight, 0)
  return pairs.reduce((sum, [value, weight]) => sum + (value * weight) / total, 0)
}
