import { describe, expect, it } from 'vitest'
import { waitingMs } from './waiting.ts'

const now = Date.parse('2026-03-05T10:00:00Z')
const ticket = {
  awaitingReply: true,
  firstResponseMs: null,
  createdAt: '2026-03-05T09:30:00Z',
  lastMessageAt: '2026-03-05T09:50:00Z',
}

describe('how long a customer waits', () => {
  it('counts from the creation until the first reply, however often they write again', () => {
    expect(waitingMs(ticket, now)).toBe(30 * 60_000)
  })

  it('counts from their last word after that', () => {
    expect(waitingMs({ ...ticket, firstResponseMs: 60_000 }, now)).toBe(10 * 60_000)
  })

  it('is nothing when nobody waits', () => {
    expect(waitingMs({ ...ticket, awaitingReply: false }, now)).toBeNull()
  })
})
