import { describe, expect, it } from 'vitest'
import { axisRange } from './figure-axis.ts'
import { figureOf, nothing, resultOf } from './testing.ts'
import { hasTrend, latestPlace, pointsOf } from './time-points.ts'

describe('a result over time', () => {
  it('begins with the first answer and keeps a time with too few, without drawing it', () => {
    const points = pointsOf(resultOf())

    expect(points.map(({ value, answers }) => [value, answers])).toEqual([
      [20, 40],
      [null, 5],
      [38, 60],
    ])
  })

  it('is read at the latest time that says something', () => {
    const times = resultOf().overTime

    expect(latestPlace(times)).toBe(3)
    expect(latestPlace(times.slice(0, 3))).toBe(1)
    expect(latestPlace(times.slice(0, 1))).toBe(0)
  })

  it('is a trend from two times on that can be drawn, where the whole has answers enough', () => {
    expect(hasTrend(resultOf())).toBe(true)
    expect(hasTrend(resultOf({ enough: false }))).toBe(false)
    expect(hasTrend(resultOf({ overTime: resultOf().overTime.slice(0, 3) }))).toBe(false)
  })
})

describe('the axis of figures', () => {
  it('holds all margins, zero and what they are held against, in whole steps', () => {
    expect(axisRange('nps', [figureOf(31, 40)])).toEqual([0, 40])
    expect(axisRange('nps', [figureOf(31, 40)], 62)).toEqual([0, 80])
    expect(axisRange('nps', [figureOf(-95, 40, 20)])).toEqual([-100, 0])
    expect(axisRange('csat', [figureOf(70, 40)])).toEqual([40, 100])
  })

  it('takes no notice of what is not drawn', () => {
    expect(axisRange('nps', [figureOf(31, 40), figureOf(-80, 3)])).toEqual([0, 40])
    expect(axisRange('ces', [nothing])).toEqual([1, 7])
  })

  it('is never a narrow slit', () => {
    const [low, high] = axisRange('ces', [figureOf(5, 400, 0.1)])

    expect(high - low).toBeGreaterThanOrEqual(2)
    expect(low).toBeLessThanOrEqual(4.9)
    expect(high).toBeGreaterThanOrEqual(5.1)
  })
})
