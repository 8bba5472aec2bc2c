import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { responseRates } from './response-rates.ts'

const someStrata = fc.array(
  fc.nat(2_000).chain((asked) => fc.record({ asked: fc.constant(asked), answered: fc.nat(asked) })),
  { maxLength: 20 },
)

describe('response rates', () => {
  it('are what is expected before anybody was asked', () => {
    const nobody = { asked: 0, answered: 0 }

    expect(responseRates([nobody, nobody])).toEqual([0.2, 0.2])
    expect(responseRates([nobody], 0.35)).toEqual([0.35])
    expect(responseRates([nobody], 0)).toEqual([0.01])
    expect(responseRates([])).toEqual([])
  })

  it('trust a stratum the more, the more of it were asked', () => {
    const [few = 0, many = 0] = responseRates([
      { asked: 10, answered: 5 },
      { asked: 1_000, answered: 500 },
      { asked: 1_000, answered: 100 },
    ])

    expect(many).toBeGreaterThan(0.47)
    expect(few).toBeLessThan(many)
    expect(few).toBeGreaterThan(0.3)
  })

  it('draw strata together that differ by chance alone', () => {
    const alike = responseRates([
      { asked: 100, answered: 18 },
      { asked: 100, answered: 22 },
    ])
    const unlike = responseRates([
      { asked: 100, answered: 8 },
      { asked: 100, answered: 32 },
    ])

    // m = 200: (18 + 200 · 0.2) / 300
    expect(alike[0]).toBeCloseTo(58 / 300, 9)
    expect(unlike[0]).toBeLessThan(0.11)
    expect(unlike[1]).toBeGreaterThan(0.29)
  })

  it('lie between 0 and 1, and between the stratum’s own and the common rate', () => {
    fc.assert(
      fc.property(someStrata, (strata) => {
        const rates = responseRates(strata)

        const asked = strata.reduce((total, stratum) => total + stratum.asked, 20)
        const pooled = strata.reduce((total, stratum) => total + stratum.answered, 4) / asked
        for (const [index, rate] of rates.entries()) {
          const stratum = strata[index] ?? { asked: 0, answered: 0 }
          const own = stratum.asked > 0 ? stratum.answered / stratum.asked : pooled
          expect(rate).toBeGreaterThan(0)
          expect(rate).toBeLessThan(1)
          expect(rate).toBeGreaterThanOrEqual(Math.min(own, pooled) - 1e-12)
          expect(rate).toBeLessThanOrEqual(Math.max(own, pooled) + 1e-12)
        }
      }),
    )
  })

  it('bear more answers than prompts, as when a page answers by itself', () => {
    const [rate = 1] = responseRates([{ asked: 3, answered: 5 }])

    expect(rate).toBeLessThan(1)
  })
})
