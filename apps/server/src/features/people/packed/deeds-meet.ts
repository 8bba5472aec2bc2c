import type { Claims } from './claims.ts'
import { isClaimed, noScore, valueSaid } from './deeds-to-pack.queries.ts'
import type { Meets } from './meets.ts'
import type { Chains } from './packed-deeds.ts'
import type { Bounds } from './value-meets.ts'

/** After one moment and up to another, in milliseconds since 1970. */
export type Span = { after: number; upTo: number }

/** Any value that a deed may say. */
export const anyValue = -1

/** Whoever did it so often, with this value: each themselves, and whoever claimed to be them while they did. */
export const timesBetween =
  (chains: Chains, span: Span, value: number, often: Bounds, claims: Claims): Meets =>
  (places) =>
    timesBetweenAt(places, chains, span, value, often, claims)

function timesBetweenAt(
  places: Int32Array,
  chains: Chains,
  span: Span,
  value: number,
  { from, to }: Bounds,
  claims: Claims,
): Uint8Array {
  const held = new Uint8Array(places.length)
  const claimed = claims.isClaimed
  for (let at = 0; at < held.length; at++) {
    const place = places[at] as number
    let times = timesOf(place, chains, span, value, false)
    if (claimed[place] === 1) for (const claim of claims.of(place)) times += timesOf(claim, chains, span, value, true)
    held[at] = times >= from && times <= to ? 1 : 0
  }
  return held
}

/** How often somebody did it. @param isOfClaims only what was done in the name of somebody else counts */
export function timesOf(
  place: number,
  { last, before, moments, says }: Chains,
  { after, upTo }: Span,
  value: number,
  isOfClaims: boolean,
): number {
  let times = 0
  for (let deed = last[place] as number; deed > 0; deed = before[deed] as number) {
    const at = moments[deed] as number
    if (!(at > after && at <= upTo)) continue
    const said = says[deed] as number
    if (value !== anyValue && valueSaid(said) !== value) continue
    if (!isOfClaims || isClaimed(said)) times += 1
  }
  return times
}

/** Whose last score lies between two, whether they gave it or somebody who claims to be them. */
export const lastScoreBetween =
  (chains: Chains, span: Span, scores: Bounds, claims: Claims): Meets =>
  (places) =>
    lastScoreBetweenAt(places, chains, span, scores, claims)

function lastScoreBetweenAt(
  places: Int32Array,
  chains: Chains,
  span: Span,
  { from, to }: Bounds,
  claims: Claims,
): Uint8Array {
  const held = new Uint8Array(places.length)
  const claimed = claims.isClaimed
  const { says } = chains
  for (let at = 0; at < held.length; at++) {
    const place = places[at] as number
    let deed = lastScoreOf(place, chains, span, false, 0)
    if (claimed[place] === 1) for (const claim of claims.of(place)) deed = lastScoreOf(claim, chains, span, true, deed)
    const score = valueSaid(says[deed] as number) - 1
    held[at] = deed !== 0 && score >= from && score <= to ? 1 : 0
  }
  return held
}

/** The deed that is somebody's last score, of several at the same moment the lowest; or one that was found before, if that is later. */
function lastScoreOf(
  place: number,
  { last, before, moments, says }: Chains,
  { after, upTo }: Span,
  isOfClaims: boolean,
  found: number,
): number {
  let latest = found
  for (let deed = last[place] as number; deed > 0; deed = before[deed] as number) {
    const at = moments[deed] as number
    const said = says[deed] as number
    const value = valueSaid(said)
    if (!(at > after && at <= upTo) || value === noScore || (isOfClaims && !isClaimed(said))) continue
    const since = moments[latest] as number
    if (latest === 0 || at > since || (at === since && value < valueSaid(says[latest] as number))) latest = deed
  }
  return latest
}
