import { describe, expect, it } from 'vitest'
import { addressOf, segmentOf, withFilters, withSegment } from './segment-url.ts'

const search =
  '?plan=growth&plan=enterprise&spendMinor=10000..&trait.industry=Public+sector&month=2026-03&group=promoter'

describe('carrying the segment in addresses', () => {
  it('takes the whole segment to another page, with filters of that page and without those of this one', () => {
    const { segment } = segmentOf(search)

    const address = addressOf('/tickets', { areaId: 'are_1', state: undefined }, segment)

    expect(address).toBe(
      '/tickets?plan=growth&plan=enterprise&spendMinor=10000..&trait.industry=Public+sector&areaId=are_1',
    )
  })

  it('writes no question mark for everyone without filters', () => {
    expect(addressOf('/responses', {}, { all: [] })).toBe('/responses')
  })

  it("keeps a page's own filters when other customers are looked at", () => {
    const address = withSegment('/responses', search, { all: [{ field: 'tenure', atLeastDays: 180 }] })

    expect(address).toBe('/responses?tenureDays=180..&month=2026-03&group=promoter')
  })

  it('keeps the segment when a filter changes, and takes out a filter set to undefined', () => {
    const address = withFilters('/responses', search, { group: undefined, score: '9' })

    const query = new URLSearchParams(address.split('?')[1])
    expect(query.getAll('plan')).toEqual(['growth', 'enterprise'])
    expect(query.get('trait.industry')).toBe('Public sector')
    expect(query.get('month')).toBe('2026-03')
    expect(query.get('score')).toBe('9')
    expect(query.has('group')).toBe(false)
  })

  it('tells what of the address could not be read, and carries on without it', () => {
    const { segment, faults } = segmentOf('?plan=growth&spendMinor=10..5')

    expect(faults.map(({ field }) => field)).toEqual(['spendMinor'])
    expect(addressOf('/', {}, segment)).toBe('/?plan=growth')
  })
})
