import { z95 } from './margin.ts'

/**
 * The score test's 95 % interval of (plus − minus) / answers, −1 … 1: all differences δ that
 * |plus − minus − n δ| ≤ z · √(n (2 q + δ (1 − δ))) does not reject, with q the likeliest share of minus if δ were true.
 *
 * It is Tango's interval, "Equivalence test and confidence interval for the difference in proportions for the paired-sample
 * design", Statistics in Medicine 17 (1998): promoters and detractors are the two kinds of discordant pairs, passives the
 * concordant ones. Rocks, "Interval estimation for the net promoter score", The American Statistician 70:4 (2016),
 * calls it the iterative score test and finds it and adjusted Wald the best. Unlike Wald's it takes its spread from the
 * score that is tested, so it keeps 95 % where nearly all answer alike and where a good part of the base has answered.
 *
 * Counts need not be whole, so that {@link effectiveSize} can stand in for a finite base.
 */
export function scoreInterval(plus: number, minus: number, answers: number): { low: number; high: number } {
  // Plus and minus change places, so that both sides are rounded alike.
  return { low: lowest(plus, minus, answers), high: -lowest(minus, plus, answers) }
}

function lowest(plus: number, minus: number, answers: number): number {
  const value = (plus - minus) / answers
  const rejects = (difference: number) =>
    (plus - minus - answers * difference) ** 2 > z95 ** 2 * varianceAt(difference, plus, minus, answers)
  return boundary(rejects, value)
}

/** n · (variance of an answer) if this were the difference, other shares being as likely as can be. */
function varianceAt(difference: number, plus: number, minus: number, answers: number): number {
  const linear = (2 * answers - plus + minus) * difference - plus - minus
  const constant = -minus * difference * (1 - difference)
  const likeliestMinus = (Math.sqrt(Math.max(0, linear ** 2 - 8 * answers * constant)) - linear) / (4 * answers)
  return Math.max(0, answers * (2 * likeliestMinus + difference * (1 - difference)))
}

/** Where it begins to reject, going down from what it accepts. Rejection grows with distance, so halving finds it. */
function boundary(rejects: (difference: number) => boolean, accepted: number): number {
  let inside = accepted
  let outside = -1
  for (let step = 0; step < 45; step++) {
    const middle = (inside + outside) / 2
    if (rejects(middle)) outside = middle
    else inside = middle
  }
  return (inside + outside) / 2
}

/**
 * How many answers from a base without end would say as much as n out of N drawn without replacement: n (N − 1) / (N − n),
 * from the variance of the hypergeometric distribution (Cochran, Sampling Techniques, 3rd ed., 1977, § 3.2).
 * Infinity once all have answered.
 */
export function effectiveSize(answers: number, base: number | undefined): number {
  if (base === undefined) return answers
  return answers >= base ? Number.POSITIVE_INFINITY : (answers * (base - 1)) / (base - answers)
}
