import { afterEach, describe, expect, it, vi } from 'vitest'
import { backoffMs, retryAfterMs } from './backoff.ts'

afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

describe('the pause between two attempts', () => {
  it.each([
    [1, 250, 500],
    [2, 500, 1_000],
    [8, 30_000, 60_000],
    [2_000, 30_000, 60_000],
  ])('lies after %i failures between %i and %i ms', (failures, least, most) => {
    vi.spyOn(Math, 'random').mockReturnValueOnce(0).mockReturnValueOnce(1)
    expect(backoffMs(failures)).toBe(least)
    expect(backoffMs(failures)).toBe(most)
  })
})

describe('Retry-After', () => {
  it.each([
    ['120', 120_000],
    ['0', 0],
    ['Mon, 02 Mar 2026 10:01:30 GMT', 90_000],
    ['Mon, 02 Mar 2026 09:00:00 GMT', 0],
    ['86400', 600_000],
    ['soon', 0],
    ['', 0],
    [null, 0],
  ])('of %j asks for %i ms', (header, ms) => {
    vi.useFakeTimers({ now: new Date('2026-03-02T10:00:00Z') })
    expect(retryAfterMs(header)).toBe(ms)
  })
})
