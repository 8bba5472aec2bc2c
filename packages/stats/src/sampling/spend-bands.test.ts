import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { proposeSpendCuts, spendBand } from './spend-bands.ts'

const someSpend = fc.array(fc.oneof(fc.constant(null), fc.constant(0), fc.integer({ min: 1, max: 5_000_000 })), {
  maxLength: 200,
})

describe('cuts of spend', () => {
  it('are thirds of the paying at readable amounts', () => {
    const spend = Array.from({ length: 300 }, (_, index) => 1_007 + 331 * index)

    const cuts = proposeSpendCuts([...spend, null, 0, 0])

    // The thirds themselves lie at 33,776 and 66,876.
    expect(cuts).toEqual([30_000, 70_000])
  })

  it('do not tear the accounts of one price apart', () => {
    const spend = [...Array(60).fill(2_900), ...Array(30).fill(9_900), ...Array(10).fill(29_900)]

    const cuts = proposeSpendCuts(spend)

    expect(new Set(spend.map((amount) => spendBand(amount, cuts)))).toEqual(new Set(['low', 'high']))
    expect(cuts).toHaveLength(1)
    expect(spendBand(2_900, cuts)).toBe('low')
    expect(spendBand(9_900, cuts)).toBe('high')
  })

  it('are none where nobody pays or all pay alike', () => {
    expect(proposeSpendCuts([])).toEqual([])
    expect(proposeSpendCuts([null, 0, -5])).toEqual([])
    expect(proposeSpendCuts([4_900, 4_900, 4_900])).toEqual([])
  })

  it('rise, lie within what is paid, and do not depend on the order', () => {
    fc.assert(
      fc.property(someSpend, (spend) => {
        const cuts = proposeSpendCuts(spend)

        const paid = spend.map((amount) => amount ?? 0).filter((amount) => amount > 0)
        expect(cuts.length).toBeLessThanOrEqual(2)
        expect(cuts).toEqual([...new Set(cuts)].sort((a, b) => a - b))
        for (const cut of cuts) {
          expect(Number.isInteger(cut)).toBe(true)
          expect(paid.some((amount) => amount < cut) && paid.some((amount) => amount >= cut)).toBe(true)
        }
        expect(proposeSpendCuts(spend.toReversed())).toEqual(cuts)
      }),
    )
  })
})

describe('the band of a spend', () => {
  it.each([
    [null, 'unknown'],
    [-100, 'none'],
    [0, 'none'],
    [1, 'low'],
    [4_999, 'low'],
    [5_000, 'middle'],
    [19_999, 'middle'],
    [20_000, 'high'],
  ] as const)('of %s is %s', (spend, band) => {
    expect(spendBand(spend, [5_000, 20_000])).toBe(band)
  })

  it('is low or high with one cut, and middle without any', () => {
    expect([4_999, 5_000].map((spend) => spendBand(spend, [5_000]))).toEqual(['low', 'high'])
    expect([null, 0, 7].map((spend) => spendBand(spend, []))).toEqual(['unknown', 'none', 'middle'])
  })
})
