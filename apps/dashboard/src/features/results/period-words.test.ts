import { describe, expect, it } from 'vitest'
import { yearEarlier } from './period-words.ts'

describe('the same days a year earlier', () => {
  it.each([
    ['2027-03-01', '2027-03-31', '2026-03-01', '2026-03-31'],
    ['2028-03-01', '2028-03-31', '2027-03-01', '2027-03-31'],
    ['2028-02-01', '2028-02-29', '2027-02-01', '2027-02-28'],
  ])('of %s until %s are %s until %s', (from, to, before, until) => {
    expect(yearEarlier({ from, to })).toEqual({ from: before, to: until })
  })
})
