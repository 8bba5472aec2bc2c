import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AccountAnswer, accountVoices, byAccount } from './by-account.ts'
import { npsScale } from './figure.ts'
import { addVoices, type VoiceSums, voiceFigure, voiceSummary } from './voice-sums.ts'

const Answers = fc.array(
  fc.record({ account: fc.constantFrom(...'abcdefghijklmnop'), value: fc.constantFrom(100, 0, -100) }),
  { maxLength: 60 },
)
const Base = fc.option(fc.integer({ min: 16, max: 300 }), { nil: undefined })
const spendOf = (account: string) => account.charCodeAt(0) % 7

/** What a store sums up. */
const sumsOf = (answers: AccountAnswer[], weightOf: (account: string) => number): VoiceSums => {
  const voices = accountVoices(answers).map(({ account, value: v, people }): VoiceSums => {
    const w = weightOf(account)
    return { accounts: 1, people, w, ww: w * w, wv: w * v, wwv: w * w * v, wwvv: w * w * v * v, wvv: w * v * v }
  })
  return addVoices(voices.filter(({ w }) => w > 0))
}

describe('a figure from sums over accounts', () => {
  it.each([
    ['alike', undefined],
    ['by what they spend', spendOf],
  ])('is that of the list of all answers, accounts counting %s', (_, weightOf) => {
    fc.assert(
      fc.property(Answers, Base, (answers, base) => {
        const expected = byAccount(answers, { weightOf, base })
        const figure = voiceFigure(sumsOf(answers, weightOf ?? (() => 1)), npsScale, base)

        expect(figure === null).toBe(expected === null)
        for (const [name, value] of Object.entries(expected ?? {}))
          expect(figure).toHaveProperty(name, expect.closeTo(value, 6))
      }),
    )
  })

  it('has mean and variance of the voices', () => {
    const answers = [
      { account: 'a', value: 100 },
      { account: 'a', value: 0 },
      { account: 'b', value: -100 },
    ]

    const summary = voiceSummary(sumsOf(answers, () => 1))

    expect(summary).toEqual({ answers: 2, mean: -25, variance: 5_625 })
  })
})
