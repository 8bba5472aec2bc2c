import type { Traits } from '@heed/contracts'

/**
 * One customer as a segment looks at them. Values that do not count (because only a browser claims them) are left out
 * by the caller. Spend is in the workspace's reporting currency; null where a value is not known.
 */
export type SegmentCustomer = {
  plan: string | null
  reportingSpendMinor: number | null
  tenureDays: number | null
  seats: number | null
  locale: string | null
  /** The account's, else the person's. */
  createdAt: Date | null
  lastSeenAt: Date | null
  personTraits: Traits
  accountTraits: Traits
  events: readonly { name: string; at: Date }[]
  npsScores: readonly { score: number; at: Date }[]
  tickets: readonly { state: 'open' | 'closed'; createdAt: Date }[]
}
