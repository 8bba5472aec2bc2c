import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { difference, smallestVisibleChange } from './difference.ts'
import { shareFigure } from './scores.ts'

const share = (hits: number, of: number) => {
  const figure = shareFigure(hits, of)
  if (figure === null) throw new Error('of nothing')
  return figure
}

const someFigure = fc
  .tuple(fc.integer({ min: 12, max: 400 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([of, part]) => share(Math.round(part * of), of))

describe('the difference of two figures', () => {
  // Newcombe, "Interval estimation for the difference between independent proportions: comparison of eleven methods",
  // Statistics in Medicine 17 (1998), table II, method 10.
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 10, 0.6075, 1],
  ])('has Newcombe’s margin, as published for %i/%i − %i/%i', (hits, of, fewer, ofFewer, low, high) => {
    const { change, ...margin } = difference(share(fewer, ofFewer), share(hits, of))

    expect(change).toBeCloseTo(hits / of - fewer / ofFewer, 12)
    expect(Math.abs(margin.low - low)).toBeLessThan(5.1e-5)
    expect(Math.abs(margin.high - high)).toBeLessThan(5.1e-5)
  })

  it('is up or down only if no change is outside of its margin', () => {
    expect(difference(share(48, 80), share(56, 70)).verdict).toBe('up')
    expect(difference(share(56, 70), share(48, 80)).verdict).toBe('down')
    expect(difference(share(50, 80), share(48, 70)).verdict).toBe('chance')
  })

  it('says nothing on too few answers, however far apart', () => {
    const few = difference(share(0, 11), share(30, 30))

    expect(few.verdict).toBe('too_few')
    expect(few.low).toBeGreaterThan(0)
    expect(difference(share(0, 12), share(30, 30)).verdict).toBe('up')
    expect(difference(share(0, 30), share(30, 30), false).verdict).toBe('too_few')
  })

  it('turns over when the two swap, and holds the change', () => {
    fc.assert(
      fc.property(someFigure, someFigure, (from, to) => {
        const there = difference(from, to)
        const back = difference(to, from)

        expect(there.low).toBeLessThanOrEqual(there.change)
        expect(there.high).toBeGreaterThanOrEqual(there.change)
        expect(back.change).toBeCloseTo(-there.change, 12)
        expect(back.low).toBeCloseTo(-there.high, 12)
        expect(back.verdict === 'chance').toBe(there.verdict === 'chance')
      }),
    )
  })
})

describe('the smallest change that can be seen', () => {
  it('is half a standard deviation with 63 answers each, as Cohen’s tables have it', () => {
    // Cohen 1988, table 2.4.1: d = 0.5, two-sided 5 %, power 80 % needs 64 a group by the t test, 63 by the normal.
    expect(smallestVisibleChange({ answers: 63, spread: 1 })).toBeCloseTo(0.5, 2)
  })

  it('shrinks with answers and as the base is seen, to nothing', () => {
    const of = (answers: number, base?: number) =>
      smallestVisibleChange({ answers, spread: 80, ...(base === undefined ? {} : { base }) })

    expect(of(400)).toBeCloseTo((of(100) ?? Number.NaN) / 2, 10)
    expect(of(100, 200)).toBeLessThan(of(100) ?? Number.NaN)
    expect(of(100, 100)).toBe(0)
    expect(of(0)).toBeNull()
  })

  it('is that of as many accounts as count, where a few pay most', () => {
    const change = smallestVisibleChange({ answers: 100, effective: 25, spread: 80 })

    expect(change).toBe(smallestVisibleChange({ answers: 25, spread: 80 }))
    expect(smallestVisibleChange({ answers: 100, effective: 25, spread: 80, base: 100 })).toBe(0)
  })
})
