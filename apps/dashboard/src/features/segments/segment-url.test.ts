import type { Segment } from '@heed/contracts'
import { describe, expect, it } from 'vitest'
import { addressOf, cutOf, pairsOf, withCut, withFilters } from './segment-url.ts'

const segment: Segment = {
  all: [
    { field: 'plan', test: { op: 'is', values: ['growth', 'enterprise'] } },
    { field: 'spend', test: { op: 'between', from: 10_000 } },
    { field: 'trait', name: 'industry', test: { op: 'is', values: ['Public sector'] } },
  ],
}
const search =
  '?segment=plan:enterprise,growth;spend:10000..;trait.industry:%22Public%20sector%22&asOf=now&month=2026-03&group=promoter'

describe('the cut in the address', () => {
  it('is read where it stands among filters of a page, as of the answer unless it says now', () => {
    expect(cutOf(search)).toMatchObject({ asOf: 'now', faults: [] })
    expect(cutOf(search).segment.all).toHaveLength(3)
    expect(cutOf('?month=2026-03')).toEqual({ segment: { all: [] }, asOf: 'answer', faults: [] })
    expect(cutOf('?asOf=tomorrow').asOf).toBe('answer')
  })

  it('goes along to another page readably, in one stable order', () => {
    const address = addressOf('/tickets', { areaId: 'are_1', state: undefined, q: '' }, { segment, asOf: 'answer' })
    const turned = addressOf(
      '/tickets',
      { areaId: 'are_1' },
      { segment: { all: segment.all.toReversed() }, asOf: 'answer' },
    )

    expect(address).toBe(
      '/tickets?segment=plan:enterprise,growth;spend:10000..;trait.industry:%22Public%20sector%22&areaId=are_1',
    )
    expect(turned).toBe(address)
    expect(cutOf(address.slice('/tickets'.length)).segment.all).toHaveLength(3)
  })

  it('writes no question mark for everyone without filters', () => {
    expect(addressOf('/responses', {}, { segment: { all: [] }, asOf: 'answer' })).toBe('/responses')
  })

  it("keeps a page's own filters and the moment when other customers are looked at", () => {
    const address = withCut('/responses', search, {
      segment: { all: [{ field: 'tenure', test: { op: 'between', from: 180 } }] },
    })

    expect(address).toBe('/responses?segment=tenure:180..&asOf=now&month=2026-03&group=promoter')
  })

  it('keeps the customers when the moment changes', () => {
    expect(withCut('/', '?segment=plan:growth', { asOf: 'now' })).toBe('/?segment=plan:growth&asOf=now')
    expect(withCut('/', '?segment=plan:growth&asOf=now', { asOf: 'answer' })).toBe('/?segment=plan:growth')
  })

  it('keeps the cut when a filter changes, and takes out a filter set to undefined', () => {
    const query = new URLSearchParams(withFilters('/responses', search, { group: undefined, score: '9' }).split('?')[1])

    expect(query.get('segment')).toBe('plan:enterprise,growth;spend:10000..;trait.industry:"Public sector"')
    expect(query.get('asOf')).toBe('now')
    expect(query.get('month')).toBe('2026-03')
    expect(query.get('score')).toBe('9')
    expect(query.has('group')).toBe(false)
  })

  it('tells what of the address could not be read, and carries on without it', () => {
    const { segment: read, faults } = cutOf('?segment=plan:growth;spend:10..5')

    expect(faults).toHaveLength(1)
    expect(faults[0]?.message).toMatch(/spend/)
    expect(addressOf('/', {}, { segment: read, asOf: 'answer' })).toBe('/?segment=plan:growth')
  })

  it('is asked of the server as the text itself', () => {
    expect(pairsOf({ segment: { all: [] }, asOf: 'now' })).toEqual([['asOf', 'now']])
    expect(pairsOf(cutOf('?segment=plan:growth'))).toEqual([['segment', 'plan:growth']])
  })
})
