import type { NpsFigure } from '@heed/contracts'
import { describe, expect, it } from 'vitest'
import { monthInWords } from './month-chart.tsx'
import { hasTrend, type Month, scoreRange, withoutHoles } from './months.ts'

const month = (name: string, answers: number, score: number | null = 20, margin = 15): Month => {
  const figure: NpsFigure = {
    score,
    low: score === null ? null : score - margin,
    high: score === null ? null : score + margin,
    answers,
    promoters: 0,
    passives: answers,
    detractors: 0,
  }
  return { month: name, figure }
}

describe('months of the chart', () => {
  it('gives silent months between two answered ones their place, over the turn of a year', () => {
    const months = withoutHoles([month('2026-02', 12), month('2025-11', 30), month('2025-09', 0)])

    expect(months.map((each) => [each.month, each.figure.answers])).toEqual([
      ['2025-11', 30],
      ['2025-12', 0],
      ['2026-01', 0],
      ['2026-02', 12],
    ])
    expect(withoutHoles([month('2026-02', 0, null)])).toEqual([])
  })

  it('draws a trend only over months with ten answers', () => {
    expect(hasTrend([month('2026-01', 10), month('2026-02', 9)])).toBe(false)
    expect(hasTrend([month('2026-01', 10), month('2026-02', 9), month('2026-03', 10)])).toBe(true)
  })

  it('shows all margins and zero on the axis, never more than −100 to 100', () => {
    expect(scoreRange([month('2026-01', 20, 55, 12)])).toEqual([0, 80])
    expect(scoreRange([month('2026-01', 20, -90, 30)])).toEqual([-100, 0])
    expect(scoreRange([month('2026-01', 20, 2, 5)])).toEqual([-20, 20])
    expect(scoreRange([month('2026-01', 3, 100, 60)])).toEqual([-20, 20])
  })

  it('says a month with its margin and base, or how many answers are missing', () => {
    expect(monthInWords(month('2026-03', 54, 31, 9))).toBe('March 2026 · NPS 31, between 22 and 40 · 54 answers')
    expect(monthInWords(month('2026-03', 4))).toBe('March 2026 · 4 answers, too few for a score: 6 more needed')
  })
})
