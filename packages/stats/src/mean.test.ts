import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { meanFigure, tMargin } from './mean.ts'
import { t95 } from './quantiles.ts'
import { summarise } from './summary.ts'

const scale = { lowest: 1, highest: 7 }
const someCounts = fc.array(fc.record({ value: fc.integer({ min: 1, max: 7 }), answers: fc.nat(40) }), { minLength: 1 })
const some = someCounts.map(summarise).filter(({ answers }) => answers > 0)

const figureOf = (...args: Parameters<typeof meanFigure>) => {
  const figure = meanFigure(...args)
  if (figure === null) throw new Error('nobody answered')
  return figure
}

describe('a summary of answers', () => {
  it('is their number, mean and variance', () => {
    expect(
      summarise([
        { value: 1, answers: 1 },
        { value: 4, answers: 2 },
        { value: 7, answers: 1 },
      ]),
    ).toEqual({ answers: 4, mean: 4, variance: 4.5 })
    expect(summarise([])).toEqual({ answers: 0, mean: 0, variance: 0 })
  })
})

describe('a mean with its margin', () => {
  it('rests on Student’s interval, as R’s t.test gives it for his sleep data', () => {
    // Student, "The probable error of a mean", Biometrika 6 (1908), dextro; t.test: 0.75, −0.5297804 to 2.0297804.
    const extraHours = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2]
    const summary = summarise(extraHours.map((value) => ({ value, answers: 1 })))

    expect(summary.mean).toBeCloseTo(0.75, 12)
    expect(tMargin(summary)).toBeCloseTo(2.0297804 - 0.75, 4)
  })

  it('takes half an answer more, a quarter at either end of the scale', () => {
    const summary = summarise([
      { value: 7, answers: 9 },
      { value: 4, answers: 3 },
    ])

    const figure = figureOf(summary, scale, 48)

    // 12.5 answers: 63 + 12 + 2 in sum, so 6.16 in the middle, and Σ of squares 441 + 48 + 12.5 − 12.5 · 6.16².
    const margin = t95(11) * Math.sqrt((501.5 - 12.5 * 6.16 ** 2) / 12.5 / 11.5)
    const correction = Math.sqrt(1 - 12 / 48)
    expect(figure.value).toBe(6.25)
    expect(figure.low).toBeCloseTo(6.25 - (6.25 - 6.16 + margin) * correction, 10)
    expect(figure.high).toBeCloseTo(Math.min(7, 6.25 + (6.16 + margin - 6.25) * correction), 10)
  })

  it('is nothing where nobody answered', () => {
    expect(meanFigure(summarise([]), scale)).toBeNull()
  })

  it('is wide for one answer, and for few that agree', () => {
    const one = figureOf(summarise([{ value: 7, answers: 1 }]), scale)
    const five = figureOf(summarise([{ value: 7, answers: 5 }]), scale)

    expect(one).toMatchObject({ low: 1, value: 7, high: 7 })
    expect(five.low).toBeGreaterThan(one.low)
    expect(five.low).toBeLessThan(5.5)
  })

  it('holds the mean and stays on the scale', () => {
    fc.assert(
      fc.property(some, fc.option(fc.nat(500), { nil: undefined }), (summary, base) => {
        const { value, low, high } = figureOf(summary, scale, base)

        expect(1 <= low && low <= value && value <= high && high <= 7).toBe(true)
      }),
    )
  })

  it('has no width once everybody answered', () => {
    fc.assert(
      fc.property(some, (summary) => {
        const { value, low, high } = figureOf(summary, scale, summary.answers)

        expect(high - value).toBeCloseTo(0, 10)
        expect(value - low).toBeCloseTo(0, 10)
      }),
    )
  })
})
