import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bootstrap } from './bootstrap.ts'
import { meanFigure } from './mean.ts'
import { randomFrom } from './random.ts'
import { median } from './response-time.ts'
import { summarise } from './summary.ts'

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const middle = (values: readonly number[]) => median(values) ?? Number.NaN

/** Efron & Tibshirani 1993, table 3.1: average LSAT and GPA of fifteen law schools. */
const lawSchools: [number, number][] = [
  [576, 3.39],
  [635, 3.3],
  [558, 2.81],
  [578, 3.03],
  [666, 3.44],
  [580, 3.07],
  [555, 3],
  [661, 3.43],
  [651, 3.36],
  [605, 3.13],
  [653, 3.12],
  [575, 2.74],
  [545, 2.76],
  [572, 2.88],
  [594, 2.96],
]

const correlation = (pairs: readonly [number, number][]) => {
  const [x, y] = [mean(pairs.map(([one]) => one)), mean(pairs.map(([, other]) => other))]
  const sum = (part: (dx: number, dy: number) => number) =>
    pairs.reduce((total, [one, other]) => total + part(one - x, other - y), 0)
  return sum((dx, dy) => dx * dy) / Math.sqrt(sum((dx) => dx * dx) * sum((_, dy) => dy * dy))
}

describe('the bootstrap', () => {
  // Bounds of scipy.stats.bootstrap with 100,000 rounds; ours has 10,000 other ones.
  it.each([
    ['bca', 0.338, 0.942],
    ['percentile', 0.459, 0.962],
  ] as const)('gives the correlation of the law schools its %s margin', (method, low, high) => {
    const figure = bootstrap(lawSchools, correlation, { method, rounds: 10_000, seed: 7 })

    expect(figure?.value).toBeCloseTo(0.776, 3)
    expect(Math.abs((figure?.low ?? Number.NaN) - low)).toBeLessThan(0.03)
    expect(Math.abs((figure?.high ?? Number.NaN) - high)).toBeLessThan(0.005)
  })

  it('comes to the margin of the formula where there is one', () => {
    const random = randomFrom(11)
    const values = Array.from({ length: 300 }, () => Math.floor(1 + 7 * random() ** 2))
    const formula = meanFigure(
      summarise(values.map((value) => ({ value, answers: 1 }))),
      { lowest: 1, highest: 7 },
      900,
    )

    const figure = bootstrap(values, mean, { base: 900 })

    expect(Math.abs((figure?.low ?? 0) - (formula?.low ?? 1))).toBeLessThan(0.03)
    expect(Math.abs((figure?.high ?? 0) - (formula?.high ?? 1))).toBeLessThan(0.03)
  })

  it('is the same for the same seed, and another for another', () => {
    const of = (seed: number) => bootstrap(lawSchools, correlation, { seed, rounds: 200 })

    expect(of(3)).toEqual(of(3))
    expect(of(3)?.low).not.toBe(of(4)?.low)
  })

  it('holds the figure, of medians too, and leaves the answers as they were', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { minLength: 1, maxLength: 40 }), fc.nat(1e6), (values, seed) => {
        const before = [...values]
        for (const method of ['bca', 'percentile'] as const) {
          const { low, value, high } = bootstrap(values, middle, { seed, rounds: 100, method }) ?? {
            low: 1,
            value: 0,
            high: 0,
          }

          expect(low).toBeLessThanOrEqual(value)
          expect(value).toBeLessThanOrEqual(high)
        }
        expect(values).toEqual(before)
      }),
      { numRuns: 30 },
    )
  })

  it('has no width of one answer, of answers that agree, and once everybody answered', () => {
    expect(bootstrap([5], mean)).toEqual({ value: 5, low: 5, high: 5, answers: 1 })
    expect(bootstrap([2, 2, 2], mean)).toEqual({ value: 2, low: 2, high: 2, answers: 3 })
    expect(bootstrap([1, 2, 3], mean, { base: 3 })).toEqual({ value: 2, low: 2, high: 2, answers: 3 })
    expect(bootstrap([], mean)).toBeNull()
  })
})

describe('numbers from a seed', () => {
  it('are even, and the same for the same seed', () => {
    const random = randomFrom(1)
    const numbers = Array.from({ length: 10_000 }, random)
    const again = randomFrom(1)

    const tenths = Array.from(
      { length: 10 },
      (_, at) => numbers.filter((number) => Math.floor(number * 10) === at).length,
    )
    // Chi-square with 9 degrees stays below 27.9 in 999 of 1,000 cases.
    expect(tenths.reduce((sum, count) => sum + (count - 1_000) ** 2 / 1_000, 0)).toBeLessThan(27.9)
    expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true)
    expect(numbers.slice(0, 5)).toEqual(Array.from({ length: 5 }, again))
    expect(randomFrom(2)()).not.toBe(numbers[0])
  })
})
