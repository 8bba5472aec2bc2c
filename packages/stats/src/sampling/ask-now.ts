import { clamp } from '../margin.ts'

/** A stratum in the middle of a survey. */
export type StratumState = {
  base: number
  /** People asked so far in this wave. */
  asked: number
  answered: number
  /** Its quota of answers. */
  wanted: number
  /** 0 … 1, see {@link responseRates}. */
  responseRate: number
  /** Of those asked, who may still answer: asked a moment ago, neither answered nor dismissed. */
  pending?: number
  /** People of it who came by since the survey began, asked or not. With it quotas fill also where traffic is thin. */
  cameBy?: number
}

// Quotas are to be full when this part of the time is left: it may be a weekend, and some come late.
const reserve = 0.1
// Answers run this part of the survey's time ahead of an even pace at most: 0.05 of 14 days are 17 hours.
const lead = 0.05
// The last stretch is reckoned as this long, else the share would leap when no time is left.
const lastStretch = 0.02
// How often people come by in the whole time, as long as nobody has been counted; and the part of it that this guess lasts.
const guessedVisits = 3
const guessLasts = 0.02

/**
 * The share of a stratum that may be asked at this moment, 0 … 1, to be held against {@link inSample}: those below it are
 * asked when they come by. Heed's own rule: it takes the asks that an even pace of answers lacks a little ahead from now,
 * and opens the share by as many, the wider the fewer of the stratum come by in that time; so it grows with the days, waits
 * where answers are ahead, and catches up where they are behind. The pace is such that a tenth of the time is left at the end. It is 0 once the quota is full, or once those asked can be
 * expected to fill it, and 1 at most.
 *
 * Works on the state at hand: reckon it anew after each ask, or at least for each hundredth of the survey's time.
 * @param elapsedShare of the survey's (or wave's) time, 0 … 1; after the end as at the end
 */
export function askNow(state: StratumState, elapsedShare: number): number {
  const { base, asked, answered, wanted, responseRate, pending = 0 } = state
  const expected = answered + pending * responseRate
  if (base <= asked || expected >= wanted || responseRate <= 0) return 0

  const elapsed = clamp(elapsedShare, 0, 1)
  const lacking = (wanted * Math.min(1, (elapsed + lead) / (1 - reserve)) - expected) / responseRate
  const window = clamp(1 - elapsed, lastStretch, lead)
  const comeInWindow = 1 - Math.exp(-visitRate(state, elapsed) * window)
  return clamp((asked + lacking / comeInWindow) / base, 0, 1)
}

/** How often a person of the stratum comes by in the whole time, as if all came alike: 1 − exp(−rate · elapsed) came. */
function visitRate({ base, cameBy }: StratumState, elapsed: number): number {
  if (cameBy === undefined) return guessedVisits
  const came = Math.min(cameBy / base, 0.999)
  return (guessedVisits * guessLasts - Math.log(1 - came)) / (guessLasts + elapsed)
}
