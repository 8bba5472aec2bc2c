import type { Segment } from '@heed/contracts'
import { describe, expect, it } from 'vitest'
import {
  conditionOn,
  daysToMonths,
  monthsToDays,
  readTyped,
  toMajorText,
  toMinor,
  unitOf,
  withCondition,
  withoutCondition,
  withValue,
} from './conditions.ts'

const everyone: Segment = { all: [] }

describe('ticking values', () => {
  it('makes, grows, shrinks and drops a condition', () => {
    const one = withValue(everyone, { field: 'plan' }, 'growth', true)
    const two = withValue(one, { field: 'plan' }, 'enterprise', true)

    expect(two.all).toEqual([{ field: 'plan', anyOf: ['growth', 'enterprise'] }])
    expect(withValue(two, { field: 'plan' }, 'growth', false).all).toEqual([{ field: 'plan', anyOf: ['enterprise'] }])
    expect(withValue(one, { field: 'plan' }, 'growth', false)).toEqual(everyone)
  })

  it('tells traits apart by name', () => {
    const industry = withValue(everyone, { field: 'trait', name: 'industry' }, 'Retail', true)
    const both = withValue(industry, { field: 'trait', name: 'region' }, 'EU', true)

    expect(both.all).toHaveLength(2)
    expect(conditionOn(both, 'trait', 'region')?.anyOf).toEqual(['EU'])
    expect(withoutCondition(both, { field: 'trait', name: 'industry', anyOf: [] }).all).toEqual([
      { field: 'trait', name: 'region', anyOf: ['EU'] },
    ])
  })

  it('holds at most one condition a field, so that the address can be written', () => {
    const twice = withCondition(withCondition(everyone, { field: 'spend', atLeastMinor: 1 }), {
      field: 'spend',
      atMostMinor: 2,
    })

    expect(twice.all).toEqual([{ field: 'spend', atMostMinor: 2 }])
  })
})

describe('spend, typed in major units', () => {
  it.each([
    ['USD', 99.9, 9990],
    ['USD', 1.15, 115],
    ['EUR', 1_234_567.89, 123_456_789],
    ['JPY', 5000, 5000],
    ['KWD', 1.5, 1500],
  ])('knows the decimals of %s', (currency, major, minor) => {
    expect(toMinor(major, currency)).toBe(minor)
    expect(toMajorText(minor, currency)).toBe(String(major))
  })

  it('tells an empty input from a zero and from what is no amount', () => {
    expect(readTyped(' ')).toEqual({ kind: 'empty' })
    expect(readTyped('0')).toEqual({ kind: 'value', value: 0 })
    expect(readTyped('-1')).toEqual({ kind: 'fault' })
    expect(readTyped('many')).toEqual({ kind: 'fault' })
  })
})

describe('tenure, typed in days or months', () => {
  it('counts months as the words of a segment do', () => {
    expect([1, 6, 12, 24, 18].map(monthsToDays)).toEqual([30, 180, 365, 730, 548])
  })

  it('finds every number of months again', () => {
    const months = Array.from({ length: 120 }, (_, month) => month)

    expect(months.map((month) => daysToMonths(monthsToDays(month)))).toEqual(months)
  })

  it('shows days where they are no number of months', () => {
    expect(daysToMonths(100)).toBeNull()
    expect(unitOf({ from: 180, to: null })).toBe('months')
    expect(unitOf({ from: 180, to: 200 })).toBe('days')
  })
})
