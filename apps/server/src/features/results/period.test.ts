import { describe, expect, it } from 'vitest'
import { periodOf, spansOf } from './period.ts'

const now = new Date('2026-03-18T09:30:00Z') // a Wednesday

describe('the days that results are of', () => {
  it.each([
    [{}, '2025-12-19', '2026-03-18', 90, 'week'],
    [{ days: 1 }, '2026-03-18', '2026-03-18', 1, 'day'],
    [{ days: 31 }, '2026-02-16', '2026-03-18', 31, 'day'],
    [{ days: 32 }, '2026-02-15', '2026-03-18', 32, 'week'],
    [{ days: 182 }, '2025-09-18', '2026-03-18', 182, 'week'],
    [{ days: 183 }, '2025-09-17', '2026-03-18', 183, 'month'],
    [{ from: '2026-03-01' }, '2026-03-01', '2026-03-18', 18, 'day'],
    [{ days: 7, to: '2026-01-07' }, '2026-01-01', '2026-01-07', 7, 'day'],
    [{ from: '2026-01-01', to: '2026-01-31', days: 3 }, '2026-01-01', '2026-01-31', 31, 'day'],
  ] as const)('%j is from %s to %s', (query, from, to, days, step) => {
    expect(periodOf(query, now)).toMatchObject({ from, to, days, step })
  })

  it('ends with this moment, and with the last day whole', () => {
    expect(periodOf({}, now).until).toEqual(new Date(now.getTime() + 1))
    expect(periodOf({ to: '2026-03-01' }, now).until).toEqual(new Date('2026-03-02T00:00:00Z'))
  })

  it.each([{ from: '2026-03-02', to: '2026-03-01' }, { from: '2015-01-01', to: '2026-03-01' }, { from: '2026-03-19' }])(
    'refuses %j',
    (query) => {
      expect(() => periodOf(query, now)).toThrow(expect.objectContaining({ code: 'invalid_input' }))
    },
  )
})

describe('the steps of a period', () => {
  it('are days', () => {
    expect(spansOf({ from: '2026-02-27', to: '2026-03-01', step: 'day' })).toEqual([
      { part: 20511, from: '2026-02-27', to: '2026-02-27' },
      { part: 20512, from: '2026-02-28', to: '2026-02-28' },
      { part: 20513, from: '2026-03-01', to: '2026-03-01' },
    ])
  })

  it('are weeks from Monday to Sunday, cut off at both ends', () => {
    const spans = spansOf({ from: '2026-03-04', to: '2026-03-17', step: 'week' })

    expect(spans.map(({ from, to }) => [from, to])).toEqual([
      ['2026-03-04', '2026-03-08'],
      ['2026-03-09', '2026-03-15'],
      ['2026-03-16', '2026-03-17'],
    ])
    expect(spans.map(({ part }) => Number(part) - Number(spans[0]?.part))).toEqual([0, 1, 2])
  })

  it('are months, also over the end of a year', () => {
    expect(spansOf({ from: '2025-11-15', to: '2026-01-02', step: 'month' })).toEqual([
      { part: '2025-11', from: '2025-11-15', to: '2025-11-30' },
      { part: '2025-12', from: '2025-12-01', to: '2025-12-31' },
      { part: '2026-01', from: '2026-01-01', to: '2026-01-02' },
    ])
  })
})
