import { fewestAnswers } from './enough-answers.ts'
import type { Figure } from './figure.ts'
import { z95 } from './margin.ts'

/**
 * What can be said of a change: `up` or `down` when its margin leaves 0 out, `chance` when a change of 0 is within it,
 * `too_few` when one of the two rests on too few answers to say anything.
 */
export type ChangeVerdict = 'up' | 'down' | 'chance' | 'too_few'

/** `to` less `from` with its 95 % margin, in the unit of the figures. */
export type Difference = { change: number; low: number; high: number; verdict: ChangeVerdict }

/**
 * The difference of two figures that rest on different answers (two segments without a common member, or two periods), its
 * margin put together from theirs: low = d − √((b − b_low)² + (a_high − a)²), high = d + √((b_high − b)² + (a − a_low)²) with
 * d = b − a. It is Newcombe's square-and-add, "Interval estimation for the difference between independent proportions",
 * Statistics in Medicine 17 (1998), method 10; for any two figures Zou & Donner, "Construction of confidence intervals about
 * effect measures: a general approach", Statistics in Medicine 27 (2008), MOVER. It keeps what is uneven in both margins.
 *
 * @param enough whether both margins hold; left out: both have 12 answers or more. For NPS give `enoughAnswers` of both.
 */
export function difference(
  from: Figure,
  to: Figure,
  enough = from.answers >= fewestAnswers && to.answers >= fewestAnswers,
): Difference {
  const change = to.value - from.value
  const low = change - Math.hypot(to.value - to.low, from.high - from.value)
  const high = change + Math.hypot(to.high - to.value, from.value - from.low)
  return { change, low, high, verdict: enough ? verdictOf(low, high) : 'too_few' }
}

function verdictOf(low: number, high: number): ChangeVerdict {
  if (low > 0) return 'up'
  return high < 0 ? 'down' : 'chance'
}

/** Quantile of the standard normal distribution that leaves 20 % above: power 80 %. */
const z80 = 0.8416212335729143

/**
 * The smallest true change between two surveys of this size that a comparison would find in four of five cases:
 * (1.96 + 0.84) · s · √(2 / n_e · (1 − n / N)), two-sided at 5 % with power 80 % (Cohen, Statistical Power Analysis for the
 * Behavioral Sciences, 2nd ed., 1988, § 2.4; finite-population correction as in Cochran 1977, § 2.6). 0 once all answer.
 * @param answers n, in each of the two
 * @param spread s, the standard deviation of an answer, in the unit of the figure: for NPS `npsSpread`
 * @param effective n_e, Kish's effective number of them where they do not count alike; left out: n
 * @param base N, how many could answer; left out: unknown or without end
 * @returns null with no answers
 */
export function smallestVisibleChange(size: {
  answers: number
  effective?: number
  spread: number
  base?: number | undefined
}): number | null {
  const { answers, effective = answers, spread, base } = size
  if (answers <= 0 || effective <= 0) return null
  const unseen = base === undefined ? 1 : Math.max(0, 1 - answers / base)
  return (z95 + z80) * spread * Math.sqrt((2 / effective) * unseen)
}
