import { describe, expect, it } from 'vitest'
import { weightedOf } from './weighted-of.ts'

const said = (plan: string | null, tenure: number | null, answers: number, mean: number) => ({
  parts: [plan, tenure],
  summary: { answers, mean, variance: 2_500 },
})
const holds = (plan: string | null, tenure: number | null, count: number) => ({ parts: [plan, tenure], count })

describe('weighting a figure', () => {
  it('gives each stratum the voice of its size', () => {
    const { weighted } = weightedOf(
      'nps',
      [said('starter', 0, 40, -25), said('enterprise', 0, 40, 100)],
      [holds('starter', 0, 900), holds('enterprise', 0, 100)],
      true,
    )

    expect(weighted).toMatchObject({ method: 'post-stratified', coveredShare: 1, answers: 80 })
    expect(weighted?.value).toBeCloseTo(0.9 * -25 + 0.1 * 100)
  })

  it('rakes where strata are too thin, so that all of the base is spoken for', () => {
    const { weighted } = weightedOf(
      'nps',
      [said('starter', 0, 30, -20), said('starter', 365, 30, 10), said('growth', 0, 30, 40)],
      [holds('starter', 0, 300), holds('starter', 365, 300), holds('growth', 0, 200), holds('growth', 365, 200)],
      true,
    )

    expect(weighted).toMatchObject({ method: 'raked', coveredShare: 1 })
  })

  it('stays with the strata where a plan has no answer at all, and says what they cover', () => {
    const { weighted } = weightedOf(
      'nps',
      [said('starter', 0, 60, -20)],
      [holds('starter', 0, 300), holds('growth', 0, 100)],
      true,
    )

    expect(weighted).toMatchObject({ method: 'post-stratified', coveredShare: 0.75, value: -20 })
  })

  it('keeps its margin where more answered than the base holds now', () => {
    const answers = [said('starter', 0, 40, -25), said('enterprise', 0, 40, 100)]
    const base = [holds('starter', 0, 30), holds('enterprise', 0, 20)]

    const { weighted } = weightedOf('nps', answers, base, false)

    expect(weighted?.low).toBeLessThan(weighted?.value ?? 0)
    expect(weighted?.high).toBeGreaterThan(weighted?.value ?? 0)
  })

  it.each([
    ['nps', 100],
    ['csat', 100],
    ['ces', 7],
  ] as const)('keeps its margin where all agree: %s', (measure, top) => {
    const agreeing = (plan: string) => ({ parts: [plan, 0], summary: { answers: 20, mean: top, variance: 0 } })

    const { weighted } = weightedOf(
      measure,
      [agreeing('starter'), agreeing('enterprise')],
      [holds('starter', 0, 500), holds('enterprise', 0, 500)],
      true,
    )

    expect(weighted).toMatchObject({ value: top, high: top })
    expect(weighted?.low).toBeLessThan(0.95 * top)
  })

  it.each([
    ['too_few', 'nps', [said('starter', 0, 29, 10)], [holds('starter', 0, 300)]],
    ['too_few', 'nps', [], [holds('starter', 0, 300)]],
    ['no_base', 'csat', [said('starter', 0, 50, 10)], []],
    ['no_figure', 'text', [], [holds('starter', 0, 300)]],
  ] as const)('withholds it, and says %s', (why, measure, strata, base) => {
    expect(weightedOf(measure, [...strata], [...base], true)).toEqual({ weighted: null, weightedMissing: why })
  })
})
