import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import reference from '../testdata/nps-reference.json' with { type: 'json' }
import { type NpsCounts, npsFigure, npsGroup, npsStandardError } from './nps.ts'

const someCounts = fc
  .record({ promoters: fc.nat(500), passives: fc.nat(500), detractors: fc.nat(500) })
  .filter((counts) => counts.promoters + counts.passives + counts.detractors > 0)

const answersOf = ({ promoters, passives, detractors }: NpsCounts) => promoters + passives + detractors

/** The margin of a figure that somebody answered. */
const marginOf = (counts: NpsCounts, base?: number) => {
  const { score, low, high } = npsFigure(counts, base)
  if (score === null || low === null || high === null) throw new Error('nobody answered')
  return { score, low, high, width: high - low }
}

describe('the group of a score', () => {
  it('is detractor up to 6, passive at 7 and 8, promoter at 9 and 10', () => {
    const groups = [0, 6, 7, 8, 9, 10].map(npsGroup)

    expect(groups).toEqual(['detractor', 'detractor', 'passive', 'passive', 'promoter', 'promoter'])
  })
})

describe('the plain score and its standard error', () => {
  it.each(reference)('agree with R’s survey package in case $id', ({ strata, simple }) => {
    const counts = strata.reduce(
      (total, stratum) => ({
        promoters: total.promoters + stratum.counts.promoters,
        passives: total.passives + stratum.counts.passives,
        detractors: total.detractors + stratum.counts.detractors,
      }),
      { promoters: 0, passives: 0, detractors: 0 },
    )
    const base = strata.reduce((total, stratum) => total + stratum.base, 0)

    expect(Math.abs(marginOf(counts, base).score - simple.nps)).toBeLessThan(1e-6)
    expect(Math.abs((npsStandardError(counts, base) ?? Number.NaN) - simple.standardError)).toBeLessThan(1e-6)
  })

  it('have no standard error below two answers', () => {
    expect(npsStandardError({ promoters: 1, passives: 0, detractors: 0 })).toBeNull()
    expect(npsStandardError({ promoters: 1, passives: 1, detractors: 0 })).toBeCloseTo(50, 10)
  })
})

describe('the margin of a score', () => {
  it('is the adjusted Wald interval with three pseudo-answers', () => {
    // Rocks 2016 with weights (¾, 1½, ¾): 19 promoters, 11 passives and 7 detractors become 19.75, 12.5 and 7.75 of 40,
    // so the centre is 12/40 = 30 and the variance of an answer 27.5/40 − 0.3² = 0.5975.
    const figure = marginOf({ promoters: 19, passives: 11, detractors: 7 })

    const margin = 195.9963984540054 * Math.sqrt(0.5975 / 40)
    expect(figure.score).toBeCloseTo((100 * 12) / 37, 10)
    expect(figure.low).toBeCloseTo(30 - margin, 10)
    expect(figure.high).toBeCloseTo(30 + margin, 10)
  })

  it('is nothing where nobody answered', () => {
    expect(npsFigure({ promoters: 0, passives: 0, detractors: 0 }, 40)).toEqual({
      score: null,
      low: null,
      high: null,
      answers: 0,
      promoters: 0,
      passives: 0,
      detractors: 0,
    })
  })

  it('is wide for a single answer', () => {
    const figure = marginOf({ promoters: 1, passives: 0, detractors: 0 })

    expect(figure.score).toBe(100)
    expect(figure.high).toBe(100)
    expect(figure.low).toBeLessThan(-40)
  })

  it('holds the score and stays within −100 and 100', () => {
    fc.assert(
      fc.property(someCounts, fc.option(fc.integer({ min: 1, max: 3000 }), { nil: undefined }), (counts, base) => {
        const { score, low, high } = marginOf(counts, base)

        expect(low).toBeGreaterThanOrEqual(-100)
        expect(low).toBeLessThanOrEqual(score)
        expect(score).toBeLessThanOrEqual(high)
        expect(high).toBeLessThanOrEqual(100)
      }),
    )
  })

  it('turns over when promoters and detractors swap', () => {
    fc.assert(
      fc.property(someCounts, fc.integer({ min: 1, max: 3000 }), (counts, base) => {
        const figure = marginOf(counts, base)
        const swapped = marginOf({ ...counts, promoters: counts.detractors, detractors: counts.promoters }, base)

        expect(swapped.score).toBeCloseTo(-figure.score, 9)
        expect(swapped.low).toBeCloseTo(-figure.high, 9)
        expect(swapped.high).toBeCloseTo(-figure.low, 9)
      }),
    )
  })

  it('shrinks when more people say the same', () => {
    fc.assert(
      fc.property(someCounts, fc.integer({ min: 2, max: 20 }), (counts, times) => {
        const many = {
          promoters: counts.promoters * times,
          passives: counts.passives * times,
          detractors: counts.detractors * times,
        }

        expect(marginOf(many).width).toBeLessThan(marginOf(counts).width)
      }),
    )
  })

  it('is narrower in a small base than in a large one, and narrowest in none', () => {
    fc.assert(
      fc.property(someCounts, fc.integer({ min: 1, max: 1000 }), (counts, silent) => {
        const answers = answersOf(counts)
        const small = marginOf(counts, answers + silent).width
        const large = marginOf(counts, answers + silent * 10).width

        expect(small).toBeLessThan(large)
        expect(large).toBeLessThanOrEqual(marginOf(counts).width)
      }),
    )
  })

  it('has no width once everybody answered', () => {
    fc.assert(
      fc.property(someCounts, fc.nat(10), (counts, left) => {
        const { score, low, high } = marginOf(counts, Math.max(0, answersOf(counts) - left))

        expect([low, high]).toEqual([score, score])
      }),
    )
  })
})
