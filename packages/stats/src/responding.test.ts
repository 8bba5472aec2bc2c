import { describe, expect, it } from 'vitest'
import { responseRate } from './responding.ts'

describe('response rate', () => {
  it('says how many of those asked answered, at most all of them', () => {
    expect(responseRate(30, 120)).toMatchObject({ value: 0.25, answers: 120 })
    expect(responseRate(5, 4)).toMatchObject({ value: 1, answers: 4 })
    expect(responseRate(0, 0)).toBeNull()
  })
})
