import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allocate, designEffect } from './allocate.ts'
import { answersForMargin } from './answers-for-margin.ts'
import { planQuotas } from './plan-quotas.ts'

const someStrata = fc
  .array(
    fc.record({ base: fc.integer({ min: 0, max: 20_000 }), responseRate: fc.double({ min: 0, max: 1, noNaN: true }) }),
    { maxLength: 30 },
  )
  .map((strata) => strata.map((stratum, index) => ({ ...stratum, key: `stratum ${index}` })))

const mostOf = ({ base, responseRate }: { base: number; responseRate: number }) =>
  Math.floor(base * responseRate + 1e-9)
const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0)
const strata = [
  { key: 'free', base: 6_000, responseRate: 0.2 },
  { key: 'growth', base: 3_900, responseRate: 0.2 },
  { key: 'scale', base: 100, responseRate: 0.2 },
]

describe('quotas', () => {
  it('follow the base, with a floor for small strata', () => {
    expect([...allocate(strata, 300)]).toEqual([
      ['free', 176],
      ['growth', 114],
      ['scale', 10],
    ])
    expect([...allocate(strata, 300, { minimum: 0 })]).toEqual([
      ['free', 180],
      ['growth', 117],
      ['scale', 3],
    ])
  })

  it('lower the floor where it would take more than half of all answers', () => {
    expect([...allocate(strata, 12).values()]).toEqual([6, 4, 2])
  })

  it('take from the others what a stratum cannot give', () => {
    const silent = [{ key: 'silent', base: 1_000, responseRate: 0.01 }, ...strata]

    const quotas = allocate(silent, 300)

    expect(quotas.get('silent')).toBe(10)
    expect(sum(quotas.values())).toBe(300)
  })

  it('are whole, sum up, and ask no stratum for more than it can give', () => {
    fc.assert(
      fc.property(someStrata, fc.nat(5_000), fc.nat(40), (some, wanted, minimum) => {
        const quotas = allocate(some, wanted, { minimum })

        expect(sum(quotas.values())).toBe(Math.min(wanted, sum(some.map(mostOf))))
        for (const stratum of some) {
          const quota = quotas.get(stratum.key) ?? Number.NaN
          expect(Number.isInteger(quota)).toBe(true)
          expect(quota).toBeGreaterThanOrEqual(
            Math.min(mostOf(stratum), Math.floor(Math.min(minimum, wanted / 2 / some.length))),
          )
          expect(quota).toBeLessThanOrEqual(mostOf(stratum))
        }
      }),
    )
  })

  it('do not depend on the order of strata, and never give the larger of two alike less', () => {
    fc.assert(
      fc.property(someStrata, fc.nat(5_000), (some, wanted) => {
        const alike = some.map((stratum) => ({ ...stratum, responseRate: 0.3 }))

        const quotas = allocate(alike, wanted)

        expect(allocate(alike.toReversed(), wanted)).toEqual(quotas)
        const bySize = alike.toSorted((a, b) => a.base - b.base).map(({ key }) => quotas.get(key) ?? 0)
        for (const [index, quota] of bySize.entries())
          expect(quota).toBeGreaterThanOrEqual((bySize[index - 1] ?? 0) - 1)
      }),
    )
  })
})

describe('the design effect of quotas', () => {
  it('is 1 in proportion, and Kish’s sum else', () => {
    expect(
      designEffect(
        strata,
        new Map([
          ['free', 60],
          ['growth', 39],
          ['scale', 1],
        ]),
      ),
    ).toBeCloseTo(1, 12)
    // n · Σ W² / n: 90 · (0.6² + 0.39² + 0.01²) / 30
    expect(
      designEffect(
        strata,
        new Map([
          ['free', 30],
          ['growth', 30],
          ['scale', 30],
        ]),
      ),
    ).toBeCloseTo(3 * 0.5122, 12)
    expect(designEffect([], new Map())).toBe(1)
  })
})

describe('a plan of quotas', () => {
  it('reaches a margin with the fewest answers, its design effect reckoned in', () => {
    const willing = strata.map((stratum) => ({ ...stratum, responseRate: 1 }))
    const options = { spread: 80, minimum: 100 }

    const plan = planQuotas(willing, { marginPoints: 5 }, options)

    expect(plan.reached).toBe(true)
    expect(plan.designEffect).toBeGreaterThan(1.05)
    expect(sum(plan.quotas.values())).toBe(plan.wanted)
    const { designEffect: effect } = plan
    // Its quotas are rounded, so that the effect jumps a little from one number of answers to the next.
    const formula = answersForMargin({ marginPoints: 5, base: 10_000, spread: 80, designEffect: effect })
    expect(plan.wanted).toBeGreaterThanOrEqual(formula)
    expect(plan.wanted).toBeLessThanOrEqual(formula + 2)
    expect(plan.marginPoints).toBeLessThanOrEqual(5)
    expect(planQuotas(willing, { answers: plan.wanted - 1 }, options).marginPoints).toBeGreaterThan(5)
  })

  it('takes all that the base can give where that is too little', () => {
    const small = [{ key: 'all', base: 100, responseRate: 0.2 }]

    expect(planQuotas(small, { marginPoints: 5 })).toMatchObject({ reached: false, wanted: 20 })
    expect(planQuotas(small, { answers: 50 })).toMatchObject({ reached: false, wanted: 20 })
    expect(planQuotas(small, { answers: 20 })).toMatchObject({ reached: true, wanted: 20 })
    expect(planQuotas([], { marginPoints: 5 })).toMatchObject({ reached: false, wanted: 0, marginPoints: null })
  })
})
