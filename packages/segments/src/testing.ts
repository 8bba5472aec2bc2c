import type { Segment, SegmentCondition } from '@heed/contracts'
import fc from 'fast-check'

// For tests: segments as the contract allows them, each field and trait name at most once.

const someValues = (value: fc.Arbitrary<string>) => fc.uniqueArray(value, { minLength: 1, maxLength: 5 })
const someName = fc.oneof(
  fc.constantFrom('industry', 'region', 'constructor', '__proto__', 'seats used', 'a&b=c', '…'),
  fc.string({ minLength: 1, maxLength: 60 }),
)
const someBounds = fc
  .tuple(fc.option(fc.nat(100_000), { nil: undefined }), fc.option(fc.nat(100_000), { nil: undefined }))
  .map(([a, b]) => (a !== undefined && b !== undefined && a > b ? [b, a] : [a, b]))

const somePlan = someValues(fc.string({ minLength: 1, maxLength: 100 })).map(
  (anyOf): SegmentCondition => ({ field: 'plan', anyOf }),
)
const someSpend = someBounds.map(
  ([low, high]): SegmentCondition => ({
    field: 'spend',
    ...(low !== undefined && { atLeastMinor: low }),
    ...(high !== undefined && { atMostMinor: high }),
  }),
)
const someTenure = someBounds.map(
  ([low, high]): SegmentCondition => ({
    field: 'tenure',
    ...(low !== undefined && { atLeastDays: low }),
    ...(high !== undefined && { atMostDays: high }),
  }),
)
const someTrait = fc
  .tuple(someName, someValues(fc.string({ maxLength: 50 })))
  .map(([name, anyOf]): SegmentCondition => ({ field: 'trait', name, anyOf }))

export const someSegment: fc.Arbitrary<Segment> = fc
  .uniqueArray(fc.oneof(somePlan, someSpend, someTenure, someTrait), {
    maxLength: 8,
    selector: (condition) => (condition.field === 'trait' ? `trait.${condition.name}` : condition.field),
  })
  .map((all) => ({ all }))
