// The limits of the contract, repeated so that a browser can read a segment without loading the schemas; a test holds
// them to it. `seats` and `tenureDays` are tighter: what is beyond them no store holds, and not every store compares.
export const limits = {
  conditions: 50,
  depth: 5,
  textLength: 4_000,
  values: 50,
  valueLength: 500,
  traitName: 100,
  eventName: 200,
  spendMinor: 1e13,
  tenureDays: 100_000,
  seats: 1e7,
  trait: 1e13,
  daysAgo: 100_000,
  times: 1_000_000,
  withinDays: 3_650,
  nps: 10,
} as const
