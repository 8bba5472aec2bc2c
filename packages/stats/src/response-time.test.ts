import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { median, withinTarget } from './response-time.ts'

const minutes = (count: number) => count * 60_000

describe('the median', () => {
  it('is the middle value, or the mean of the two middle ones', () => {
    expect(median([9, 1, 5])).toBe(5)
    expect(median([9, 1, 5, 6])).toBe(5.5)
    expect(median([10, 9, 100])).toBe(10)
    expect(median([])).toBeNull()
  })

  it('has at most half of the values on either side, and leaves them in their order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1e9), { minLength: 1 }), (values) => {
        const before = [...values]
        const middle = median(values) ?? Number.NaN

        expect(values.filter((value) => value < middle).length).toBeLessThanOrEqual(values.length / 2)
        expect(values.filter((value) => value > middle).length).toBeLessThanOrEqual(values.length / 2)
        expect(values).toEqual(before)
      }),
    )
  })
})

describe('the share within target', () => {
  it('counts a reply at the very target, and none a millisecond later', () => {
    const within = withinTarget([minutes(2), minutes(15), minutes(15) + 1, minutes(90)], minutes(15))

    expect(within?.share).toBe(0.5)
    expect(within?.low).toBeGreaterThan(0)
    expect(within?.high).toBeLessThan(1)
  })

  it('is nothing without a reply', () => {
    expect(withinTarget([], minutes(15))).toBeNull()
  })
})
