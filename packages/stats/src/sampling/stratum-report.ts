import { type ShareWithMargin, shareWithMargin } from '../share.ts'

/** Less is heard of a stratum than its part of the base, as much as chance would give, or more. */
export type Heard = 'under' | 'even' | 'over'

export type StratumCounts = { key: string; base: number; asked: number; answered: number; wanted: number }

export type StratumRow = StratumCounts & {
  /** Wilson's interval; null where nobody was asked. */
  responseRate: ShareWithMargin | null
  stillWanted: number
  /** Share of all answers ÷ share of the base: 1 is even; null where there is no answer at all, or nobody in the stratum. */
  heardRatio: number | null
  heard: Heard
}

/**
 * What a sample looks like by stratum, in the order given. `heard` is other than even only beyond chance: the exact
 * binomial test of answers against the share of the base (from 2,000 answers on the normal approximation with continuity
 * correction), at 5 % for all strata together (Holm, "A simple sequentially rejective multiple test procedure",
 * Scandinavian Journal of Statistics 6, 1979). Quotas with a floor hear small strata more on purpose; weighting evens it.
 */
export function stratumReport(strata: readonly StratumCounts[]): StratumRow[] {
  const base = sum(strata.map((stratum) => stratum.base))
  const answered = sum(strata.map((stratum) => stratum.answered))
  const chances = strata.map((stratum) => chanceOf(stratum.answered, answered, base > 0 ? stratum.base / base : 0))
  const beyondChance = rejectedByHolm(chances)
  return strata.map((stratum, index) => {
    const ratio = answered > 0 && stratum.base > 0 ? stratum.answered / answered / (stratum.base / base) : null
    return {
      ...stratum,
      responseRate: shareWithMargin(Math.min(stratum.answered, stratum.asked), stratum.asked),
      stillWanted: Math.max(0, stratum.wanted - stratum.answered),
      heardRatio: ratio,
      heard: ratio === null || !beyondChance[index] ? 'even' : ratio < 1 ? 'under' : 'over',
    }
  })
}

/** Two-sided p: twice the smaller tail, at most 1. */
function chanceOf(hits: number, of: number, share: number): number {
  if (of === 0 || share <= 0 || share >= 1) return 1
  if (of > 2000) {
    const off = Math.max(0, Math.abs(hits - of * share) - 0.5) / Math.sqrt(of * share * (1 - share))
    return 2 * normalTail(off)
  }
  const { upTo, from } = binomialTails(hits, of, share)
  return Math.min(1, 2 * Math.min(upTo, from))
}

/** P(X ≤ hits) and P(X ≥ hits). The terms follow from each other; in logarithms, as the first may be below what a number holds. */
function binomialTails(hits: number, of: number, share: number): { upTo: number; from: number } {
  const odds = Math.log(share / (1 - share))
  let term = of * Math.log(1 - share)
  let [upTo, from] = [0, 0]
  for (let count = 0; count <= of; count++) {
    if (count <= hits) upTo += Math.exp(term)
    if (count >= hits) from += Math.exp(term)
    term += Math.log((of - count) / (count + 1)) + odds
  }
  return { upTo, from }
}

/** P(Z > z), z ≥ 0: Abramowitz & Stegun, Handbook of Mathematical Functions (1964), 26.2.17; off by 7.5e-8 at most. */
function normalTail(z: number): number {
  const t = 1 / (1 + 0.2316419 * z)
  const polynomial = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return (Math.exp(-(z ** 2) / 2) / Math.sqrt(2 * Math.PI)) * polynomial
}

/** From the least likely on, until one is not beyond 5 % ÷ those left. */
function rejectedByHolm(chances: number[]): boolean[] {
  const rejected = chances.map(() => false)
  const byChance = chances.map((chance, index) => ({ chance, index })).sort((a, b) => a.chance - b.chance)
  for (const [rank, { chance, index }] of byChance.entries()) {
    if (chance > 0.05 / (chances.length - rank)) break
    rejected[index] = true
  }
  return rejected
}

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0)
