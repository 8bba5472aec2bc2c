import type { Claims } from './claims.ts'
import type { Bounds } from './value-meets.ts'

/**
 * Deeds by number from 1 on, those of each person one behind the other. What is asked of a deed lies in 16 bytes side by
 * side, which the processor fetches at once.
 */
export type Chains = {
  count: number
  /** By deed, the place of who did it. */
  doers: Int32Array
  /** By place of a person, the deed that their others come before; nought: they did nothing. */
  last: Int32Array
  /** At twice the number of a deed, when it was done, in milliseconds since 1970. */
  moments: Float64Array
  /**
   * The same memory. At four times the number of a deed and 2, the one before it by the same person; nought: there is
   * none. The order means nothing. At 3, what it says (`DeedTexts`).
   */
  words: Int32Array
}
export const beforeAt = (deed: number) => 4 * deed + 2
export const saysAt = (deed: number) => 4 * deed + 3

/** What a deed says: twice a value, and one more where somebody only claims to be whom it names. */
export const valueSaid = (said: number): number => said >> 1
export const isClaimed = (said: number): boolean => (said & 1) === 1
/** What an answer without a score says, as a value; of all others the value is one more than the score. */
export const noScore = 0
export const valueOfScore = (score: number): number => score + 1
export const scoreOfValue = (value: number): number => value - 1

/** After one moment and up to another, in milliseconds since 1970. */
export type Span = { after: number; upTo: number }

/** Whoever did it so often, with such a value: each themselves, and whoever claimed to be them while they did. */
export function timesBetween(
  places: Int32Array,
  chains: Chains,
  span: Span,
  values: Bounds,
  { from, to }: Bounds,
  claims: Claims,
): Uint8Array {
  const held = new Uint8Array(places.length)
  const claimed = claims.isClaimed
  for (let at = 0; at < held.length; at++) {
    const place = places[at] as number
    let times = timesOf(place, chains, span, values, false)
    if (claimed[place] === 1) for (const claim of claims.of(place)) times += timesOf(claim, chains, span, values, true)
    held[at] = times >= from && times <= to ? 1 : 0
  }
  return held
}

/** How often somebody did it. @param isOfClaims only what was done in the name of somebody else counts */
export function timesOf(
  place: number,
  { last, moments, words }: Chains,
  { after, upTo }: Span,
  { from, to }: Bounds,
  isOfClaims: boolean,
): number {
  let times = 0
  for (let deed = last[place] as number; deed > 0; deed = words[beforeAt(deed)] as number) {
    const at = moments[2 * deed] as number
    if (!(at > after && at <= upTo)) continue
    const said = words[saysAt(deed)] as number
    const value = valueSaid(said)
    if (value >= from && value <= to && (!isOfClaims || isClaimed(said))) times += 1
  }
  return times
}

/** Whose last score lies between two, whether they gave it or somebody who claims to be them. */
export function lastScoreBetween(
  places: Int32Array,
  chains: Chains,
  span: Span,
  { from, to }: Bounds,
  claims: Claims,
): Uint8Array {
  const held = new Uint8Array(places.length)
  const claimed = claims.isClaimed
  const { words } = chains
  for (let at = 0; at < held.length; at++) {
    const place = places[at] as number
    let deed = lastScoreOf(place, chains, span, false, 0)
    if (claimed[place] === 1) for (const claim of claims.of(place)) deed = lastScoreOf(claim, chains, span, true, deed)
    const score = scoreOfValue(valueSaid(words[saysAt(deed)] as number))
    held[at] = deed !== 0 && score >= from && score <= to ? 1 : 0
  }
  return held
}

/** The deed that is somebody's last score, of several at the same moment the lowest; or one that was found before, if that is later. */
function lastScoreOf(
  place: number,
  { last, moments, words }: Chains,
  { after, upTo }: Span,
  isOfClaims: boolean,
  found: number,
): number {
  let latest = found
  for (let deed = last[place] as number; deed > 0; deed = words[beforeAt(deed)] as number) {
    const at = moments[2 * deed] as number
    const said = words[saysAt(deed)] as number
    const value = valueSaid(said)
    if (!(at > after && at <= upTo) || value === noScore || (isOfClaims && !isClaimed(said))) continue
    const since = moments[2 * latest] as number
    if (latest === 0 || at > since || (at === since && value < valueSaid(words[saysAt(latest)] as number)))
      latest = deed
  }
  return latest
}

/** Whoever did it at all with such a value, or is claimed to be by who did: each once, in the order of places. */
export function doersOf(
  { count, doers, moments, words }: Chains,
  { after, upTo }: Span,
  { from, to }: Bounds,
  claims: Claims,
  rows: number,
): Int32Array {
  const isFound = new Uint8Array(rows)
  for (let deed = 1; deed <= count; deed++) {
    const at = moments[2 * deed] as number
    const said = words[saysAt(deed)] as number
    const value = valueSaid(said)
    if (!(at > after && at <= upTo && value >= from && value <= to)) continue
    const doer = doers[deed] as number
    isFound[isClaimed(said) ? (claims.knownOf(doer) ?? doer) : doer] = 1
  }
  return placesIn(isFound)
}

/** The places that have a 1. */
function placesIn(isFound: Uint8Array): Int32Array {
  let count = 0
  for (let place = 0; place < isFound.length; place++) count += isFound[place] as number
  // One more, which is written to when all are there.
  const found = new Int32Array(count + 1)
  let next = 0
  for (let place = 0; place < isFound.length; place++) {
    found[next] = place
    next += isFound[place] as number
  }
  return found.subarray(0, count)
}
