import { describe, expect, it } from 'vitest'
import { type CoverageCell, measureCoverage, promiseOf } from '../bench/nps-coverage.ts'

const surveys = 2_000
// Three standard deviations of the share of 2,000 surveys where 95 % hold. `pnpm bench` looks closer.
const slack = 3 * Math.sqrt((0.95 * 0.05) / surveys)

const cells: CoverageCell[] = [
  { mix: [60, 30, 10], base: 100, answers: 12 },
  { mix: [10, 20, 70], base: 10_000, answers: 20 },
  { mix: [80, 15, 5], base: 300, answers: 40 },
  { mix: [80, 15, 5], base: 100_000, answers: 60 },
  { mix: [20, 70, 10], base: 100, answers: 60 },
  { mix: [5, 90, 5], base: 1_000, answers: 200 },
  { mix: [95, 4, 1], base: 100_000, answers: 400 },
  { mix: [50, 0, 50], base: 100_000, answers: 100 },
]

describe('the margin of an NPS', () => {
  it.each(cells)('holds the truth of $mix in $answers of $base as often as it promises', (cell) => {
    const { covered } = measureCoverage(cell, surveys, 4_747)

    expect(covered).toBeGreaterThan(promiseOf(cell.answers).from - slack)
    expect(covered).toBeLessThan(promiseOf(cell.answers).to + slack)
  })

  it.each([
    { mix: [95, 4, 1], base: 10_000, answers: 40 },
    { mix: [5, 90, 5], base: 10_000, answers: 12 },
  ] satisfies CoverageCell[])('is mostly not shown where it cannot: $mix in $answers', (cell) => {
    const { shown, misled } = measureCoverage(cell, surveys, 4_747)

    expect(shown).toBeLessThan(0.15)
    expect(misled).toBeLessThan(0.05)
  })
})
