import { z95 } from './margin.ts'

/** Two-sided 95 % quantiles of Student's t for 1 … 4 degrees of freedom, where the expansion below is not close enough. */
const smallT = [12.706204736, 4.30265273, 3.182446305, 2.776445105]

/**
 * Two-sided 95 % quantile of Student's t distribution, right to 0.0003 (and to 1e-5 from 10 degrees): Cornish and Fisher's
 * expansion, Abramowitz & Stegun, Handbook of Mathematical Functions (1964), 26.7.5.
 * @param degrees of freedom, at least 1, whole or not; below 5 a fraction is dropped, to the safe side
 */
export function t95(degrees: number): number {
  // A hair more, so that rounding of a whole number does not drop one.
  const listed = degrees < 5 ? smallT[Math.floor(degrees + 1e-9) - 1] : undefined
  if (listed !== undefined) return listed

  const z = z95
  const terms = [
    (z ** 3 + z) / 4,
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92_160,
  ]
  return terms.reduce((total, term, power) => total + term / degrees ** (power + 1), z)
}
