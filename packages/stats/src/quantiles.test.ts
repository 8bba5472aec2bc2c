import { describe, expect, it } from 'vitest'
import { t95 } from './quantiles.ts'

describe('quantiles', () => {
  it('of Student’s t are those of the tables', () => {
    // Two-sided 5 %, as in Fisher & Yates, Statistical Tables, table III.
    const published = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228]

    for (const [at, value] of published.entries()) expect(Math.abs(t95(at + 1) - value)).toBeLessThan(0.001)
    expect(t95(30)).toBeCloseTo(2.0423, 4)
    expect(t95(120)).toBeCloseTo(1.9799, 4)
    expect(t95(1e9)).toBeCloseTo(1.959964, 6)
  })

  it('of Student’s t stay on the safe side of a fraction', () => {
    expect(t95(2.9)).toBe(t95(2))
    expect(t95(9.5)).toBeLessThan(t95(9))
    expect(t95(9.5)).toBeGreaterThan(t95(10))
  })
})
