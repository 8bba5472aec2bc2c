import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { balancedScore, heaviestNeeded } from './balanced-score.ts'

const scoreOf = (weights: readonly number[], share: number, least: number) => {
  const falling = weights.map((weight) => Math.max(weight, least)).toSorted((a, b) => b - a)
  const total = falling.reduce((sum, weight) => sum + weight, 0)
  return balancedScore(
    { count: falling.length, total, heaviest: falling.slice(0, heaviestNeeded(share)) },
    share,
    least,
  )
}

/** What each voice weighs in a score: its weight, or the share of the score where that is less. */
const counted = (weights: readonly number[], share: number, least: number, score: number) =>
  weights.map((weight) => Math.min(Math.max(weight, least), Math.max(least, share * score)))

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
const Weights = fc.array(fc.oneof(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 1_000_000 })), {
  maxLength: 60,
})
const Share = fc.constantFrom(0.02, 0.05, 0.1, 0.15, 0.25, 0.5, 1)
const Least = fc.integer({ min: 1, max: 100 })

describe('a balanced score', () => {
  it('is the plain sum where nobody is too heavy', () => {
    expect(scoreOf(new Array(20).fill(100), 0.1, 1)).toBeCloseTo(2_000)
    expect(scoreOf([500, 20, 3], 1, 1)).toBeCloseTo(523)
  })

  it('cuts one that is too heavy to its share, and no further', () => {
    // 18 voices of 50 are 900: 100 more are a tenth of the 1,000.
    expect(scoreOf([90_000, ...new Array(18).fill(50)], 0.1, 1)).toBeCloseTo(1_000)
    // Two heavy ones and 16 of 50: 800 are eight tenths.
    expect(scoreOf([90_000, 700, ...new Array(16).fill(50)], 0.1, 1)).toBeCloseTo(1_000)
  })

  it('counts heads where there are fewer voices than could each keep to the share', () => {
    expect(scoreOf([], 0.1, 7)).toBe(0)
    expect(scoreOf([90_000], 0.1, 7)).toBe(7)
    expect(scoreOf([90_000, 80_000, 1], 0.1, 7)).toBe(21)
  })

  it('lets none weigh more than the share as soon as there are enough voices', () => {
    fc.assert(
      fc.property(Weights, Share, Least, (weights, share, least) => {
        fc.pre(weights.length >= 1 / share)
        const score = scoreOf(weights, share, least)

        const parts = counted(weights, share, least, score)
        expect(sum(parts)).toBeCloseTo(score, 4)
        expect(Math.max(...parts)).toBeLessThanOrEqual(share * score * (1 + 1e-9))
      }),
    )
  })

  it('never falls with another voice, or with more spend of one', () => {
    fc.assert(
      fc.property(Weights, Share, Least, fc.nat(1_000_000), fc.nat(59), (weights, share, least, more, at) => {
        const score = scoreOf(weights, share, least)

        expect(scoreOf([...weights, more], share, least)).toBeGreaterThanOrEqual(score * (1 - 1e-9))
        const richer = weights.map((weight, place) => (place === at ? weight + more : weight))
        expect(scoreOf(richer, share, least)).toBeGreaterThanOrEqual(score * (1 - 1e-9))
      }),
    )
  })

  it('lies between heads of the least weight and the plain sum', () => {
    fc.assert(
      fc.property(Weights, Share, Least, (weights, share, least) => {
        const score = scoreOf(weights, share, least)

        expect(score).toBeGreaterThanOrEqual(weights.length * least)
        expect(score).toBeLessThanOrEqual(sum(weights.map((weight) => Math.max(weight, least))) * (1 + 1e-9))
      }),
    )
  })

  it('does not depend on the currency', () => {
    fc.assert(
      fc.property(Weights, Share, Least, fc.integer({ min: 2, max: 1_000 }), (weights, share, least, rate) => {
        const score = scoreOf(weights, share, least)
        const exchanged = scoreOf(
          weights.map((weight) => weight * rate),
          share,
          least * rate,
        )

        expect(exchanged / rate).toBeCloseTo(score, 3)
      }),
    )
  })
})
