/** Two-sided 95 % quantile of the standard normal distribution. */
export const z95 = 1.959963984540054

/**
 * What a margin shrinks by when the sample is a good part of the whole: sqrt(1 − n / N), the finite-population correction
 * (Cochran, Sampling Techniques, 3rd ed., 1977, § 2.6). 1 where the base is not known, 0 once everybody answered.
 * @param answers n, how many answered
 * @param base N, how many there are to ask
 */
export function finitePopulationCorrection(answers: number, base: number | undefined): number {
  if (base === undefined) return 1
  return answers >= base ? 0 : Math.sqrt(1 - answers / base)
}

export const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value))
