import type { SegmentCondition, Snapshot } from '@heed/contracts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchesSegment } from './match.ts'
import { someSegment } from './testing.ts'

const retailer: Snapshot = {
  plan: 'growth',
  spendMinor: 10_000,
  currency: 'USD',
  tenureDays: 180,
  traits: { industry: 'Retail', vip: true, seats: 12 },
  trust: 'verified',
}
const stranger: Snapshot = {
  plan: null,
  spendMinor: null,
  currency: null,
  tenureDays: null,
  traits: {},
  trust: 'unverified',
}

const someSnapshot: fc.Arbitrary<Snapshot> = fc.record({
  plan: fc.option(fc.constantFrom('free', 'growth')),
  spendMinor: fc.option(fc.nat()),
  currency: fc.option(fc.constantFrom('USD', 'EUR')),
  tenureDays: fc.option(fc.nat()),
  traits: fc.dictionary(fc.constantFrom('industry', 'region'), fc.oneof(fc.string(), fc.integer(), fc.boolean())),
  trust: fc.constantFrom('verified', 'unverified'),
})

describe('whether a customer belongs to a segment', () => {
  it.each<[string, SegmentCondition, boolean]>([
    ['one of the plans', { field: 'plan', anyOf: ['free', 'growth'] }, true],
    ['another plan', { field: 'plan', anyOf: ['Growth'] }, false],
    ['spend at the lower bound', { field: 'spend', atLeastMinor: 10_000 }, true],
    ['spend at the upper bound', { field: 'spend', atMostMinor: 10_000 }, true],
    ['spend below the lower bound', { field: 'spend', atLeastMinor: 10_001 }, false],
    ['spend above the upper bound', { field: 'spend', atLeastMinor: 0, atMostMinor: 9_999 }, false],
    ['tenure at both bounds', { field: 'tenure', atLeastDays: 180, atMostDays: 180 }, true],
    ['tenure too short', { field: 'tenure', atLeastDays: 181 }, false],
    ['a trait of text', { field: 'trait', name: 'industry', anyOf: ['Energy', 'Retail'] }, true],
    ['a trait that is true, as text', { field: 'trait', name: 'vip', anyOf: ['true'] }, true],
    ['a trait that is a number, as text', { field: 'trait', name: 'seats', anyOf: ['12'] }, true],
    ['a trait of another value', { field: 'trait', name: 'seats', anyOf: ['012'] }, false],
    ['a trait that is not there', { field: 'trait', name: 'region', anyOf: ['undefined', ''] }, false],
    ['what every object has', { field: 'trait', name: 'constructor', anyOf: [String(Object)] }, false],
  ])('judges %s', (_, condition, expected) => {
    expect(matchesSegment({ all: [condition] }, retailer, 'USD')).toBe(expected)
  })

  it('does not compare spend in another currency than the reporting one', () => {
    const anySpend: SegmentCondition = { field: 'spend', atLeastMinor: 0 }

    expect(matchesSegment({ all: [anySpend] }, retailer, 'EUR')).toBe(false)
    expect(matchesSegment({ all: [anySpend] }, { ...retailer, currency: null }, 'USD')).toBe(false)
  })

  it('never lets a missing value meet a condition', () => {
    fc.assert(
      fc.property(someSegment, (segment) => {
        expect(matchesSegment(segment, stranger, 'USD')).toBe(segment.all.length === 0)
      }),
    )
  })

  it('holds everyone when there is no condition, and asks for all of them when there are', () => {
    fc.assert(
      fc.property(someSegment, someSnapshot, (segment, snapshot) => {
        const each = segment.all.map((condition) => matchesSegment({ all: [condition] }, snapshot, 'USD'))

        expect(matchesSegment({ all: [] }, snapshot, 'USD')).toBe(true)
        expect(matchesSegment(segment, snapshot, 'USD')).toBe(each.every(Boolean))
      }),
    )
  })
})
