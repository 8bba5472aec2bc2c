import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shareWithMargin } from './share.ts'

const hitsAndAll = fc.integer({ min: 1, max: 2000 }).chain((of) => fc.tuple(fc.nat(of), fc.constant(of)))

const marginOf = (hits: number, of: number, base?: number) => {
  const margin = shareWithMargin(hits, of, base)
  if (margin === null) throw new Error('of nothing')
  return margin
}

describe('a share with its margin', () => {
  // Newcombe, "Two-sided confidence intervals for the single proportion: comparison of seven methods",
  // Statistics in Medicine 17 (1998), table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('is Wilson’s interval, as published for %i of %i', (hits, of, low, high) => {
    const margin = marginOf(hits, of)

    expect(margin.share).toBe(hits / of)
    expect(Math.abs(margin.low - low)).toBeLessThan(5.1e-5)
    expect(Math.abs(margin.high - high)).toBeLessThan(5.1e-5)
  })

  it('is nothing of nothing', () => {
    expect(shareWithMargin(0, 0, 10)).toBeNull()
  })

  it('holds the share and stays within 0 and 1', () => {
    fc.assert(
      fc.property(hitsAndAll, fc.option(fc.nat(3000), { nil: undefined }), ([hits, of], base) => {
        const { share, low, high } = marginOf(hits, of, base)

        expect(0 <= low && low <= share && share <= high && high <= 1).toBe(true)
      }),
    )
  })

  it('turns over when hits and misses swap', () => {
    fc.assert(
      fc.property(hitsAndAll, ([hits, of]) => {
        const margin = marginOf(hits, of)
        const swapped = marginOf(of - hits, of)

        expect(swapped.low).toBeCloseTo(1 - margin.high, 10)
        expect(swapped.high).toBeCloseTo(1 - margin.low, 10)
      }),
    )
  })

  it('narrows as the base is seen, to nothing once all of it was', () => {
    fc.assert(
      fc.property(hitsAndAll, ([hits, of]) => {
        const half = marginOf(hits, of, of * 2)
        const all = marginOf(hits, of, of)

        expect(half.high - half.low).toBeLessThan(marginOf(hits, of).high - marginOf(hits, of).low)
        expect([all.low, all.high]).toEqual([all.share, all.share])
      }),
    )
  })
})
