/**
 * What every figure comes as: the value, its 95 % margin, and how many answers stand behind it. `low` ≤ `value` ≤ `high`,
 * in the unit of the value: −100 … 100 for NPS, 0 … 1 for shares (CSAT), the scale's own for means (CES, ratings).
 */
export type Figure = { value: number; low: number; high: number; answers: number }

/** A figure whose answers were weighted to the base. */
export type WeightedFigure = Figure & {
  /** By linearisation, in the unit of the value. */
  standardError: number
  /** Kish's effective sample size, (Σw)² / Σw²: so many answers of equal weight would say as much. */
  effectiveAnswers: number
  /** Kish's design effect, n · Σw² / (Σw)²: 1 with equal weights, and more the more unequal they are. */
  designEffect: number
  /** Share of the base that the answers speak for, 0 … 1. The rest stands in strata that nobody answered from. */
  coveredShare: number
}

/** The lowest and the highest answer that can be given. */
export type Scale = { lowest: number; highest: number }

/** Answers counted as +100, 0 and −100. */
export const npsScale: Scale = { lowest: -100, highest: 100 }
