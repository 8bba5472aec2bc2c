import type { PersonTicket, PersonTicketList, UnreadCount } from '@heed/contracts'
import { expect, it, vi } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'

describeOnBothStores('what a person has not read', (heed) => {
  const opened = async () => {
    const workspace = await heed.workspace()
    const maria = workspace.visitor()
    const file = async () => {
      const ticketId = heed.deps.newId('ticket')
      await maria.put<PersonTicket>(`/tickets/${ticketId}`, { messageId: heed.deps.newId('message'), body: 'Help' })
      return ticketId
    }
    const reply = async (ticketId: string, body: string, note = false) => {
      heed.clock.advance('1m')
      await workspace.ada.send('POST', `/tickets/${ticketId}/messages`, { body, note })
    }
    const look = (ticketId: string, json: object = {}) => maria.put(`/tickets/${ticketId}/reading`, json)
    const unread = async () => {
      const { items } = (await maria.get<PersonTicketList>('/tickets')).body
      const { count } = (await maria.get<UnreadCount>('/unread')).body
      // The two never disagree.
      expect(items.reduce((sum, ticket) => sum + ticket.unread, 0)).toBe(count)
      return Object.fromEntries(items.map(({ id, unread }) => [id, unread]))
    }
    return { ...workspace, maria, file, reply, look, unread }
  }

  it('is each reply of a member, not a note and not their own words', async () => {
    const { maria, file, reply, unread } = await opened()
    const [first, second, third] = [await file(), await file(), await file()]

    await reply(first, 'Which month?')
    await reply(first, 'And which account?')
    await reply(first, 'Looks like the March bug', true)
    await reply(second, 'Fixed.')
    heed.clock.advance('1m')
    await maria.put(`/tickets/${third}/messages/${heed.deps.newId('message')}`, { body: 'Anybody?' })

    expect(await unread()).toEqual({ [first]: 2, [second]: 1, [third]: 0 })
    expect((await maria.get<UnreadCount>('/unread')).body).toEqual({ count: 3, answers: 0 })
  })

  it('ends with a look at that ticket, until the next reply', async () => {
    const { file, reply, look, unread } = await opened()
    const [first, second] = [await file(), await file()]
    await reply(first, 'Which month?')
    await reply(second, 'Fixed.')

    const looked = await look(first)

    expect(looked).toMatchObject({ status: 200, body: { id: first } })
    expect(await unread()).toEqual({ [first]: 0, [second]: 1 })
    await reply(first, 'Anything else?')
    expect(await unread()).toEqual({ [first]: 1, [second]: 1 })
  })

  it('is not what came after a look that waited in the browser', async () => {
    const { file, reply, look, unread } = await opened()
    const ticketId = await file()
    await reply(ticketId, 'Which month?')
    heed.clock.advance('10m')
    await reply(ticketId, 'Still there?')
    heed.clock.advance('10m')

    await look(ticketId, { ageMs: 15 * 60_000 })

    expect(await unread()).toEqual({ [ticketId]: 1 })
  })

  it('does not come back by a look that arrives late', async () => {
    const { file, reply, look, unread } = await opened()
    const ticketId = await file()
    await reply(ticketId, 'Which month?')
    heed.clock.advance('1m')
    await look(ticketId)

    const late = await look(ticketId, { ageMs: 3_600_000 })

    expect(late.status).toBe(200)
    expect(await unread()).toEqual({ [ticketId]: 0 })
  })

  it('stands in the ticket that is filed again, too', async () => {
    const { maria, file, reply } = await opened()
    const ticketId = await file()
    await reply(ticketId, 'Which month?')

    const again = await maria.put<PersonTicket>(`/tickets/${ticketId}`, {
      messageId: heed.deps.newId('message'),
      body: 'Help',
    })

    expect(again.body).toMatchObject({ unread: 1, messages: [{ author: 'person' }, { author: 'member' }] })
  })

  it('is nobody else’s to see or to mark', async () => {
    const { visitor, file, reply, unread } = await opened()
    const elsewhere = await heed.workspace()
    const ticketId = await file()
    await reply(ticketId, 'Which month?')

    const [stranger, outsider] = [visitor(), elsewhere.visitor()]
    for (const browser of [stranger, outsider]) {
      expect((await browser.put(`/tickets/${ticketId}/reading`, {})).problem.code).toBe('ticket_not_found')
      expect((await browser.get<UnreadCount>('/unread')).body).toEqual({ count: 0, answers: 0 })
    }

    expect(await unread()).toEqual({ [ticketId]: 1 })
  })

  it('takes no more than the look’s age', async () => {
    const { file, look } = await opened()
    const ticketId = await file()

    expect((await look(ticketId, { at: '2026-03-02T10:00:00Z' })).problem.code).toBe('invalid_input')
    expect((await look(ticketId, { ageMs: -1 })).problem.errors).toMatchObject([{ field: 'ageMs' }])
  })

  it('is read with as many statements for many tickets as for one', async () => {
    const { maria, file, reply } = await opened()
    const select = vi.spyOn(heed.store.read.db, 'select')
    const statements = async () => {
      select.mockClear()
      const { items } = (await maria.get<PersonTicketList>('/tickets')).body
      return { tickets: items.length, statements: select.mock.calls.length }
    }
    await reply(await file(), 'One')
    const one = await statements()
    for (const body of ['Two', 'Three', 'Four']) await reply(await file(), body)
    const four = await statements()
    select.mockRestore()

    expect([one.tickets, four.tickets]).toEqual([1, 4])
    expect(four.statements).toBe(one.statements)
  })

  it('keeps the newest 200 messages of each thread, notes not counted', async () => {
    const { maria, file, reply } = await opened()
    const [long, short] = [await file(), await file()]
    for (let i = 1; i <= 201; i++) await reply(long, `Reply ${i}`)
    await reply(long, 'A note', true)
    await reply(short, 'Hello')

    const { items } = (await maria.get<PersonTicketList>('/tickets')).body

    expect(items.map(({ id, messages }) => [id, messages.length])).toEqual([
      [short, 2],
      [long, 200],
    ])
    expect(items[1]?.messages.map(({ body }) => body)).toEqual(Array.from({ length: 200 }, (_, i) => `Reply ${i + 2}`))
  })
})
