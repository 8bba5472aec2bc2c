import { describe, expect, it } from 'vitest'
import { commentFilters, pairsOfView, periodFilters, readView, viewFilters } from './result-view.ts'

const at = (search: string) => {
  const query = new URLSearchParams(search)
  return (name: string) => query.get(name) ?? undefined
}

describe('the view of an address', () => {
  it('is the last 90 days of all people where nothing is said', () => {
    expect(readView(at(''))).toEqual({ period: { days: 90 }, version: undefined, unit: 'people' })
  })

  it('reads two days, a version and a unit', () => {
    expect(readView(at('from=2026-01-01&to=2026-03-31&version=2&unit=accounts'))).toEqual({
      period: { from: '2026-01-01', to: '2026-03-31' },
      version: 2,
      unit: 'accounts',
    })
  })

  it.each([
    'from=2026-02-30&to=2026-03-31',
    'from=2026-04-01&to=2026-03-31',
    'from=2026-01-01',
    'days=0',
    'days=4000',
    'days=ten',
    'version=-1&unit=pets',
  ])('leaves out what makes no sense: %s', (search) => {
    expect(readView(at(search))).toEqual({ period: { days: 90 }, version: undefined, unit: 'people' })
  })

  it('is asked for in one way, so that it is one key of the cache', () => {
    expect(pairsOfView(readView(at('unit=people&days=90')))).toEqual([['days', '90']])
    expect(pairsOfView(readView(at('unit=spend&to=2026-03-31&from=2026-01-01&version=3')))).toEqual([
      ['from', '2026-01-01'],
      ['to', '2026-03-31'],
      ['version', '3'],
      ['unit', 'spend'],
    ])
  })

  it('goes along to the other pages of the survey, without what is standard', () => {
    expect(viewFilters(at('days=90&by=tenure&unit=spend'))).toEqual({
      days: undefined,
      from: undefined,
      to: undefined,
      version: undefined,
      unit: 'spend',
    })
  })

  it('names its period to the comments, which are of any time where none is named', () => {
    expect(commentFilters(at('version=2'))).toMatchObject({ days: '90', from: undefined, version: '2' })
    expect(commentFilters(at('from=2026-01-01&to=2026-01-02'))).toMatchObject({ days: undefined, from: '2026-01-01' })
  })

  it('has days or a span, never both', () => {
    expect(periodFilters({ days: 30 })).toEqual({ days: '30', from: undefined, to: undefined })
    expect(periodFilters({ from: '2026-01-01', to: '2026-01-02' })).toMatchObject({ days: undefined })
  })
})
