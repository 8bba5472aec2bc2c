import type { Lesson, TopicWeights } from './topic-weights.ts'

/** Called now and then in long work; what it returns is awaited, so that other work can go between. */
export type Pause = () => Promise<void>

const epochs = 7
const firstRate = 3
const rateKept = 0.8
/** So many steps go about as far as all epochs do. */
const late = { steps: 3, rate: 3, closeEnough: 0.7 }
const betweenPausesMs = 8

/** Goes through the lessons several times, in an order that depends on nothing but their number. */
export async function train(weights: TopicWeights, lessons: readonly Lesson[], pause: Pause): Promise<void> {
  const take = breather(pause)
  const random = seededRandom()
  const order = lessons.map((_, at) => at)
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random)
    for (const at of order) {
      const lesson = lessons[at]
      if (lesson) weights.learn(lesson, firstRate * rateKept ** epoch)
      await take()
    }
  }
}

/**
 * Takes in a lesson that comes after the training: what fits until it is known about as well, and no further, which would
 * push out what came before; of what does not fit one step, as the next to say so brings another. After each step those in
 * like words are gone over, so that each has the weight that training them all anew would give it (rehearsal: Robins,
 * "Catastrophic forgetting, rehearsal and pseudorehearsal", 1995).
 */
export function trainLate(weights: TopicWeights, lesson: Lesson, alike: readonly Lesson[]): void {
  const steps = lesson.against ? 1 : late.steps
  for (let step = 0; step < steps; step++) {
    const off = weights.learn(lesson, late.rate)
    for (const known of alike) weights.learn(known, late.rate)
    if (off < late.closeEnough) return
  }
}

/** Pauses at the start, and when there was no pause for some milliseconds. */
export function breather(pause: Pause): Pause {
  let last = Number.NEGATIVE_INFINITY
  return async () => {
    if (performance.now() - last < betweenPausesMs) return
    await pause()
    last = performance.now()
  }
}

function shuffle(order: number[], random: () => number): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    const held = order[at] ?? 0
    order[at] = order[other] ?? 0
    order[other] = held
  }
}

/** A linear congruential generator (Numerical Recipes, 7.1): the same order each time, for the same weights each time. */
function seededRandom(): () => number {
  let state = 1
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
