import type { AccountFigure } from './by-account.ts'
import type { Scale } from './figure.ts'
import { clamp, finitePopulationCorrection } from './margin.ts'
import { drawTowards, pseudoAnswers } from './mean.ts'
import { t95 } from './quantiles.ts'
import type { Summary } from './summary.ts'

/**
 * All that a figure over accounts needs to know of some accounts, w being what one counts for and v its voice, the mean of
 * what its people said: Σ w, Σ w², Σ w v, Σ w² v, Σ w² v², and Σ w v². Sums that a store can make, and that add up.
 */
export type VoiceSums = {
  accounts: number
  people: number
  w: number
  ww: number
  wv: number
  wwv: number
  wwvv: number
  wvv: number
}

/** The sums of several parts together; zeroes of none. */
export function addVoices(parts: readonly VoiceSums[]): VoiceSums {
  const total: VoiceSums = { accounts: 0, people: 0, w: 0, ww: 0, wv: 0, wwv: 0, wwvv: 0, wvv: 0 }
  for (const part of parts) for (const name of Object.keys(total) as (keyof VoiceSums)[]) total[name] += part[name]
  return total
}

/**
 * The figure and margin of `byAccount` from sums over the accounts in place of a list of all answers; a test holds the two
 * together. Where all accounts count alike, w is 1.
 * @param base M, how many accounts there are
 * @returns null where no account that counts was heard
 */
export function voiceFigure(sums: VoiceSums, scale: Scale, base?: number): AccountFigure | null {
  const { accounts: heard, people, w, ww, wv, wwv, wwvv } = sums
  if (heard === 0 || w <= 0) return null

  const { lowest, highest } = scale
  const value = clamp(wv / w, lowest, highest)
  const effectiveAccounts = w ** 2 / ww
  const accounts = heard + 2 * pseudoAnswers
  const usual = w / heard
  const whole = usual * accounts
  const centre = (wv + pseudoAnswers * usual * (lowest + highest)) / whole
  const squaredErrors =
    Math.max(0, wwvv - 2 * centre * wwv + centre ** 2 * ww) +
    pseudoAnswers * usual ** 2 * ((lowest - centre) ** 2 + (highest - centre) ** 2)
  const margin =
    (t95(Math.max(1, effectiveAccounts - 1)) * Math.sqrt((accounts / (accounts - 1)) * squaredErrors)) / whole
  const correction = finitePopulationCorrection(heard, base)
  return { value, ...drawTowards(value, centre, margin, correction, scale), answers: heard, people, effectiveAccounts }
}

/** Mean and variance of the voices, each counting as its account does; `answers` are accounts. */
export function voiceSummary({ accounts, w, wv, wvv }: VoiceSums): Summary {
  if (accounts === 0 || w <= 0) return { answers: 0, mean: 0, variance: 0 }
  const mean = wv / w
  return { answers: accounts, mean, variance: Math.max(0, wvv / w - mean ** 2) }
}
