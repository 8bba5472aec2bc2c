import type { SparseVector } from './vector.ts'

/** A text to learn from: it belongs to `document`, or (`against`) not to it, or with no number to none at all. */
export type Lesson = { text: SparseVector; document: number | undefined; against?: boolean; weight: number }

/**
 * What speaks for and against each document, learned from telling the documents' texts apart: a multinomial logistic
 * regression, fitted by stochastic gradient descent and stopped early.
 */
export type TopicWeights = {
  /** The log of the odds of each document against one of which nothing is known. */
  logits(text: SparseVector): Float32Array
  /** One step towards the lesson. @returns how far off it was before, 0 … 1 */
  learn(lesson: Lesson, rate: number): number
}

/**
 * Documents of which nothing is known, and whose odds are even, fill up to this number, and there is always one. They are
 * what a text without a known word belongs to, and what keeps two documents from sharing all texts between them.
 */
const fewestRivals = 60
export const rivalsOf = (documents: number): number => Math.max(1, fewestRivals - documents)

/** 32 MB of weights at most. More features than rows share them, which costs little (Weinberger et al., "Feature hashing for large scale multitask learning", 2009). */
const mostWeights = 2 ** 23
const roomToGrow = 1.25
/** Below this a step is left out: it would be most of the work and change next to nothing. */
const smallestStep = 1e-3

export function createTopicWeights(features: number, documents: number): TopicWeights {
  const rows = Math.max(1, Math.min(Math.ceil(features * roomToGrow), Math.floor(mostWeights / Math.max(1, documents))))
  const weights = new Float32Array(rows * documents)
  const rivals = rivalsOf(documents)
  const sums = new Float32Array(documents)
  const moved = new Int32Array(documents)
  const steps = new Float32Array(documents)

  // Here the engine spends its time: plain loops, and nothing made within them.
  const sumInto = (sums: Float32Array, text: SparseVector) => {
    sums.fill(0)
    for (let at = 0; at < text.ids.length; at++) {
      const start = ((text.ids[at] ?? 0) % rows) * documents
      const value = text.values[at] ?? 0
      for (let other = 0; other < documents; other++) {
        sums[other] = (sums[other] ?? 0) + value * (weights[start + other] ?? 0)
      }
    }
    return sums
  }

  return {
    logits: (text) => sumInto(new Float32Array(documents), text),
    learn({ text, document, against, weight }, rate) {
      sumInto(sums, text)
      let highest = 0
      for (let other = 0; other < documents; other++) highest = Math.max(highest, sums[other] ?? 0)
      let total = rivals * Math.exp(-highest)
      for (let other = 0; other < documents; other++) {
        const odds = Math.exp((sums[other] ?? 0) - highest)
        sums[other] = odds
        total += odds
      }
      let moves = 0
      let off = 0
      for (let other = 0; other < documents; other++) {
        const step = stepFor(other, (sums[other] ?? 0) / total, document, against === true)
        if (Math.abs(step) < smallestStep) continue
        off = Math.max(off, Math.abs(step))
        moved[moves] = other
        steps[moves] = step * weight * rate
        moves++
      }
      for (let at = 0; at < text.ids.length; at++) {
        const start = ((text.ids[at] ?? 0) % rows) * documents
        const value = text.values[at] ?? 0
        for (let move = 0; move < moves; move++) {
          const place = start + (moved[move] ?? 0)
          weights[place] = (weights[place] ?? 0) + value * (steps[move] ?? 0)
        }
      }
      return off
    },
  }
}

/** The gradient of the log-likelihood; of "not this one" only that document learns, and the rivals win. */
function stepFor(other: number, share: number, document: number | undefined, against: boolean): number {
  if (against && document !== undefined) return other === document ? -share : 0
  return (other === document ? 1 : 0) - share
}
