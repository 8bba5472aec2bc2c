import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type NpsCounts, npsAsFigure, npsFigure, npsGroup, npsSpread, npsStandardError } from './nps.ts'

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

/** Where the likelihood is highest when promoters − detractors is given, by golden section. */
const likeliest = ({ promoters, passives, detractors }: NpsCounts, difference: number) => {
  const log = (count: number, share: number) => (count === 0 ? 0 : count * Math.log(Math.max(share, 1e-300)))
  const likelihood = (share: number) =>
    log(promoters, share + difference) + log(detractors, share) + log(passives, 1 - 2 * share - difference)
  let low = Math.max(0, -difference)
  let high = (1 - difference) / 2
  for (let step = 0; step < 100; step++) {
    const left = high - 0.618 * (high - low)
    const right = low + 0.618 * (high - low)
    if (likelihood(left) < likelihood(right)) low = left
    else high = right
  }
  return (low + high) / 2
}

describe('the group of a score', () => {
  it('is detractor up to 6, passive at 7 and 8, promoter at 9 and 10', () => {
    const groups = [0, 6, 7, 8, 9, 10].map(npsGroup)

    expect(groups).toEqual(['detractor', 'detractor', 'passive', 'passive', 'promoter', 'promoter'])
  })
})

describe('the plain standard error', () => {
  it('needs two answers', () => {
    expect(npsStandardError({ promoters: 1, passives: 0, detractors: 0 })).toBeNull()
    expect(npsStandardError({ promoters: 1, passives: 1, detractors: 0 })).toBeCloseTo(50, 10)
  })

  it('is the spread of an answer over the root of their number', () => {
    const counts = { promoters: 12, passives: 9, detractors: 4 }

    expect(npsSpread(counts)).toBeCloseTo((npsStandardError(counts) ?? Number.NaN) * 5, 10)
    expect(npsSpread({ promoters: 1, passives: 0, detractors: 0 })).toBeNull()
  })
})

describe('the margin of a score', () => {
  it('is the score interval of promoters less detractors', () => {
    // Fagerland, Lydersen & Laake, "Recommended tests and confidence intervals for paired binomial proportions", Statistics
    // in Medicine 33 (2014): 1 and 7 discordant of 21 pairs have Tango's interval −0.517 to −0.026.
    const figure = marginOf({ promoters: 1, passives: 13, detractors: 7 })

    expect(figure.score).toBeCloseTo((100 * -6) / 21, 10)
    expect(Math.abs(figure.low + 51.7)).toBeLessThan(0.051)
    expect(Math.abs(figure.high + 2.6)).toBeLessThan(0.051)
  })

  it('stands where the score test stops to reject', () => {
    fc.assert(
      fc.property(someCounts, (counts) => {
        const { promoters, detractors } = counts
        const answers = answersOf(counts)
        const figure = marginOf(counts)

        for (const bound of [figure.low, figure.high].filter((bound) => Math.abs(bound) < 99.9)) {
          const difference = bound / 100
          // The likeliest share of detractors by looking for it, not by Tango's formula.
          const detractorShare = likeliest(counts, difference)
          const variance = answers * (2 * detractorShare + difference - difference ** 2)
          const z = Math.abs(promoters - detractors - answers * difference) / Math.sqrt(variance)
          expect(Math.abs(z - 1.96)).toBeLessThan(0.001)
        }
      }),
      { numRuns: 50 },
    )
  })

  it('never leaves what the silent could make of the score', () => {
    // Four of five answered and stand at 0: the last one can make it −20 or 20, whatever a formula says.
    expect(marginOf({ promoters: 2, passives: 0, detractors: 2 }, 5)).toMatchObject({ low: -20, high: 20 })
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

  it('comes as every other figure, too', () => {
    const figure = npsFigure({ promoters: 3, passives: 1, detractors: 1 }, 40)

    expect(npsAsFigure(figure)).toEqual({ value: 40, low: figure.low, high: figure.high, answers: 5 })
    expect(npsAsFigure(npsFigure({ promoters: 0, passives: 0, detractors: 0 }))).toBeNull()
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
      { examples: [[{ promoters: 0, passives: 5, detractors: 460 }, 1321]] }, // rounded apart once
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
        fc.pre(answers > 1)
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
