import type { DeflectionMeasure } from '@heed/contracts'
import { type ArmPerson, deflectionDifference, fewestPeople } from '@heed/stats'
import { type AskedRequest, type End, settledAfterMs } from './tell-ends.ts'

/** A request with what was shown, or to the held-out would have been, and how it ended. */
export type EndedRequest = AskedRequest & { heldOut: boolean; offered: string[]; end: End }

/**
 * Holds the requests of the held-out against those of the others. Compared are requests for which there was something to
 * show, which is told of both sides by the same rule; the others end alike on both. Their 7 days must be over.
 */
export function measureOf(requests: readonly EndedRequest[], holdOutShare: number, now: Date): DeflectionMeasure {
  const comparable = requests.filter(({ offered }) => offered.length > 0)
  const settled = comparable.filter(({ createdAt }) => now.getTime() - createdAt.getTime() >= settledAfterMs)
  const arm = (heldOut: boolean) => peopleOf(settled.filter((request) => request.heldOut === heldOut))
  const { shown, heldOut, difference, missing } = deflectionDifference(arm(false), arm(true))
  const isYoung = settled.length === 0 && comparable.length > 0
  const isOff = heldOut.people === 0 && holdOutShare === 0
  return {
    shown,
    heldOut,
    difference,
    missing: missing && (isOff ? 'no_hold_out' : isYoung ? 'too_young' : missing),
    peopleNeeded: fewestPeople,
  }
}

function peopleOf(requests: readonly EndedRequest[]): ArmPerson[] {
  const people = new Map<string, ArmPerson>()
  for (const { personId, end } of requests) {
    const { requests: asked, tickets } = people.get(personId) ?? { requests: 0, tickets: 0 }
    people.set(personId, { requests: asked + 1, tickets: tickets + (end === 'ticket' ? 1 : 0) })
  }
  return [...people.values()]
}
