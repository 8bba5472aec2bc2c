import type { Segment } from '@heed/contracts'
import { describe, expect, it } from 'vitest'
import {
  daysToMonths,
  monthsToDays,
  ofPlan,
  readTyped,
  toMajorText,
  toMinor,
  unitOf,
  withoutNode,
} from './conditions.ts'

describe('narrowing to a plan', () => {
  it('takes the place of what was said of plans at the top, and leaves the rest', () => {
    const segment: Segment = {
      all: [
        { field: 'plan', test: { op: 'is', values: ['growth', 'team'] } },
        { field: 'spend', test: { op: 'between', from: 100 } },
        { not: [{ field: 'plan', test: { op: 'known' } }] },
      ],
    }

    expect(ofPlan(segment, 'team').all).toEqual([
      { field: 'spend', test: { op: 'between', from: 100 } },
      { not: [{ field: 'plan', test: { op: 'known' } }] },
      { field: 'plan', test: { op: 'is', values: ['team'] } },
    ])
    expect(withoutNode(segment, 1).all).toEqual([segment.all[0], segment.all[2]])
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
    expect(unitOf({ from: 180 })).toBe('months')
    expect(unitOf({ from: 180, to: 200 })).toBe('days')
  })
})
