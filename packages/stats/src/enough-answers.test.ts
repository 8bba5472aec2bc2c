import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answersMissing, enoughAnswers } from './enough-answers.ts'
import type { NpsCounts } from './nps.ts'

const counts = (promoters: number, passives: number, detractors: number): NpsCounts => ({
  promoters,
  passives,
  detractors,
})
const someCounts = fc.tuple(fc.nat(60), fc.nat(60), fc.nat(60)).map((three) => counts(...three))

describe('enough answers for an NPS', () => {
  it('are twelve, three of them of another mind than most', () => {
    expect(enoughAnswers(counts(5, 4, 2))).toBe(false)
    expect(enoughAnswers(counts(6, 4, 2))).toBe(true)
    expect(enoughAnswers(counts(10, 1, 1))).toBe(false)
  })

  it('are more from forty on, where the margin promises more', () => {
    expect(enoughAnswers(counts(33, 4, 3))).toBe(false)
    expect(enoughAnswers(counts(32, 6, 2))).toBe(true)
    expect(enoughAnswers(counts(95, 4, 1))).toBe(false)
    expect(enoughAnswers(counts(190, 8, 2))).toBe(true)
  })

  it('are more where nobody is passive and the score moves by two', () => {
    expect(enoughAnswers(counts(35, 1, 8), 200)).toBe(false)
    expect(enoughAnswers(counts(35, 8, 1), 200)).toBe(true)
  })

  it('are there once everybody of a dozen or more answered, however they agree, and never of nobody', () => {
    expect(enoughAnswers(counts(12, 0, 0), 12)).toBe(true)
    expect(enoughAnswers(counts(12, 0, 0), 13)).toBe(false)
    expect(enoughAnswers(counts(11, 0, 0), 11)).toBe(false)
    expect(enoughAnswers(counts(1, 0, 0), 1)).toBe(false)
    expect(enoughAnswers(counts(0, 0, 0))).toBe(false)
    expect(enoughAnswers(counts(0, 0, 0), 0)).toBe(false)
  })
})

describe('missing answers', () => {
  it('are none exactly when there are enough', () => {
    fc.assert(
      fc.property(someCounts, fc.option(fc.nat(400), { nil: undefined }), (some, base) => {
        const answers = some.promoters + some.passives + some.detractors
        fc.pre(base === undefined || base > answers)

        const missing = answersMissing(some, base)
        expect(missing === 0).toBe(enoughAnswers(some, base))
        if (base !== undefined) expect(answers + missing).toBeLessThanOrEqual(base)
      }),
    )
  })

  it('are what the same mix needs', () => {
    expect(answersMissing(counts(0, 0, 0))).toBe(12)
    expect(answersMissing(counts(3, 2, 1))).toBe(6)
    expect(answersMissing(counts(10, 1, 1))).toBe(6)
    expect(answersMissing(counts(12, 0, 0))).toBe(188)
    expect(answersMissing(counts(9, 0, 0), 30)).toBe(21)
  })
})
