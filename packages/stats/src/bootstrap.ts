import type { Figure } from './figure.ts'
import { finitePopulationCorrection } from './margin.ts'
import { normalQuantile, normalShareBelow } from './quantiles.ts'
import { randomFrom } from './random.ts'

/**
 * A figure that no formula gives a margin for (a median, a score weighted by spend), with its 95 % margin by resampling:
 * the answers are drawn from themselves, with replacement, as many as there are, and the figure is taken anew each time.
 *
 * - `bca`, the default: quantiles corrected for bias and for a spread that changes with the figure, accelerated by the
 *   jackknife (Efron, "Better bootstrap confidence intervals", JASA 82, 1987; Efron & Tibshirani, An Introduction to the
 *   Bootstrap, 1993, § 14.3). Above 200 answers the jackknife leaves out one of 200 even groups at a time.
 * - `percentile`: the plain quantiles (§ 13.3). For medians, whose jackknife knows too little.
 *
 * Both sides shrink by √(1 − n / N). The same answers and seed give the same margin. Under a dozen answers it is too narrow.
 *
 * @param figureOf the figure of some answers, in any order; it is called `rounds` times and must not change them
 * @param rounds how often to draw, 2,000 unless told
 * @param base N, how many could have answered
 * @returns null where nobody answered
 */
export function bootstrap<T>(
  answers: readonly T[],
  figureOf: (answers: readonly T[]) => number,
  options: { seed?: number; rounds?: number; method?: 'bca' | 'percentile'; base?: number | undefined } = {},
): Figure | null {
  if (answers.length === 0) return null
  const { seed = 1, rounds = 2_000, method = 'bca', base } = options

  const value = figureOf(answers)
  const drawn = resampled(answers, figureOf, rounds, seed)
  const [lowShare, highShare] = method === 'bca' ? correctedShares(answers, figureOf, value, drawn) : [0.025, 0.975]
  const correction = finitePopulationCorrection(answers.length, base)
  return {
    value,
    low: value - Math.max(0, value - quantileOf(drawn, lowShare)) * correction,
    high: value + Math.max(0, quantileOf(drawn, highShare) - value) * correction,
    answers: answers.length,
  }
}

/** Figures of the resampled answers, in ascending order. */
function resampled<T>(
  answers: readonly T[],
  figureOf: (answers: readonly T[]) => number,
  rounds: number,
  seed: number,
): number[] {
  const random = randomFrom(seed)
  const draw = () => answers[Math.floor(random() * answers.length)] as T
  return Array.from({ length: rounds }, () => figureOf(Array.from(answers, draw))).sort((a, b) => a - b)
}

function correctedShares<T>(
  answers: readonly T[],
  figureOf: (answers: readonly T[]) => number,
  value: number,
  drawn: readonly number[],
): [number, number] {
  // Figures move in steps, so those equal to the value count half on either side.
  const below = drawn.filter((figure) => figure < value).length + drawn.filter((figure) => figure === value).length / 2
  const bias = normalQuantile(below / drawn.length)
  const speed = acceleration(answers, figureOf)
  const shareAt = (z: number) => normalShareBelow(bias + (bias + z) / (1 - speed * (bias + z)))
  return [shareAt(normalQuantile(0.025)), shareAt(normalQuantile(0.975))]
}

const mostGroups = 200

/** Σ d³ / (6 (Σ d²)^1.5) over the distances d of the figures with one group left out from their mean. */
function acceleration<T>(answers: readonly T[], figureOf: (answers: readonly T[]) => number): number {
  const groups = Math.min(answers.length, mostGroups)
  if (groups < 2) return 0

  const without = Array.from({ length: groups }, (_, group) =>
    figureOf(answers.filter((_, at) => at % groups !== group)),
  )
  const mean = without.reduce((total, figure) => total + figure, 0) / groups
  const power = (exponent: number) => without.reduce((total, figure) => total + (mean - figure) ** exponent, 0)
  const squares = power(2)
  return squares > 0 ? power(3) / (6 * squares ** 1.5) : 0
}

/** Between the two nearest of ascending values. */
function quantileOf(ascending: readonly number[], share: number): number {
  const place = share * (ascending.length - 1)
  const lower = ascending[Math.floor(place)] ?? Number.NaN
  const upper = ascending[Math.ceil(place)] ?? Number.NaN
  return lower + (upper - lower) * (place - Math.floor(place))
}
