import type { NpsFigure, NpsGroup } from '@heed/contracts'
import type { Figure } from './figure.ts'
import { finitePopulationCorrection } from './margin.ts'
import { effectiveSize, scoreInterval } from './nps-margin.ts'

/** How many answered 9–10, 7–8 and 0–6. */
export type NpsCounts = Pick<NpsFigure, 'promoters' | 'passives' | 'detractors'>

/** @param score 0 … 10 */
export function npsGroup(score: number): NpsGroup {
  if (score >= 9) return 'promoter'
  return score >= 7 ? 'passive' : 'detractor'
}

export const answersIn = ({ promoters, passives, detractors }: NpsCounts): number => promoters + passives + detractors

/** The score of at least one answer, −100 … 100. */
export const npsScore = (counts: NpsCounts): number =>
  (100 * (counts.promoters - counts.detractors)) / answersIn(counts)

/**
 * The score with its 95 % margin, −100 … 100; null where nobody answered.
 *
 * The margin is the score interval (Tango 1998, see {@link scoreInterval}), computed as if so many had answered out of a
 * base without end as tell as much ({@link effectiveSize}). It never leaves what the people who did not answer could still
 * make of the score, so it is nothing once everybody answered. Both sides differ, and the score lies within.
 *
 * On very few answers, or where all but a handful agree, it does not hold 95 %: see {@link enoughAnswers}.
 *
 * @param base how many people could have answered; left out: unknown or without end
 */
export function npsFigure(counts: NpsCounts, base?: number): NpsFigure {
  const { promoters, passives, detractors } = counts
  const answers = answersIn(counts)
  if (answers === 0) return { score: null, low: null, high: null, answers, promoters, passives, detractors }

  const score = npsScore(counts)
  const { low, high } = marginOf(counts, base)
  return { score, low: Math.min(low, score), high: Math.max(high, score), answers, promoters, passives, detractors }
}

function marginOf(counts: NpsCounts, base: number | undefined): { low: number; high: number } {
  const answers = answersIn(counts)
  const score = npsScore(counts)
  if (base !== undefined && answers >= base) return { low: score, high: score }

  const times = effectiveSize(answers, base) / answers
  const { low, high } = scoreInterval(counts.promoters * times, counts.detractors * times, answers * times)
  if (base === undefined) return { low: 100 * low, high: 100 * high }

  // Were all the others detractors, or all promoters.
  const known = counts.promoters - counts.detractors
  return {
    low: 100 * Math.max(low, (known - (base - answers)) / base),
    high: 100 * Math.min(high, (known + (base - answers)) / base),
  }
}

/** Variance of one answer counted as +100, 0 or −100 (divisor n). */
export function answerVariance(counts: NpsCounts): number {
  const polarised = (counts.promoters + counts.detractors) / answersIn(counts)
  return Math.max(0, 10_000 * polarised - npsScore(counts) ** 2)
}

/**
 * The plain design-based standard error of the score, in points: sqrt(s² / n · (1 − n / N)) with s² over n − 1
 * (Cochran 1977, § 2.5–2.6; the same as `svymean` of R's survey package for a simple random sample).
 * Null with fewer than two answers. It is 0 when all agree: margins for people come from {@link npsFigure}.
 * @param base N, how many people could have answered
 */
export function npsStandardError(counts: NpsCounts, base?: number): number | null {
  const answers = answersIn(counts)
  if (answers < 2) return null
  return Math.sqrt(answerVariance(counts) / (answers - 1)) * finitePopulationCorrection(answers, base)
}

/** The standard deviation of an answer counted as +100, 0 or −100, in points, over n − 1; null with fewer than two. */
export function npsSpread(counts: NpsCounts): number | null {
  const answers = answersIn(counts)
  return answers < 2 ? null : Math.sqrt((answerVariance(counts) * answers) / (answers - 1))
}

/** An NPS as every other figure comes, such as for `difference`; null where nobody answered. */
export function npsAsFigure({ score, low, high, answers }: NpsFigure): Figure | null {
  return score === null || low === null || high === null ? null : { value: score, low, high, answers }
}
