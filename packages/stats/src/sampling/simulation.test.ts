import { describe, expect, it } from 'vitest'
import { compareRule, rules } from '../../bench/sampling-allocation.ts'
import { simulate } from '../../bench/sampling-simulation.ts'

// A short version of `pnpm --filter @heed/stats bench`, whose figures stand in docs/measurements.md.
describe('a sample by quotas, weighted, where loud segments answer three to four times as often', () => {
  it.each([
    ['500 accounts', { size: 500, target: { answers: 50 }, rounds: 400 }],
    ['5,000 people', { size: 5_000, target: { answers: 400 }, rounds: 20 }],
  ])(
    'takes at least four fifths of the bias away in a base of %s',
    (_, setting) => {
      const { figures } = simulate(setting)

      const raw = figures['everyone, raw']
      const ours = figures['quotas, weighted']
      expect(raw.bias).toBeGreaterThan(10)
      expect(Math.abs(ours.bias)).toBeLessThan(0.2 * raw.bias)
      // What quotas add to weighting: small strata are heard, and answers lose less to unequal weights.
      const weighting = figures['flat share, weighted']
      expect(ours.fewHeard).toBeLessThan(0.7 * weighting.fewHeard)
      expect(ours.effectiveAnswers).toBeGreaterThan(weighting.effectiveAnswers)
    },
    60_000,
  )
})

describe('a floor under proportional quotas', () => {
  it('does more for strata than powers of the base that cost the whole as much', () => {
    const compare = (name: string) => {
      const rule = rules[name]
      if (!rule) throw new Error(`there is no rule ${name}`)
      return compareRule(rule, { wanted: 400, rounds: 1_000, seed: 1 })
    }
    const [proportional, floor, power] = ['proportional', 'at least 10', 'power ¾'].map(compare)

    expect(floor?.worst).toBeLessThan(0.5 * (proportional?.worst ?? 0))
    expect(floor?.whole).toBeLessThan(1.1 * (proportional?.whole ?? 0))
    expect(floor?.inStrata).toBeLessThan(power?.inStrata ?? 0)
    expect(floor?.designEffect).toBeLessThan((power?.designEffect ?? 0) + 0.02)
  })
})
