import { clamp, z95 } from '../margin.ts'

/**
 * The standard deviation of an NPS answer (+100, 0 or −100) to reckon with before there are answers, in points. It is at
 * most 100 · sqrt(1 − share of passives), so 90 holds whenever a fifth answers 7 or 8, however the others are split.
 */
export const cautiousSpread = 90

/**
 * How many answers give a 95 % margin of ± so many points:
 * n₀ = deff · (z · s / margin)², n = n₀ / (1 + n₀ / N), rounded up (Cochran, Sampling Techniques, 3rd ed., 1977, § 4.4, 4.6;
 * design effect after Kish, Survey Sampling, 1965, § 8.2).
 * @param marginPoints half the width wanted, in points of the figure, above 0
 * @param base N, how many there are to ask
 * @param spread s, the standard deviation of one answer in points, from past answers; left out: {@link cautiousSpread}
 * @param designEffect of the quotas and weights, see {@link designEffect}; left out: 1
 * @returns at most the base
 */
export function answersForMargin(plan: {
  marginPoints: number
  base: number
  spread?: number
  designEffect?: number
}): number {
  const { marginPoints, base, spread = cautiousSpread, designEffect = 1 } = plan
  if (base <= 0) return 0
  const withoutEnd = designEffect * ((z95 * spread) / marginPoints) ** 2
  // A hair less, so that rounding does not ask for one answer more than a whole number.
  return clamp(Math.ceil(withoutEnd / (1 + withoutEnd / base) - 1e-9), 1, base)
}

/**
 * The other way round: ± how many points so many answers give.
 * @returns 0 once everybody answered, null without an answer
 */
export function marginOfAnswers(plan: {
  answers: number
  base: number
  spread?: number
  designEffect?: number
}): number | null {
  const { answers, base, spread = cautiousSpread, designEffect = 1 } = plan
  if (answers <= 0) return null
  return z95 * spread * Math.sqrt((designEffect / answers) * Math.max(0, 1 - answers / base))
}
