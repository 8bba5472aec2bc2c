import { clamp, finitePopulationCorrection, z95 } from './margin.ts'

/** A share with its 95 % margin, all 0 … 1. */
export type ShareWithMargin = { share: number; low: number; high: number }

/**
 * Hits out of all, with Wilson's score interval (Wilson, "Probable inference, the law of succession, and statistical
 * inference", JASA 22, 1927; method 3 in Newcombe, Statistics in Medicine 17, 1998). Its bounds stay within 0 … 1 and never
 * fall together on a small sample. With a base, the finite-population correction draws them towards the share.
 * @param base how many there are in all, of which `of` were seen; left out: unknown or without end
 * @returns null when `of` is 0
 */
export function shareWithMargin(hits: number, of: number, base?: number): ShareWithMargin | null {
  if (of === 0) return null

  const share = hits / of
  const shrink = 1 + z95 ** 2 / of
  const centre = (share + z95 ** 2 / (2 * of)) / shrink
  const margin = (z95 * Math.sqrt((share * (1 - share)) / of + z95 ** 2 / (4 * of ** 2))) / shrink
  const correction = finitePopulationCorrection(of, base)
  // At 0 and 1 a bound equals the share; rounding must not put it on the wrong side.
  return {
    share,
    low: clamp(share + (centre - margin - share) * correction, 0, share),
    high: clamp(share + (centre + margin - share) * correction, share, 1),
  }
}
