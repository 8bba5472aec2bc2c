import type { Segment } from '@heed/contracts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatSegment } from './format.ts'
import { parseSegment } from './parse.ts'
import { someSegment } from './testing.ts'

describe('writing a segment as query parameters', () => {
  it('keeps a stable order, and the values in the order given', () => {
    const pairs = formatSegment({
      all: [
        { field: 'trait', name: 'region', anyOf: ['EU'] },
        { field: 'tenure', atLeastDays: 180 },
        { field: 'trait', name: 'industry', anyOf: ['Retail', 'Energy'] },
        { field: 'spend', atMostMinor: 50000 },
        { field: 'plan', anyOf: ['growth', 'enterprise'] },
      ],
    })

    expect(pairs).toEqual([
      ['plan', 'growth'],
      ['plan', 'enterprise'],
      ['spendMinor', '..50000'],
      ['tenureDays', '180..'],
      ['trait.industry', 'Retail'],
      ['trait.industry', 'Energy'],
      ['trait.region', 'EU'],
    ])
  })

  it('refuses a field that stands twice, since repeated parameters mean any of them', () => {
    const twice: Segment = {
      all: [
        { field: 'trait', name: 'region', anyOf: ['EU'] },
        { field: 'plan', anyOf: ['growth'] },
        { field: 'trait', name: 'region', anyOf: ['US'] },
      ],
    }

    expect(() => formatSegment(twice)).toThrow('trait.region stands in more than one condition')
  })

  it('is read back as the same segment, but for the order of conditions', () => {
    const sorted = ({ all }: Segment) => all.map((condition) => JSON.stringify(condition)).toSorted()
    fc.assert(
      fc.property(someSegment, (segment) => {
        const throughAddress = new URLSearchParams(new URLSearchParams(formatSegment(segment)).toString())

        const { segment: read, faults } = parseSegment(throughAddress)

        expect(faults).toEqual([])
        expect(sorted(read)).toEqual(sorted(segment))
      }),
    )
  })

  it('writes the same address whatever the order of conditions', () => {
    fc.assert(
      fc.property(someSegment, (segment) => {
        expect(formatSegment({ all: segment.all.toReversed() })).toEqual(formatSegment(segment))
      }),
    )
  })
})
