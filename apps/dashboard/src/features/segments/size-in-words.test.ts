import { describe, expect, it } from 'vitest'
import { sizeInFull, sizeInWords } from './size-in-words.ts'

const base = { people: 1200, accounts: 560, spendMinor: 1_000_000 }
const plain = (words: string) => words.replaceAll('\u00a0', ' ')

describe('the size of a segment in words', () => {
  it('says the accounts and their share of spend', () => {
    expect(plain(sizeInWords({ people: 500, accounts: 212, spendMinor: 380_000, base }))).toBe(
      '212 accounts · 38 % of spend',
    )
  })

  it('says the people instead of "100 %" for everyone', () => {
    expect(sizeInWords({ ...base, base })).toBe('560 accounts · 1,200 people')
  })

  it('says all there is to say of a part where there is room', () => {
    const part = { people: 500, accounts: 212, spendMinor: 380_000, base }

    expect(plain(sizeInFull(part, 'USD'))).toBe('500 people · 212 accounts · $3,800 a month · 38 % of spend')
    expect(sizeInFull({ ...base, base }, 'USD')).toBe('560 accounts · 1,200 people')
    expect(sizeInFull({ people: 0, accounts: 0, spendMinor: 0, base }, 'USD')).toMatch(/No customer fits/)
  })

  it('does not divide by a spend that nobody sent', () => {
    const unpaid = { ...base, spendMinor: 0 }

    expect(sizeInWords({ people: 1, accounts: 1, spendMinor: 0, base: unpaid })).toBe('1 account · 1 person')
  })

  it('asks to take out no condition when there are no customers at all', () => {
    const none = { people: 0, accounts: 0, spendMinor: 0 }

    expect(sizeInWords({ ...none, base: none })).toBe('No customers yet')
  })

  it('says so when nobody fits', () => {
    expect(sizeInWords({ people: 0, accounts: 0, spendMinor: 0, base })).toMatch(/No customer fits/)
  })
})
