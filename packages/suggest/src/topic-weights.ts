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
  /** Forgets all that was learned. */
  clear(): void
}

/**
 * Documents of which nothing is known, and whose odds are even, fill up to this number, and there is always one. They are
 * what a text without a known word belongs to, and what keeps two documents from sharing all texts between them.
 */
const fewestRivals = 60
export const rivalsOf = (documents: number): number => Math.max(1, fewestRivals - documents)

/** 16 MB of weights at most. More features than rows share them, which costs little (Weinberger et al., "Feature hashing for large scale multitask learning", 2009). */
const mostWeights = 2 ** 22
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

  const startOf = (text: SparseVector, at: number) => ((text.ids[at] ?? 0) % rows) * documents

  // Here the engine spends its time: plain loops, nothing made within them, and four features at a time, so that each sum
  // is fetched and put back a quarter as often.
  const sumInto = (sums: Float32Array, text: SparseVector) => {
    sums.fill(0)
    const { length } = text.ids
    let at = 0
    for (; at + 4 <= length; at += 4) {
      const one = startOf(text, at)
      const two = startOf(text, at + 1)
      const three = startOf(text, at + 2)
      const four = startOf(text, at + 3)
      const a = text.values[at] ?? 0
      const b = text.values[at + 1] ?? 0
      const c = text.values[at + 2] ?? 0
      const d = text.values[at + 3] ?? 0
      for (let other = 0; other < documents; other++) {
        sums[other] =
          (sums[other] ?? 0) +
          (a * (weights[one + other] ?? 0) + b * (weights[two + other] ?? 0)) +
          (c * (weights[three + other] ?? 0) + d * (weights[four + other] ?? 0))
      }
    }
    for (; at < length; at++) {
      const start = startOf(text, at)
      const value = text.values[at] ?? 0
      for (let other = 0; other < documents; other++)
        sums[other] = (sums[other] ?? 0) + value * (weights[start + other] ?? 0)
    }
    return sums
  }

  /** Adds the first so many of `steps` to the weights of the text's features. */
  const stepInto = (text: SparseVector, moves: number) => {
    const { length } = text.ids
    let at = 0
    for (; at + 4 <= length; at += 4) {
      const one = startOf(text, at)
      const two = startOf(text, at + 1)
      const three = startOf(text, at + 2)
      const four = startOf(text, at + 3)
      const a = text.values[at] ?? 0
      const b = text.values[at + 1] ?? 0
      const c = text.values[at + 2] ?? 0
      const d = text.values[at + 3] ?? 0
      for (let move = 0; move < moves; move++) {
        const other = moved[move] ?? 0
        const step = steps[move] ?? 0
        weights[one + other] = (weights[one + other] ?? 0) + a * step
        weights[two + other] = (weights[two + other] ?? 0) + b * step
        weights[three + other] = (weights[three + other] ?? 0) + c * step
        weights[four + other] = (weights[four + other] ?? 0) + d * step
      }
    }
    for (; at < length; at++) {
      const start = startOf(text, at)
      const value = text.values[at] ?? 0
      for (let move = 0; move < moves; move++) {
        const place = start + (moved[move] ?? 0)
        weights[place] = (weights[place] ?? 0) + value * (steps[move] ?? 0)
      }
    }
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
      stepInto(text, moves)
      return off
    },
    clear: () => void weights.fill(0),
  }
}

/** The gradient of the log-likelihood; of "not this one" only that document learns, and the rivals win. */
function stepFor(other: number, share: number, document: number | undefined, against: boolean): number {
  if (against && document !== undefined) return other === document ? -share : 0
  return (other === document ? 1 : 0) - share
}
