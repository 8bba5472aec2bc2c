import { describe, expect, it } from 'vitest'
import { npsBenchmarks } from './benchmarks.ts'

describe('benchmarks', () => {
  it('are scores that name their year, who was asked, and a page', () => {
    for (const { score, year, asked, source, url } of npsBenchmarks) {
      expect(Math.abs(score)).toBeLessThanOrEqual(100)
      expect(year).toBeGreaterThan(2_010)
      expect(asked.length * source.length).toBeGreaterThan(0)
      expect(new URL(url).protocol).toBe('https:')
    }
  })

  it('have one line an industry', () => {
    const industries = npsBenchmarks.map(({ industry }) => industry)

    expect(new Set(industries).size).toBe(industries.length)
  })
})
