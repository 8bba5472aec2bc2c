import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accountVoices, byAccount, npsValue } from './by-account.ts'
import { t95 } from './quantiles.ts'

const answer = (account: string, ...scores: number[]) => scores.map((score) => ({ account, value: npsValue(score) }))
const someAnswers = fc.array(
  fc.record({ account: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), value: fc.constantFrom(-100, 0, 100) }),
  { minLength: 1, maxLength: 60 },
)

describe('accounts as the unit', () => {
  it('hear each account once, as the mean of its people', () => {
    const answers = [...answer('acme', 10, 9, 10, 10), ...answer('tiny', 3), ...answer('duo', 9, 2)]

    expect(accountVoices(answers)).toEqual([
      { account: 'acme', value: 100, people: 4 },
      { account: 'tiny', value: -100, people: 1 },
      { account: 'duo', value: 0, people: 2 },
    ])
    expect(byAccount(answers)).toMatchObject({ value: 0, answers: 3, people: 7, effectiveAccounts: 3 })
  })

  it('let an account count for its spend, with the linearised margin of a ratio', () => {
    const answers = [...answer('big', 10), ...answer('mid', 7), ...answer('small', 2)]
    const spend: Record<string, number> = { big: 60, mid: 30, small: 10 }

    const figure = byAccount(answers, { weightOf: (account) => spend[account] ?? 0, base: 12 })

    // 60 · 100 + 30 · 0 − 10 · 100 of 100 is 50. Half an account of the usual 33.3 joins, a quarter at either end, so the
    // middle is 5,000 / 116.7, and its errors are those of four voices and a bit.
    const centre = 5_000 / (350 / 3)
    const squares =
      (60 * (100 - centre)) ** 2 +
      (30 * centre) ** 2 +
      (10 * (100 + centre)) ** 2 +
      0.25 * (100 / 3) ** 2 * ((100 - centre) ** 2 + (100 + centre) ** 2)
    const effective = 1 / (0.36 + 0.09 + 0.01)
    const low = centre - (t95(effective - 1) * Math.sqrt((3.5 / 2.5) * squares)) / (350 / 3)
    expect(figure?.value).toBeCloseTo(50, 10)
    expect(figure?.effectiveAccounts).toBeCloseTo(effective, 10)
    expect(figure?.low).toBeCloseTo(Math.max(-100, 50 + (low - 50) * Math.sqrt(1 - 3 / 12)), 8)
    expect(figure?.high).toBe(100)
  })

  it('leave out what counts for nothing', () => {
    const answers = [...answer('paying', 9, 10, 3), ...answer('free', 0, 0)]
    const weightOf = (account: string) => (account === 'paying' ? 5 : 0)

    expect(byAccount(answers, { weightOf })).toEqual(byAccount(answer('paying', 9, 10, 3), { weightOf }))
    expect(byAccount(answer('free', 1), { weightOf })).toBeNull()
    expect(byAccount([])).toBeNull()
  })

  it('are alike when all weigh the same', () => {
    fc.assert(
      fc.property(someAnswers, fc.integer({ min: 1, max: 9 }), (answers, weight) => {
        const plain = byAccount(answers, { base: 40 })
        const weighted = byAccount(answers, { base: 40, weightOf: () => weight })

        expect(weighted?.value).toBeCloseTo(plain?.value ?? Number.NaN, 8)
        expect(weighted?.low).toBeCloseTo(plain?.low ?? Number.NaN, 6)
        expect(weighted?.high).toBeCloseTo(plain?.high ?? Number.NaN, 6)
      }),
    )
  })

  it('hold the figure and stay within −100 and 100', () => {
    fc.assert(
      fc.property(someAnswers, fc.integer({ min: 6, max: 50 }), (answers, base) => {
        const weightOf = (account: string) => account.charCodeAt(0) - 96
        for (const figure of [byAccount(answers, { base }), byAccount(answers, { base, weightOf })]) {
          const { low, value, high } = figure ?? { low: 1, value: 0, high: -1 }

          expect(-100 <= low && low <= value && value <= high && high <= 100).toBe(true)
        }
      }),
    )
  })
})
