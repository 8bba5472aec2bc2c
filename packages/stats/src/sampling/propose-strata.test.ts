import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { proposeStrata, type SamplingCell, smallestStratum, stratumFinder } from './propose-strata.ts'

const someCells = fc.uniqueArray(
  fc.record({
    plan: fc.constantFrom('free', 'pro', 'scale', null),
    tenureBand: fc.constantFrom('0-89', '90-179', '180-364', '365+', 'unknown'),
    spendBand: fc.constantFrom('none', 'low', 'middle', 'high', 'unknown'),
    base: fc.nat(300),
  }),
  { selector: ({ base: _, ...cell }) => JSON.stringify(cell), maxLength: 60 },
)

const cell = (plan: string | null, tenureBand: string, spendBand: string, base: number) => ({
  ...{ plan, tenureBand, spendBand, base },
})
const inShort = (cells: SamplingCell[]) => cells.map((one) => `${one.plan} ${one.tenureBand} ${one.spendBand}`)

describe('proposed strata', () => {
  it('are the cells themselves where each holds enough', () => {
    const strata = proposeStrata([cell('pro', '0-89', 'low', 40), cell('pro', '365+', 'low', 30)], { smallest: 30 })

    expect(
      strata.map(({ base, plans, tenureBands, spendBands }) => ({ base, plans, tenureBands, spendBands })),
    ).toEqual([
      { base: 40, plans: ['pro'], tenureBands: ['0-89'], spendBands: ['low'] },
      { base: 30, plans: ['pro'], tenureBands: ['365+'], spendBands: ['low'] },
    ])
  })

  it('join a small cell to the next band of its plan, not to a nearer size or another plan', () => {
    const strata = proposeStrata(
      [
        cell('pro', '0-89', 'low', 8),
        cell('pro', '90-179', 'low', 90),
        cell('pro', '365+', 'low', 50),
        cell('scale', '0-89', 'low', 50),
      ],
      { smallest: 30 },
    )

    const joined = strata.find(({ base }) => base === 98)
    expect(strata).toHaveLength(3)
    expect(joined?.tenureBands).toEqual(['0-89', '90-179'])
    expect(joined?.plans).toEqual(['pro'])
  })

  it('join a small plan to another rather than leave it alone', () => {
    const strata = proposeStrata([cell('trial', '0-89', 'none', 4), cell('pro', '0-89', 'low', 90)], { smallest: 30 })

    expect(strata).toHaveLength(1)
    expect(strata[0]?.plans).toEqual(['pro', 'trial'])
  })

  it('prefer a full block of bands where two are as near', () => {
    const strata = proposeStrata(
      [
        cell('pro', '0-89', 'low', 20),
        cell('pro', '90-179', 'low', 20),
        cell('pro', '0-89', 'middle', 9),
        cell('pro', '90-179', 'middle', 300),
        cell('pro', '0-89', 'high', 300),
      ],
      { smallest: 25 },
    )

    // The 20 left over join the 300 above them: with the 29, though fewer, they would make a corner.
    expect(strata.map(({ base }) => base).sort((a, b) => a - b)).toEqual([20 + 9, 300, 300 + 20])
  })

  it('hold everybody once, and enough in each, in whatever order the cells come', () => {
    fc.assert(
      fc.property(someCells, fc.integer({ min: 1, max: 500 }), (cells, smallest) => {
        const strata = proposeStrata(cells, { smallest })

        const people = cells.filter(({ base }) => base > 0)
        expect(inShort(strata.flatMap((stratum) => stratum.cells)).sort()).toEqual(inShort(people).sort())
        for (const stratum of strata) {
          const held = people.filter((one) => inShort(stratum.cells).includes(inShort([one])[0] ?? ''))
          expect(stratum.base).toBe(held.reduce((total, { base }) => total + base, 0))
          if (strata.length > 1) expect(stratum.base).toBeGreaterThanOrEqual(smallest)
        }
        expect(proposeStrata(cells.toReversed(), { smallest })).toEqual(strata)
      }),
    )
  })
})

describe('the stratum of a person', () => {
  it('is that of their cell', () => {
    fc.assert(
      fc.property(someCells, fc.integer({ min: 1, max: 500 }), (cells, smallest) => {
        const strata = proposeStrata(cells, { smallest })
        const find = stratumFinder(strata)

        for (const one of cells.filter(({ base }) => base > 0)) {
          expect(inShort(find(one)?.cells ?? [])).toContain(inShort([one])[0])
        }
      }),
    )
  })

  it('is the nearest for a cell that nobody was in', () => {
    const strata = proposeStrata([cell('pro', '0-89', 'low', 40), cell('pro', '365+', 'low', 30)], { smallest: 30 })

    const find = stratumFinder(strata)

    expect(find({ plan: 'pro', tenureBand: '180-364', spendBand: 'low' })?.tenureBands).toEqual(['365+'])
    expect(find({ plan: 'new', tenureBand: '0-89', spendBand: 'low' })?.tenureBands).toEqual(['0-89'])
    expect(stratumFinder([])({ plan: 'pro', tenureBand: '0-89', spendBand: 'low' })).toBeNull()
  })
})

describe('how many people a stratum should hold', () => {
  it('follows from the response rate where everybody is needed, else from the part of the answers wanted', () => {
    expect(smallestStratum({ base: 500, answersWanted: 100, responseRate: 0.2 })).toBe(25)
    expect(smallestStratum({ base: 50_000, answersWanted: 1_000, responseRate: 0.2 })).toBe(250)
    expect(smallestStratum({ base: 20, answersWanted: 10, responseRate: 0.2 })).toBe(20)
  })
})
