import { describe, expect, it } from 'vitest'
import { formatDuration, formatMoney, formatShare, formatTenure } from './numbers.ts'

const plain = (text: string) => text.replaceAll('\u00a0', ' ')

describe('numbers as they are read', () => {
  it('writes money from minor units with the decimals of its currency', () => {
    expect(formatMoney(10_000, 'USD')).toBe('$100')
    expect(formatMoney(123_456_789, 'USD')).toBe('$1,234,567.89')
    expect(formatMoney(5000, 'JPY')).toBe('¥5,000')
  })

  it('never rounds a share to none or all', () => {
    expect([0, 0.001, 0.384, 0.999, 1].map((share) => plain(formatShare(share)))).toEqual([
      '0 %',
      '< 1 %',
      '38 %',
      '> 99 %',
      '100 %',
    ])
  })

  it('rounds durations down, so that a missed target does not look met', () => {
    const minutes = (count: number) => formatDuration(count * 60_000)

    expect(minutes(15.99)).toBe('15 min')
    expect(plain(minutes(0.2))).toBe('< 1 min')
    expect(minutes(125)).toBe('2 hr 5 min')
    expect(minutes(60 * 72)).toBe('3 days')
  })

  it('writes tenure in days, then months, then half years', () => {
    expect([1, 59, 200, 913].map(formatTenure)).toEqual(['1 day', '59 days', '6 months', '2 years'])
    expect(formatTenure(914)).toBe('2.5 years')
  })
})
