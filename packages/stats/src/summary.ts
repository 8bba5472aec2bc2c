/** How often a value was given. A list of them is what a count by score comes as. */
export type ValueCount = { value: number; answers: number }

/** All that a mean and its margin need to know of some answers. `variance` has the divisor n. */
export type Summary = { answers: number; mean: number; variance: number }

/** Mean and variance of answers by value; zeroes of none. */
export function summarise(counts: readonly ValueCount[]): Summary {
  const answers = counts.reduce((total, count) => total + count.answers, 0)
  if (answers === 0) return { answers: 0, mean: 0, variance: 0 }

  const mean = counts.reduce((total, count) => total + count.value * count.answers, 0) / answers
  const squares = counts.reduce((total, count) => total + count.answers * (count.value - mean) ** 2, 0)
  return { answers, mean, variance: squares / answers }
}
