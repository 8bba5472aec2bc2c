import type { DeflectionMeasure } from '@heed/contracts'
import { deflectionDifference, fewestPeople } from '@heed/stats'
import { type AskedRequest, type End, settledAfterMs } from './tell-ends.ts'

/** A request with what was shown, or to the held-out would have been, and how it ended. */
export type EndedRequest = AskedRequest & { heldOut: boolean; offered: string[]; end: End }

/**
 * Holds the held-out against the others, by the tickets of each person from the moment on at which they may differ: by
 * intention to treat, triggered by what was or would have been shown (Kohavi, Tang & Xu, Trustworthy Online Controlled
 * Experiments, 2020, ch. 20).
 * @param requests oldest first
 */
export function measureOf(requests: readonly EndedRequest[], holdOutShare: number, now: Date): DeflectionMeasure {
  const entrants = entrantsOf(requests, now)
  const ticketsOf = (side: boolean) => entrants.filter(({ heldOut }) => heldOut === side).map(({ tickets }) => tickets)
  const { shown, heldOut, difference, missing } = deflectionDifference(ticketsOf(false), ticketsOf(true))
  const isYoung = entrants.length === 0 && requests.some(isComparable)
  const isOff = heldOut.people === 0 && holdOutShare === 0
  return {
    shown,
    heldOut,
    difference,
    missing: missing && (isOff ? 'no_hold_out' : isYoung ? 'too_young' : missing),
    peopleNeeded: fewestPeople,
  }
}

/** Somebody in the comparison, on the side of their first request in it. */
type Entrant = { heldOut: boolean; tickets: number }

/**
 * People enter with the first request for which there was something to show, which is told of both sides by the same rule;
 * before it nothing was different for anybody. It must be 7 days old. From then on all their tickets count, also those of
 * requests that are younger or had nothing to show: else a ticket that is only filed later would look spared.
 */
function entrantsOf(requests: readonly EndedRequest[], now: Date): Entrant[] {
  const entrants = new Map<string, Entrant>()
  for (const request of requests) {
    const { personId, heldOut, end } = request
    if (!entrants.has(personId) && isComparable(request) && isSettled(request, now))
      entrants.set(personId, { heldOut, tickets: 0 })
    const entrant = entrants.get(personId)
    if (entrant && end === 'ticket') entrant.tickets++
  }
  return [...entrants.values()]
}

const isComparable = ({ offered }: EndedRequest): boolean => offered.length > 0

const isSettled = ({ createdAt }: EndedRequest, now: Date): boolean =>
  now.getTime() - createdAt.getTime() >= settledAfterMs
