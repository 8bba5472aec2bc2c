import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tMargin } from './mean.ts'
import { npsFigure } from './nps.ts'
import { npsSummary, postStratify, type Stratum, stratumWeights, weightedMean } from './post-stratify.ts'

const nobody = { promoters: 0, passives: 0, detractors: 0 }

const someStratum = fc.record({
  base: fc.integer({ min: 60, max: 5000 }),
  counts: fc.record({ promoters: fc.nat(20), passives: fc.nat(20), detractors: fc.nat(20) }),
})
const answersOf = ({ counts }: Stratum) => counts.promoters + counts.passives + counts.detractors
const answersOfAll = (strata: Stratum[]) => strata.reduce((total, stratum) => total + answersOf(stratum), 0)
const someStrata = fc.array(someStratum, { minLength: 1, maxLength: 6 }).filter((strata) => answersOfAll(strata) >= 2)

const weightedOf = (strata: Stratum[]) => {
  const weighted = postStratify(strata)
  if (weighted === null) throw new Error('fewer than two answers')
  return weighted
}

describe('weighting to the base', () => {
  it('gives nothing below two answers', () => {
    expect(postStratify([])).toBeNull()
    expect(postStratify([{ base: 10, counts: nobody }])).toBeNull()
    expect(postStratify([{ base: 10, counts: { ...nobody, promoters: 1 } }])).toBeNull()
  })

  it('leaves out answers of a stratum that holds nobody now', () => {
    const pro = { base: 100, counts: { promoters: 6, passives: 3, detractors: 1 } }
    const discontinued = { base: 0, counts: { promoters: 0, passives: 0, detractors: 9 } }

    expect(postStratify([pro, discontinued])).toEqual(postStratify([pro]))
    expect(postStratify([discontinued])).toBeNull()
  })

  it('says how much of the base a silent stratum leaves uncovered', () => {
    const weighted = weightedOf([
      { base: 300, counts: { promoters: 4, passives: 2, detractors: 2 } },
      { base: 100, counts: nobody },
    ])

    expect(weighted.coveredShare).toBeCloseTo(0.75, 12)
    expect(weighted.score).toBeCloseTo(25, 10)
  })

  it('equals the raw score with one stratum, its margin Student’s with an answer more at either end', () => {
    fc.assert(
      fc.property(
        someStratum.filter((stratum) => answersOf(stratum) >= 2),
        (stratum) => {
          const weighted = weightedOf([stratum])

          const { promoters, passives, detractors } = stratum.counts
          const answers = answersOf(stratum)
          const score = npsFigure(stratum.counts).score ?? Number.NaN
          const more = npsSummary({ promoters: promoters + 1, passives, detractors: detractors + 1 })
          const margin = tMargin(more, answers - 1)
          const correction = Math.sqrt(1 - answers / stratum.base)
          const low = score + Math.min(0, more.mean - margin - score) * correction
          const high = score + Math.max(0, more.mean + margin - score) * correction
          expect(weighted.score).toBeCloseTo(score, 9)
          expect(weighted.low).toBeCloseTo(Math.max(-100, low), 9)
          expect(weighted.high).toBeCloseTo(Math.min(100, high), 9)
          expect(weighted.effectiveAnswers).toBeCloseTo(answersOf(stratum), 9)
          expect(weighted.coveredShare).toBe(1)
        },
      ),
    )
  })

  it('keeps its bounds, and never counts more answers than were given', () => {
    fc.assert(
      fc.property(someStrata, (strata) => {
        const { score, low, high, effectiveAnswers, coveredShare } = weightedOf(strata)

        expect(-100 <= low && low <= score && score <= high && high <= 100).toBe(true)
        expect(effectiveAnswers).toBeGreaterThan(0)
        expect(effectiveAnswers).toBeLessThanOrEqual(answersOfAll(strata) + 1e-9)
        expect(coveredShare).toBeGreaterThan(0)
        expect(coveredShare).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('does not depend on the order of the strata, nor on a stratum cut in two of like answers', () => {
    fc.assert(
      fc.property(someStrata, (strata) => {
        const halved = strata.flatMap((stratum) => [stratum, stratum])

        expect(weightedOf(strata.toReversed()).score).toBeCloseTo(weightedOf(strata).score, 9)
        expect(weightedOf(halved).score).toBeCloseTo(weightedOf(strata).score, 9)
      }),
    )
  })

  it('has no width once everybody answered', () => {
    fc.assert(
      fc.property(someStrata, (strata) => {
        const census = strata.map((stratum) => ({ ...stratum, base: answersOf(stratum) }))
        const { score, low, high } = weightedOf(census)

        expect([low, high]).toEqual([score, score])
      }),
    )
  })

  it('has width while anybody is left to answer, even where all agree', () => {
    for (const counts of [
      { ...nobody, promoters: 20 },
      { ...nobody, passives: 20 },
      { ...nobody, detractors: 20 },
    ]) {
      const { score, low, high } = weightedOf([
        { base: 500, counts },
        { base: 500, counts },
      ])
      // Of one who answered otherwise among forty, 2.5 or 5 points come.
      expect(high - low).toBeGreaterThan(10)
      expect(low <= score && score <= high).toBe(true)

      const nearly = weightedOf([
        { base: 20, counts },
        { base: 21, counts },
      ])
      expect(nearly.high - nearly.low).toBeGreaterThan(0)
    }
  })

  it('is the weighted mean of answers on any scale', () => {
    // Two plans of 300 and 100 people whose efforts average 6 and 2: (3 · 6 + 1 · 2) / 4.
    const weighted = weightedMean(
      [
        { base: 300, summary: { answers: 10, mean: 6, variance: 1 } },
        { base: 100, summary: { answers: 30, mean: 2, variance: 0.5 } },
      ],
      { lowest: 1, highest: 7 },
    )

    // Weights that sum to 1 are 0.075 and 0.25 / 30, so Σ (w e)² = 10 · 0.075² + 30 · 0.5 / 120².
    const standardError = Math.sqrt((1 - 40 / 400) * (40 / 39) * (10 * 0.075 ** 2 + 15 / 120 ** 2))
    expect(weighted?.value).toBeCloseTo(5, 12)
    expect(weighted?.standardError).toBeCloseTo(standardError, 12)
    expect(weighted?.designEffect).toBeCloseTo(40 * (10 * 0.075 ** 2 + 30 / 120 ** 2), 12)
    expect(weighted).toMatchObject({ answers: 40, coveredShare: 1 })
  })

  it('weighs answers to a mean of 1, and those of nobody with 0', () => {
    fc.assert(
      fc.property(someStrata, (strata) => {
        const sizes = [
          ...strata.map((stratum) => ({ base: stratum.base, answers: answersOf(stratum) })),
          { base: 0, answers: 5 },
        ]
        const weights = stratumWeights(sizes)

        const total = sizes.reduce((sum, { answers }, at) => sum + answers * (weights[at] ?? 0), 0)
        expect(total).toBeCloseTo(answersOfAll(strata), 8)
        expect(weights.at(-1)).toBe(0)
      }),
    )
    expect(stratumWeights([{ base: 10, answers: 0 }])).toEqual([0])
  })

  it('counts an NPS answer as +100, 0 or −100', () => {
    expect(npsSummary({ promoters: 3, passives: 0, detractors: 1 })).toEqual({ answers: 4, mean: 50, variance: 7_500 })
  })
})
