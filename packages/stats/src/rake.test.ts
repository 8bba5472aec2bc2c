import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { npsScale } from './figure.ts'
import { weightedMean } from './post-stratify.ts'
import { rake } from './rake.ts'
import { rakedMean } from './raked-mean.ts'

const margin = (levels: Record<string, number>) => new Map(Object.entries(levels))
const summary = (answers: number, mean: number, variance: number) => ({ answers, mean, variance })

const plans = ['free', 'pro']
const tenures = ['new', 'old', 'ancient']
const crossings = plans.flatMap((plan) => tenures.map((tenure) => [plan, tenure]))
/** Every crossing answered, so any margins can be met. */
const someCells = fc
  .tuple(
    ...crossings.map((levels) => fc.record({ levels: fc.constant(levels), answers: fc.integer({ min: 1, max: 40 }) })),
  )
  .map((cells) => [...cells])
const someMargins = fc
  .tuple(fc.integer({ min: 50, max: 950 }), fc.integer({ min: 50, max: 500 }), fc.integer({ min: 50, max: 400 }))
  .map(([free, fresh, old]) => [
    margin({ free, pro: 1_000 - free }),
    margin({ new: fresh, old, ancient: 1_000 - fresh - old }),
  ])

describe('raking', () => {
  it('meets every margin, with weights of mean 1', () => {
    fc.assert(
      fc.property(someCells, someMargins, (cells, margins) => {
        const { weights, off } = rake(cells, margins) ?? { weights: [], off: 1 }

        const all = cells.reduce((total, { answers }) => total + answers, 0)
        const weigh = (at: number, level: string) =>
          cells.reduce(
            (sum, cell, index) => sum + (cell.levels[at] === level ? cell.answers * (weights[index] ?? 0) : 0),
            0,
          )
        for (const [at, levels] of margins.entries())
          for (const [level, base] of levels) expect(weigh(at, level) / all).toBeCloseTo(base / 1_000, 7)
        expect(off).toBeLessThan(1e-7)
      }),
    )
  })

  it('leaves the odds ratios of the answers as they were', () => {
    // What iterative proportional fitting keeps: Deming & Stephan 1940.
    const cells = [
      { levels: ['free', 'new'], answers: 10 },
      { levels: ['free', 'old'], answers: 20 },
      { levels: ['pro', 'new'], answers: 30 },
      { levels: ['pro', 'old'], answers: 5 },
    ]

    const [a = 0, b = 0, c = 0, d = 0] =
      rake(cells, [margin({ free: 70, pro: 30 }), margin({ new: 20, old: 80 })])?.weights ?? []

    expect((a * d) / (b * c)).toBeCloseTo(1, 7)
  })

  it('gives nothing where a level that holds people has no answer', () => {
    const cells = [{ levels: ['free', 'new'], answers: 3 }]

    expect(rake(cells, [margin({ free: 5, pro: 1 }), margin({ new: 6 })])).toBeNull()
    expect(rake([{ levels: ['free', 'new'], answers: 0 }], [margin({ free: 6 }), margin({ new: 6 })])).toBeNull()
    expect(rake(cells, [])).toBeNull()
    expect(rake(cells, [margin({ free: 0 })])).toBeNull()
  })

  it('weighs answers of a level that holds nobody now with 0', () => {
    const cells = [
      { levels: ['free'], answers: 3 },
      { levels: ['pro'], answers: 1 },
      { levels: ['gone'], answers: 5 },
    ]

    const weights = rake(cells, [margin({ free: 60, pro: 60, gone: 0 })])?.weights

    expect(weights?.[0]).toBeCloseTo(2 / 3, 8)
    expect(weights?.[1]).toBeCloseTo(2, 8)
    expect(weights?.[2]).toBe(0)
  })

  it('says how far off it stays where margins contradict each other on the answers', () => {
    // All who are new are on the free plan, and a tenth is on it, but half is new.
    const cells = [
      { levels: ['free', 'new'], answers: 5 },
      { levels: ['pro', 'old'], answers: 5 },
    ]
    const margins = [margin({ free: 10, pro: 90 }), margin({ new: 50, old: 50 })]

    expect(rake(cells, margins)?.off).toBeCloseTo(0.4, 6)
    expect(
      rakedMean(
        cells.map(({ levels, answers }) => ({ levels, summary: summary(answers, 0, 1) })),
        margins,
        npsScale,
      ),
    ).toBeNull()
  })
})

describe('the raked mean', () => {
  it('is the post-stratified mean when there is one margin', () => {
    const strata = [
      { base: 300, summary: summary(12, 20, 6_000) },
      { base: 700, summary: summary(9, -30, 5_000) },
    ]

    const raked = rakedMean(
      strata.map((stratum, at) => ({ levels: [plans[at] ?? ''], summary: stratum.summary })),
      [margin({ free: 300, pro: 700 })],
      npsScale,
    )

    const expected = weightedMean(strata, npsScale)
    expect(raked?.value).toBeCloseTo(expected?.value ?? Number.NaN, 8)
    expect(raked?.standardError).toBeCloseTo(expected?.standardError ?? Number.NaN, 8)
    expect(raked?.designEffect).toBeCloseTo(expected?.designEffect ?? Number.NaN, 8)
  })

  it('does not blame on chance what the levels foretell', () => {
    fc.assert(
      fc.property(someCells, someMargins, (cells, margins) => {
        const effects: Record<string, number> = { free: -20, pro: 10, new: 30, old: 0, ancient: -5 }
        const foretold = cells.map(({ levels, answers }) => ({
          levels,
          summary: summary(
            answers,
            levels.reduce((sum, level) => sum + (effects[level] ?? 0), 0),
            0,
          ),
        }))

        const figure = rakedMean(foretold, margins, npsScale)

        const expected = margins.reduce(
          (sum, levels) =>
            sum + [...levels].reduce((part, [level, base]) => part + ((effects[level] ?? 0) * base) / 1_000, 0),
          0,
        )
        expect(figure?.value).toBeCloseTo(expected, 5)
        expect(figure?.standardError).toBeLessThan(1e-5)
      }),
    )
  })

  it('is the same for single answers as for their cells', () => {
    const margins = [margin({ free: 60, pro: 40 }), margin({ new: 50, old: 50 })]
    const cells = [
      { levels: ['free', 'new'], values: [100, 0, 100] },
      { levels: ['free', 'old'], values: [-100, 0] },
      { levels: ['pro', 'new'], values: [100] },
      { levels: ['pro', 'old'], values: [-100, -100, 0, 100] },
    ]
    const summarised = cells.map(({ levels, values }) => {
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length
      const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
      return { levels, summary: summary(values.length, mean, variance) }
    })
    const single = cells.flatMap(({ levels, values }) =>
      values.map((value) => ({ levels, summary: summary(1, value, 0) })),
    )

    const [one, other] = [rakedMean(summarised, margins, npsScale), rakedMean(single, margins, npsScale)]

    expect(one?.value).toBeCloseTo(other?.value ?? Number.NaN, 7)
    expect(one?.standardError).toBeCloseTo(other?.standardError ?? Number.NaN, 7)
    expect(one?.effectiveAnswers).toBeCloseTo(other?.effectiveAnswers ?? Number.NaN, 7)
  })
})
