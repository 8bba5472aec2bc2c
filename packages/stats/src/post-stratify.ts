import type { WeightedNps } from '@heed/contracts'
import type { Scale, WeightedFigure } from './figure.ts'
import { npsScale } from './figure.ts'
import { answersIn, answerVariance, type NpsCounts, npsScore } from './nps.ts'
import type { Summary } from './summary.ts'
import { weightedFigure } from './weighted-figure.ts'

/** A part of the base, such as one plan: how many people it holds, and what those who answered said. */
export type Stratum = { base: number; counts: NpsCounts }

/** The same for answers of any kind. */
export type SummaryStratum = { base: number; summary: Summary }

/**
 * What a margin is told of the base. `corrected`, unless false, narrows it by the share of the base that answered: not where
 * people answer more than once, or where more answered than the base holds.
 */
export type Weighting = { corrected?: boolean }

/**
 * The score if every stratum spoke in proportion to its size, with its 95 % margin, −100 … 100: {@link weightedMean} of
 * promoters at +100, passives at 0 and detractors at −100.
 * @returns null with fewer than two answers
 */
export function postStratify(strata: readonly Stratum[], how?: Weighting): WeightedNps | null {
  const weighted = weightedMean(
    strata.map(({ base, counts }) => ({ base, summary: npsSummary(counts) })),
    npsScale,
    how,
  )
  if (weighted === null) return null
  const { value: score, low, high, effectiveAnswers, coveredShare } = weighted
  return { score, low, high, effectiveAnswers, coveredShare }
}

/** Mean and variance of answers counted as +100, 0 and −100. */
export function npsSummary(counts: NpsCounts): Summary {
  const answers = answersIn(counts)
  if (answers === 0) return { answers, mean: 0, variance: 0 }
  return { answers, mean: npsScore(counts), variance: answerVariance(counts) }
}

/**
 * The mean if every stratum spoke in proportion to its size (post-stratification), with its 95 % margin: of scores on their
 * scale (CES, ratings), of answers counted as 1 and 0 (CSAT and other shares), or as +100, 0 and −100 (NPS).
 *
 * Each answer weighs base ÷ answers of its stratum. Standard error by linearisation, as R's survey package (4.1) gives it:
 * sqrt((1 − n / N) · n / (n − 1) · Σ (wᵢ · eᵢ)²), where wᵢ sums to 1, eᵢ is the answer less its stratum's mean and N is the
 * whole base (Lumley, Complex Surveys, 2010, § 7.2). Effective sample size after Kish, Survey Sampling (1965): (Σw)² / Σw².
 * Strata without an answer are left out of the base that is weighted to; `coveredShare` says how much of it is left.
 * Answers in a stratum that holds nobody now represent nobody and are left out.
 *
 * The standard error knows nothing of what a stratum's only answer might have been: it is too small where strata hold one
 * or two answers, and 0 where each stratum agrees with itself. So the margin is taken around pseudo-answers: see
 * {@link weightedFigure}.
 *
 * @returns null with fewer than two answers
 */
export function weightedMean(
  strata: readonly SummaryStratum[],
  scale: Scale,
  { corrected = true }: Weighting = {},
): WeightedFigure | null {
  const heard = strata.filter(({ base, summary }) => base > 0 && summary.answers > 0)
  const base = sum(strata.map((stratum) => stratum.base))
  const covered = sum(heard.map((stratum) => stratum.base))
  return weightedFigure(
    heard.map(({ base: size, summary }) => ({
      ...summary,
      weight: size / summary.answers,
      squaredErrors: summary.answers * summary.variance,
    })),
    { scale, base: corrected ? base : undefined, coveredShare: covered / base },
  )
}

/**
 * What one answer of each stratum weighs, in their order, with a mean of 1 over all answers that count. 0 where a stratum
 * has no answer or holds nobody now.
 */
export function stratumWeights(strata: readonly { base: number; answers: number }[]): number[] {
  const heard = strata.filter(({ base, answers }) => base > 0 && answers > 0)
  const share = sum(heard.map(({ answers }) => answers)) / sum(heard.map(({ base }) => base))
  return strata.map(({ base, answers }) => (base > 0 && answers > 0 ? (share * base) / answers : 0))
}

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0)
