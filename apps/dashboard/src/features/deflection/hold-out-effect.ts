import type { DeflectionMeasure } from '@heed/contracts'

/** What another hold-out share would have meant for the people of a period. */
export type HoldOutEffect = {
  /** Who would have seen no suggestion. */
  people: number
  /** Who asked something that Heed had a suggestion for. */
  ofPeople: number
  /** Tickets that they would have filed on top; null while that is not known beyond chance. */
  moreTickets: number | null
  /** Half the width of the margin, in tickets per 100 people; null while nothing is measured, or nobody is held out. */
  marginPer100: number | null
}

/**
 * Goes by what was measured. The margin narrows with the root of the people on both sides, so a share far from the one
 * that it was measured at is a rough guess.
 * @param share 0 … 1, of people
 */
export function holdOutEffect({ shown, heldOut, difference }: DeflectionMeasure, share: number): HoldOutEffect {
  const people = shown.people + heldOut.people
  const spread = (a: number, b: number) => Math.sqrt(1 / a + 1 / b)
  const isMeasured = difference !== null && shown.people > 0 && heldOut.people > 0
  return {
    people: Math.round(people * share),
    ofPeople: people,
    moreTickets: difference?.verdict === 'fewer' ? Math.round(people * share * difference.value) : null,
    marginPer100:
      !isMeasured || share === 0
        ? null
        : (((difference.high - difference.low) / 2) * 100 * spread(people * (1 - share), people * share)) /
          spread(shown.people, heldOut.people),
  }
}
