import { describe, expect, it } from 'vitest'
import { coverage, responseRate } from './responding.ts'

describe('response rate and coverage', () => {
  it('say how many of those asked answered, at most all of them', () => {
    expect(responseRate(30, 120)).toMatchObject({ value: 0.25, answers: 120 })
    expect(responseRate(5, 4)).toMatchObject({ value: 1, answers: 4 })
    expect(responseRate(0, 0)).toBeNull()
  })

  it('say how much of the base stands beside an answer', () => {
    const strata = [
      { base: 60, answers: 3 },
      { base: 30, answers: 0 },
      { base: 10, answers: 1 },
    ]

    expect(coverage(strata)).toBeCloseTo(0.7, 12)
    expect(coverage([])).toBeNull()
  })
})
