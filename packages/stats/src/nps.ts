import type { NpsFigure, NpsGroup } from '@heed/contracts'
import { clamp, finitePopulationCorrection, z95 } from './margin.ts'

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
 * The margin is the adjusted Wald interval, found to be among the best by Rocks, "Interval estimation for the net promoter
 * score", The American Statistician 70:4 (2016), in the line of Bonett & Price, "Adjusted Wald confidence interval for a
 * difference of binomial proportions based on paired data", J. Educational and Behavioral Statistics 37:4 (2012): three
 * pseudo-answers (¾ promoter, 1½ passive, ¾ detractor, the default of his R package NPS), then Wald. Its centre lies nearer to 0 than the score, so both
 * sides differ; the finite-population correction draws both bounds towards the score, and they meet it when everybody
 * answered. The score always lies within (of itself the interval misses a lone promoter's 100 by 1.5).
 *
 * @param base how many people could have answered; left out: unknown or without end
 */
export function npsFigure(counts: NpsCounts, base?: number): NpsFigure {
  const { promoters, passives, detractors } = counts
  const answers = answersIn(counts)
  if (answers === 0) return { score: null, low: null, high: null, answers, promoters, passives, detractors }

  const score = npsScore(counts)
  const { low, high } = adjustedWald(counts)
  const correction = finitePopulationCorrection(answers, base)
  return {
    score,
    low: clamp(score + (Math.min(low, score) - score) * correction, -100, 100),
    high: clamp(score + (Math.max(high, score) - score) * correction, -100, 100),
    answers,
    promoters,
    passives,
    detractors,
  }
}

function adjustedWald({ promoters, passives, detractors }: NpsCounts): { low: number; high: number } {
  const adjusted = { promoters: promoters + 0.75, passives: passives + 1.5, detractors: detractors + 0.75 }
  const margin = z95 * Math.sqrt(answerVariance(adjusted) / answersIn(adjusted))
  return { low: npsScore(adjusted) - margin, high: npsScore(adjusted) + margin }
}

/** Variance of one answer counted as +100, 0 or −100 (divisor n). */
function answerVariance(counts: NpsCounts): number {
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
