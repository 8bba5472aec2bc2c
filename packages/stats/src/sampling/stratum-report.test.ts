import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shareWithMargin } from '../share.ts'
import { stratumReport } from './stratum-report.ts'

const stratum = (base: number, answered: number, key = `${base}`) => ({
  ...{ key, base, answered },
  asked: answered * 4,
  wanted: 10,
})

/** What is heard of a fifth of the base that gave so many of forty answers. */
const heardOf = (answers: number) => stratumReport([stratum(200, answers), stratum(800, 40 - answers)])[0]?.heard

describe('the report of a sample', () => {
  it('says for each stratum what was asked, answered and is still wanted', () => {
    const [small, large] = stratumReport([
      { key: 'small', base: 100, asked: 40, answered: 12, wanted: 10 },
      { key: 'large', base: 900, asked: 60, answered: 12, wanted: 90 },
    ])

    expect(small).toMatchObject({ stillWanted: 0, heardRatio: 5, heard: 'over' })
    expect(large).toMatchObject({ stillWanted: 78, heard: 'under' })
    expect(large?.heardRatio).toBeCloseTo(0.5 / 0.9, 12)
    expect(small?.responseRate).toEqual(shareWithMargin(12, 40))
  })

  it.each([
    // Two-sided binomial chances of 40 at one fifth: 2: 0.016, 3: 0.057, 14: 0.039, 15: 0.016. Holm halves the first of two.
    [2, 'under'],
    [3, 'even'],
    [8, 'even'],
    [14, 'even'],
    [15, 'over'],
  ])('finds %i answers of 40 in a fifth of the base %s', (answers, heard) => {
    expect(heardOf(answers)).toBe(heard)
  })

  it('finds the same when answers are too many to count out', () => {
    const heard = [360, 440, 445, 355].map((answers) => {
      const parts = [stratum(2_000, answers), stratum(8_000, 2_001 - answers)]
      return stratumReport(parts)[0]?.heard
    })

    // A standard deviation is 17.9 of 400; Holm asks for 2.24 of them.
    expect(heard).toEqual(['even', 'even', 'over', 'under'])
  })

  it('does not mistake chance in many strata for a difference', () => {
    // Of 40 strata with ten answers expected in each, one has three: chance alone 0.02, but not among forty.
    const strata = Array.from({ length: 40 }, (_, index) => stratum(100, index === 0 ? 3 : 10, `${index}`))

    expect(stratumReport(strata).every(({ heard }) => heard === 'even')).toBe(true)
  })

  it('bears empty surveys, empty strata and strata that nobody belongs to now', () => {
    expect(stratumReport([])).toEqual([])
    expect(stratumReport([stratum(0, 0)])).toEqual([
      { ...stratum(0, 0), responseRate: null, stillWanted: 10, heardRatio: null, heard: 'even' },
    ])
    expect(stratumReport([stratum(0, 5), stratum(100, 5)]).map(({ heardRatio }) => heardRatio)).toEqual([null, 0.5])
    expect(stratumReport([stratum(100, 0), stratum(100, 0, 'b')]).map(({ heard }) => heard)).toEqual(['even', 'even'])
  })

  it('finds nothing over that is below even, and all even where answers follow the base', () => {
    const some = fc.array(fc.record({ base: fc.integer({ min: 1, max: 500 }), answered: fc.nat(400) }), {
      minLength: 1,
      maxLength: 8,
    })
    fc.assert(
      fc.property(some, (parts) => {
        const strata = parts.map(({ base, answered }, index) => stratum(base, answered, `${index}`))

        for (const { heard, heardRatio } of stratumReport(strata)) {
          if (heard === 'over') expect(heardRatio).toBeGreaterThan(1)
          if (heard === 'under') expect(heardRatio).toBeLessThan(1)
        }
        const even = strata.map((one) => ({ ...one, answered: one.base * 3 }))
        expect(stratumReport(even).every(({ heard }) => heard === 'even')).toBe(true)
      }),
    )
  })
})
