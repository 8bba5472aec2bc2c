import { describe, expect, it } from 'vitest'
import { holdOutEffect } from './hold-out-effect.ts'
import { measureOf } from './testing.tsx'

describe('what a hold-out share costs and gives', () => {
  it('goes by what was measured, and is that at the share it was measured at', () => {
    const effect = holdOutEffect(measureOf(), 0.1)

    expect(effect).toMatchObject({ people: 100, ofPeople: 1000, moreTickets: 18 })
    expect(effect.marginPer100).toBeCloseTo(6)
  })

  it('costs more and is surer the more people are held out, up to a half', () => {
    const [tenth, quarter, half] = [0.1, 0.25, 0.5].map((share) => holdOutEffect(measureOf(), share))

    expect(half?.moreTickets).toBeGreaterThan(tenth?.moreTickets ?? Number.POSITIVE_INFINITY)
    expect(quarter?.marginPer100).toBeLessThan(tenth?.marginPer100 ?? 0)
    expect(half?.marginPer100).toBeLessThan(quarter?.marginPer100 ?? 0)
  })

  it('guesses nothing where nothing was measured', () => {
    const measure = measureOf({ difference: null, missing: 'too_alike' })

    expect(holdOutEffect(measure, 0.1)).toEqual({ people: 100, ofPeople: 1000, moreTickets: null, marginPer100: null })
    expect(holdOutEffect(measureOf(), 0).marginPer100).toBeNull()
  })

  it('names no cost that may be chance', () => {
    const difference = { value: 0.07, low: -0.06, high: 0.2, verdict: 'chance' } as const

    const effect = holdOutEffect(measureOf({ difference }), 0.1)

    expect(effect.moreTickets).toBeNull()
    expect(effect.marginPer100).toBeCloseTo(13)
  })
})
