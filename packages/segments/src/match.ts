import type { Segment, SegmentCondition, Snapshot } from '@heed/contracts'

/**
 * Whether a customer, as of the snapshot, belongs to a segment: every condition holds. A missing value meets none.
 * @param currency the workspace's reporting currency: spend in another one is not compared, and so meets no condition
 */
export const matchesSegment = (segment: Segment, snapshot: Snapshot, currency: string): boolean =>
  segment.all.every((condition) => meets(condition, snapshot, currency))

function meets(condition: SegmentCondition, snapshot: Snapshot, currency: string): boolean {
  switch (condition.field) {
    case 'plan':
      return snapshot.plan !== null && condition.anyOf.includes(snapshot.plan)
    case 'spend':
      return (
        snapshot.currency === currency && within(snapshot.spendMinor, condition.atLeastMinor, condition.atMostMinor)
      )
    case 'tenure':
      return within(snapshot.tenureDays, condition.atLeastDays, condition.atMostDays)
    case 'trait': {
      // Own keys only: a trait called "constructor" must not find what every object has.
      if (!Object.hasOwn(snapshot.traits, condition.name)) return false
      return condition.anyOf.includes(String(snapshot.traits[condition.name]))
    }
  }
}

const within = (value: number | null, low = 0, high = Number.POSITIVE_INFINITY): boolean =>
  value !== null && low <= value && value <= high
