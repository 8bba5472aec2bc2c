import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answersForMargin, cautiousSpread, marginOfAnswers } from './answers-for-margin.ts'

const somePlan = fc.record({
  marginPoints: fc.double({ min: 0.5, max: 40, noNaN: true }),
  base: fc.integer({ min: 1, max: 200_000 }),
  spread: fc.double({ min: 5, max: 100, noNaN: true }),
  designEffect: fc.double({ min: 1, max: 3, noNaN: true }),
})

describe('answers for a margin', () => {
  it.each([
    [1_000, 278],
    [10_000, 370],
    [Number.MAX_SAFE_INTEGER, 385],
  ])('of ± 5 points of a share near one half, in a base of %i, are %i', (base, answers) => {
    // Krejcie & Morgan, "Determining sample size for research activities", Educational and Psychological Measurement 30,
    // 1970, table 1; 385 is Cochran's without end. A yes or no at one half has a spread of 50 points.
    expect(answersForMargin({ marginPoints: 5, base, spread: 50 })).toBe(answers)
  })

  it('are reckoned cautiously before there are any', () => {
    expect(answersForMargin({ marginPoints: 5, base: 1e9 })).toBe(1_245)
    // A fifth of passives, the others split evenly.
    expect(cautiousSpread).toBeGreaterThan(100 * Math.sqrt(0.8))
  })

  it('are the fewest that reach it', () => {
    fc.assert(
      fc.property(somePlan, (plan) => {
        const answers = answersForMargin(plan)

        expect(answers).toBeGreaterThanOrEqual(1)
        expect(answers).toBeLessThanOrEqual(plan.base)
        expect(marginOfAnswers({ ...plan, answers })).toBeLessThanOrEqual(plan.marginPoints + 1e-6)
        if (answers > 1) {
          expect(marginOfAnswers({ ...plan, answers: answers - 1 })).toBeGreaterThan(plan.marginPoints - 1e-6)
        }
      }),
    )
  })

  it('are none of an empty base, and no margin comes of none', () => {
    expect(answersForMargin({ marginPoints: 5, base: 0 })).toBe(0)
    expect(marginOfAnswers({ answers: 0, base: 100 })).toBeNull()
    expect(marginOfAnswers({ answers: 100, base: 100 })).toBe(0)
  })
})
