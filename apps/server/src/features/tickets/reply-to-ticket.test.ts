import type { TicketDetail } from '@heed/contracts'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { openedTicket } from './testing-tickets.ts'

describeOnBothStores('a reply', (heed) => {
  it('is refused to whoever has not read another’s, and to nobody twice', async () => {
    const { ada, ticketId, maria } = await openedTicket(heed)
    const key = { 'idempotency-key': heed.deps.newId('message') }
    const write = (message: object, headers = {}) => ada.send('POST', `/tickets/${ticketId}/messages`, message, headers)
    const read = async () => (await ada.get<TicketDetail>(`/tickets/${ticketId}`)).body
    const { memberReplies } = await read()
    heed.clock.advance('1m')

    const both = await Promise.all(['Which month?', 'Fixed.'].map((body) => write({ body, memberReplies })))

    expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
    expect(both.find(({ status }) => status === 409)?.problem.code).toBe('ticket_changed')
    const seen = await read()
    expect([memberReplies, seen.memberReplies, seen.messages.length]).toEqual([0, 1, 2])

    // Neither a note nor what the customer writes is an answer.
    heed.clock.advance('1m')
    await write({ body: 'The March bug', note: true, memberReplies: 0 })
    await maria.put(`/tickets/${ticketId}/messages/${heed.deps.newId('message')}`, { body: 'March' })
    const anyway = { body: 'Fixed.', memberReplies: seen.memberReplies }
    const sent = []
    for (const message of [anyway, anyway]) {
      heed.clock.advance('1m')
      sent.push(await write(message, key))
    }
    heed.clock.advance('1m')
    sent.push(await write({ body: 'Bye' }))

    expect(sent.map(({ status }) => status)).toEqual([201, 201, 201])
    expect((await read()).messages.map(({ body }) => body).slice(-2)).toEqual(['Fixed.', 'Bye'])
  })
})
