import type { WeightedNps } from '@heed/contracts'
import type { Scale, WeightedFigure } from './figure.ts'
import { npsScale } from './figure.ts'
import { clamp, finitePopulationCorrection } from './margin.ts'
import { answersIn, answerVariance, type NpsCounts, npsScore } from './nps.ts'
import { t95 } from './quantiles.ts'
import type { Summary } from './summary.ts'

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
 * The margin is the standard error times Student's t for one less than the effective answers, which holds 95 % somewhat
 * better on few answers than the normal 1.96.
 *
 * The standard error knows nothing of what a stratum's only answer might have been: it is too small where strata hold one
 * or two answers, and 0 where each stratum agrees with itself.
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

/**
 * Answers of one weight: their mean, what one of them weighs (in any unit), and Σ e², e being an answer less what its
 * strata or margins foretell.
 */
export type WeightedGroup = { answers: number; mean: number; weight: number; squaredErrors: number }

/**
 * The weighted mean with the linearised margin of {@link weightedMean}; null with fewer than two answers.
 * @param base undefined: the margin is not corrected for it
 */
export function weightedFigure(
  groups: readonly WeightedGroup[],
  { scale, base, coveredShare }: { scale: Scale; base: number | undefined; coveredShare: number },
): WeightedFigure | null {
  const answers = sum(groups.map((group) => group.answers))
  if (answers < 2) return null

  const total = sum(groups.map(({ weight, answers: each }) => weight * each))
  const squaredWeights = sum(groups.map(({ weight, answers: each }) => (weight / total) ** 2 * each))
  const squaredErrors = sum(groups.map(({ weight, squaredErrors: each }) => (weight / total) ** 2 * each))
  const standardError =
    finitePopulationCorrection(answers, base) * Math.sqrt((answers / (answers - 1)) * Math.max(0, squaredErrors))
  const margin = t95(Math.max(1, 1 / squaredWeights - 1)) * standardError
  // Rounding may carry a mean of shares a hair past the end of the scale.
  const value = clamp(
    sum(groups.map(({ weight, answers: each, mean }) => (weight / total) * each * mean)),
    scale.lowest,
    scale.highest,
  )
  return {
    value,
    low: clamp(value - margin, scale.lowest, scale.highest),
    high: clamp(value + margin, scale.lowest, scale.highest),
    answers,
    standardError,
    effectiveAnswers: 1 / squaredWeights,
    designEffect: answers * squaredWeights,
    coveredShare,
  }
}

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0)
