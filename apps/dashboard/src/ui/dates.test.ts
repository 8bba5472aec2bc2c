import { describe, expect, it } from 'vitest'
import { formatMonth, formatRelative, recentMonths } from './dates.ts'

const now = Date.parse('2026-03-31T12:00:00Z')

describe('dates as they are read', () => {
  it('says how long ago, and the date itself from a month on', () => {
    expect(formatRelative('2026-03-31T11:57:30Z', now)).toBe('2 minutes ago')
    expect(formatRelative('2026-03-30T11:00:00Z', now)).toBe('yesterday')
    expect(formatRelative('2026-01-15T12:00:00Z', now)).toBe('Jan 15, 2026')
  })

  it('does not tell the future when clocks differ', () => {
    expect(formatRelative('2026-03-31T12:00:40Z', now)).toBe('now')
  })

  it('lists UTC months backwards without skipping the short ones', () => {
    expect(recentMonths(4, now)).toEqual(['2026-03', '2026-02', '2026-01', '2025-12'])
    expect(formatMonth('2026-03')).toBe('March 2026')
  })
})
