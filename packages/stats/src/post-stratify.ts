import type { WeightedNps } from '@heed/contracts'
import { clamp, finitePopulationCorrection, z95 } from './margin.ts'
import { answersIn, type NpsCounts, npsScore } from './nps.ts'

/** A part of the base, such as one plan: how many people it holds, and what those who answered said. */
export type Stratum = { base: number; counts: NpsCounts }

/**
 * The score if every stratum spoke in proportion to its size, with its 95 % margin, −100 … 100.
 *
 * Each answer weighs base ÷ answers of its stratum. Standard error by linearisation, as R's survey package (4.1) gives it:
 * sqrt((1 − n / N) · n / (n − 1) · Σ (wᵢ · eᵢ)²), where wᵢ sums to 1, eᵢ is the answer less its stratum's mean and N is the
 * whole base (Lumley, Complex Surveys, 2010, § 7.2). Effective sample size after Kish, Survey Sampling (1965): (Σw)² / Σw².
 * Strata without an answer are left out of the base that is weighted to; `coveredShare` says how much of it is left.
 * Answers in a stratum that holds nobody now represent nobody and are left out.
 *
 * The standard error knows nothing of what a stratum's only answer might have been: it is too small where strata hold one
 * or two answers, and 0 where each stratum agrees with itself.
 *
 * @returns null with fewer than two answers
 */
export function postStratify(strata: readonly Stratum[]): WeightedNps | null {
  const heard = strata.filter(({ base, counts }) => base > 0 && answersIn(counts) > 0)
  const answers = sum(heard.map(({ counts }) => answersIn(counts)))
  if (answers < 2) return null

  const base = sum(strata.map((stratum) => stratum.base))
  const covered = sum(heard.map((stratum) => stratum.base))
  const parts = heard.map((stratum) => {
    const weight = stratum.base / covered / answersIn(stratum.counts)
    const mean = npsScore(stratum.counts)
    return {
      score: weight * answersIn(stratum.counts) * mean,
      squaredWeights: weight ** 2 * answersIn(stratum.counts),
      squaredErrors: weight ** 2 * squaredDeviations(stratum.counts, mean),
    }
  })

  // Rounding may carry the sum of shares a hair past 1.
  const score = clamp(sum(parts.map((part) => part.score)), -100, 100)
  const standardError =
    finitePopulationCorrection(answers, base) *
    Math.sqrt((answers / (answers - 1)) * sum(parts.map((part) => part.squaredErrors)))
  return {
    score,
    low: clamp(score - z95 * standardError, -100, 100),
    high: clamp(score + z95 * standardError, -100, 100),
    effectiveAnswers: 1 / sum(parts.map((part) => part.squaredWeights)),
    coveredShare: covered / base,
  }
}

/** Σ (answer − mean)² over answers of +100, 0 and −100. */
const squaredDeviations = ({ promoters, passives, detractors }: NpsCounts, mean: number): number =>
  promoters * (100 - mean) ** 2 + passives * mean ** 2 + detractors * (100 + mean) ** 2

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0)
