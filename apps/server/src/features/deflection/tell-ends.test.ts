import { describe, expect, it } from 'vitest'
import { type AskedRequest, type FiledTicket, tellEnds } from './tell-ends.ts'

const now = new Date('2026-03-31T12:00:00Z')
const on = (day: number) => new Date(`2026-03-${String(day).padStart(2, '0')}T10:00:00Z`)

const asked = (id: string, day: number, more: Partial<AskedRequest> = {}): AskedRequest => ({
  id,
  personId: 'maria',
  outcome: null,
  read: ['art'],
  notHelped: [],
  createdAt: on(day),
  ...more,
})
const filed = (id: string, day: number, more: Partial<FiledTicket> = {}): FiledTicket => ({
  id,
  personId: 'maria',
  requestId: null,
  createdAt: on(day),
  ...more,
})
const ends = (requests: AskedRequest[], tickets: FiledTicket[] = []) =>
  Object.fromEntries(tellEnds(requests, tickets, now))

describe('how a request ended', () => {
  it('is what was said of it', () => {
    const requests = [
      asked('a', 1, { outcome: 'solved' }),
      asked('b', 2, { outcome: 'voted' }),
      asked('c', 3, { outcome: 'ticket' }),
    ]

    expect(ends(requests, [filed('t', 4, { requestId: 'c' })])).toEqual({ a: 'solved', b: 'voted', c: 'ticket' })
  })

  it('is left after reading once seven days are over, and pending before', () => {
    expect(ends([asked('old', 24), asked('young', 25)])).toEqual({ old: 'left', young: 'pending' })
  })

  it('is gone where nothing was read, or nothing that helped', () => {
    const unread = asked('unread', 10, { read: [] })
    const unhelped = asked('unhelped', 10, { read: ['art', 'other'], notHelped: ['other', 'art'] })
    const perhaps = asked('perhaps', 10, { read: ['art', 'other'], notHelped: ['other'] })

    expect(ends([unread, unhelped, perhaps])).toEqual({ unread: 'gone', unhelped: 'gone', perhaps: 'left' })
  })

  it('is the ticket that the person filed within seven days without naming it, and no later one', () => {
    expect(ends([asked('a', 3)], [filed('t', 9)])).toEqual({ a: 'ticket' })
    expect(ends([asked('a', 3)], [filed('t', 10)])).toEqual({ a: 'left' })
    expect(ends([asked('a', 3)], [filed('t', 2)])).toEqual({ a: 'left' })
    expect(ends([asked('a', 3)], [filed('t', 4, { personId: 'omar' })])).toEqual({ a: 'left' })
  })

  it('takes each ticket once, for the last request before it', () => {
    const three = [asked('a', 3), asked('b', 4), asked('c', 5)]

    expect(ends(three, [filed('t', 6)])).toEqual({ a: 'askedAgain', b: 'askedAgain', c: 'ticket' })
    expect(ends(three, [filed('t', 6), filed('u', 6)])).toEqual({ a: 'askedAgain', b: 'ticket', c: 'ticket' })
  })

  it('is neither left nor a ticket where another request of the person became the ticket', () => {
    const requests = [asked('a', 3), asked('b', 4, { outcome: 'ticket' })]

    expect(ends(requests, [filed('t', 4, { requestId: 'b' })])).toEqual({ a: 'askedAgain', b: 'ticket' })
  })
})
