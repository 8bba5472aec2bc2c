import { expect, it } from 'vitest'
import { reportOf } from './testing.tsx'
import { hasTrend, lookOf, pointsOf } from './time-points.ts'

const later = Date.parse('2026-06-30T00:00:00Z')

it('begins with the first request and keeps a time with too few, without drawing it', () => {
  const points = pointsOf(reportOf(), 'solved', later)

  expect(points.map(({ value, answers }) => [value, answers])).toEqual([
    [0.2, 100],
    [null, 5],
    [0.5, 120],
  ])
  expect(hasTrend(points)).toBe(true)
  expect(hasTrend(points.slice(0, 2))).toBe(false)
})

it('holds all margins that are drawn, from zero on', () => {
  const [low, high] = lookOf(pointsOf(reportOf(), 'solved', later)).range

  expect(low).toBe(0)
  expect(high).toBeCloseTo(0.6)
})

it('draws who left only where no ticket can follow any more', () => {
  const leftAt = (now: string) => pointsOf(reportOf(), 'left', Date.parse(now)).map(({ value }) => value !== null)

  expect(leftAt('2026-04-05T23:59:59Z')).toEqual([true, false, false])
  expect(leftAt('2026-04-06T00:00:00Z')).toEqual([true, false, true])
  expect(pointsOf(reportOf(), 'tickets', Date.parse('2026-03-29T12:00:00Z')).at(-1)?.value).toBe(0.25)
})
