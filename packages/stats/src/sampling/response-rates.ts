import { clamp } from '../margin.ts'

/** What is expected before anybody was asked: one in five of those who see an in-app prompt, as if 20 had been asked. */
const beforehand = { rate: 0.2, asked: 20 }

/** How many people the common rate counts for in each stratum: at least, at most, and while strata cannot tell. */
const fewest = 10
const most = 200
const untold = 30

/**
 * The response rate to reckon with in each stratum, 0 … 1 (both excluded): its own, drawn towards that of all strata, the
 * more so the fewer were asked in it and the less strata differ. Empirical Bayes with a Beta prior: (answered + m · p) /
 * (asked + m), p the pooled rate and m from the spread between strata by moments (Kleinman, "Proportions with extraneous
 * variance: single and independent samples", JASA 68, 1973), kept within 10 … 200.
 * @param strata asked (without those still pending) and answered; rates come in the same order
 * @param expected the rate of earlier surveys, which counts for 20 people, within 0.01 … 0.99, so that asking never ends
 *   because nobody answered once; left out: 0.2
 */
export function responseRates(
  strata: readonly { asked: number; answered: number }[],
  expected: number = beforehand.rate,
): number[] {
  const seen = strata.map(({ asked, answered }) => ({ asked: Math.max(asked, answered), answered }))
  const asked = sum(seen.map((stratum) => stratum.asked))
  const answered = sum(seen.map((stratum) => stratum.answered))
  const pooled = (answered + beforehand.asked * clamp(expected, 0.01, 0.99)) / (asked + beforehand.asked)
  const weight = priorWeight(seen, pooled)
  return seen.map((stratum) => (stratum.answered + weight * pooled) / (stratum.asked + weight))
}

/** m = 1 / ρ − 1, where ρ is the share of variance that lies between strata. */
function priorWeight(strata: readonly { asked: number; answered: number }[], pooled: number): number {
  const heard = strata.filter(({ asked }) => asked > 0)
  const asked = sum(heard.map((stratum) => stratum.asked))
  const free = heard.length - 1
  if (free < 1 || asked < 10 * heard.length) return untold

  const chiSquare = sum(
    heard.map((stratum) => (stratum.answered - stratum.asked * pooled) ** 2 / (stratum.asked * pooled * (1 - pooled))),
  )
  const between = (chiSquare - free) / (asked - sum(heard.map((stratum) => stratum.asked ** 2)) / asked - free)
  return between > 0 ? clamp(1 / between - 1, fewest, most) : most
}

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0)
