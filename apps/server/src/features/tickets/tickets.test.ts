import type {
  ArticleDetail,
  PersonTicket,
  PersonTicketList,
  TicketDetail,
  TicketFigures,
  TicketItem,
  TicketPage,
} from '@heed/contracts'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { openedTicket } from './testing-tickets.ts'

describeOnBothStores('a ticket', (heed) => {
  const opened = (body?: string) => openedTicket(heed, body)

  it('is filed with its number, page, browser and the customer’s snapshot', async () => {
    const { ada, ticketId } = await opened()

    const { body } = await ada.get<TicketDetail>(`/tickets/${ticketId}`)

    expect(body).toMatchObject({
      number: 1,
      state: 'open',
      awaitingReply: true,
      firstResponseMs: null,
      person: { name: 'Maria', trust: 'unverified' },
      account: { accountId: 'a1', name: 'Acme' },
      snapshot: {
        plan: 'pro',
        spendMinor: 9_900,
        tenureDays: Math.floor((heed.clock.now().getTime() - Date.parse('2025-03-02T10:00:00Z')) / 86_400_000),
      },
      context: { page: { url: 'https://app.acme.example/exports' }, viewport: { width: 1440, height: 900 } },
    })
    expect(body.messages).toMatchObject([{ author: 'person', authorName: 'Maria', body: 'The export is empty' }])
  })

  it('is shown in lists by its first words, never by half of a sign, alike on both stores', async () => {
    const { ada } = await opened(`${'a'.repeat(138)}😀 and more`)

    const { body } = await ada.get<TicketPage>('/tickets')

    expect(body.items[0]?.preview).toBe(`${'a'.repeat(138)}…`)
  })

  it('stops the first response time once, and a note stops nothing', async () => {
    const { ada, ticketId } = await opened()

    heed.clock.advance('2m')
    await ada.send('POST', `/tickets/${ticketId}/messages`, { body: 'Looks like the March bug', note: true })
    heed.clock.advance('7m')
    await ada.send('POST', `/tickets/${ticketId}/messages`, { body: 'Which month?' })
    heed.clock.advance('1h')
    await ada.send('POST', `/tickets/${ticketId}/messages`, { body: 'Fixed.' })

    const { body } = await ada.get<TicketDetail>(`/tickets/${ticketId}`)
    expect(body).toMatchObject({
      firstResponseMs: 9 * 60_000,
      awaitingReply: false,
      state: 'open',
      assignee: { name: 'Ada' },
    })
    expect(body.messages.map(({ note }) => note)).toEqual([false, true, false, false])
  })

  it('shows its person the replies and never the notes', async () => {
    const { ada, ticketId, maria } = await opened()
    heed.clock.advance('1s')
    await ada.send('POST', `/tickets/${ticketId}/messages`, { body: 'A note for us', note: true })
    await ada.send('POST', `/tickets/${ticketId}/messages`, { body: 'Which month?' })

    const { body } = await maria.get<PersonTicketList>('/tickets')

    expect(body.items[0]?.messages.map((message) => [message.author, message.authorName, message.body])).toEqual([
      ['person', null, 'The export is empty'],
      ['member', 'Ada', 'Which month?'],
    ])
    expect(JSON.stringify(body)).not.toContain('A note for us')
  })

  it('reaches the customer once when an agent’s reply is sent again with the same key', async () => {
    const { ada, ticketId, maria } = await opened()
    const key = heed.deps.newId('message')
    heed.clock.advance('1m')
    const send = (body: string) =>
      ada.send<{ id: string; body: string }>(
        'POST',
        `/tickets/${ticketId}/messages`,
        { body },
        { 'idempotency-key': key },
      )

    const replies = [await send('Which month?'), await send('Which month?')]

    expect(replies.map(({ status, body }) => [status, body.id])).toEqual([
      [201, key],
      [201, key],
    ])
    expect((await maria.get<PersonTicketList>('/tickets')).body.items[0]?.messages).toHaveLength(2)
  })

  it('needs an area to close, and opens again when its person writes', async () => {
    const { ada, ticketId, maria, areaId } = await opened()

    const without = await ada.send('PUT', `/tickets/${ticketId}/closure`, {})
    const closed = await ada.send<TicketItem>('PUT', `/tickets/${ticketId}/closure`, { areaId })
    heed.clock.advance('1d')
    await maria.put(`/tickets/${ticketId}/messages/${heed.deps.newId('message')}`, { body: 'It is empty again' })

    expect(without.problem).toMatchObject({ status: 400, code: 'area_required', errors: [{ field: 'areaId' }] })
    expect(closed.body).toMatchObject({ state: 'closed', area: { name: 'Billing' }, awaitingReply: false })
    const { body } = await ada.get<TicketDetail>(`/tickets/${ticketId}`)
    expect(body).toMatchObject({ state: 'open', awaitingReply: true, area: { name: 'Billing' } })
    expect(body.messages).toHaveLength(2)
  })

  it('stays open where the customer wrote what the member has not read, however long it waited', async () => {
    const { ada, ticketId, maria, areaId } = await opened()
    heed.clock.advance('10m')
    await ada.send('POST', `/tickets/${ticketId}/messages`, { body: 'Which month?' })
    const read = async () => (await ada.get<TicketDetail>(`/tickets/${ticketId}`)).body
    const close = (personMessages?: unknown) =>
      ada.send<TicketItem>('PUT', `/tickets/${ticketId}/closure`, { areaId, personMessages })
    const seen = await read()
    // Said before the reply, and sent once there was a connection.
    const late = { body: 'March, and April too', ageMs: 5 * 60_000 }
    await maria.put(`/tickets/${ticketId}/messages/${heed.deps.newId('message')}`, late)

    const refused = await close(seen.personMessages)

    expect(refused.problem).toMatchObject({ status: 409, code: 'ticket_changed' })
    const now = await read()
    expect(now).toMatchObject({ state: 'open', awaitingReply: true, area: null, personMessages: 2 })
    await ada.send('POST', `/tickets/${ticketId}/messages`, { body: 'Fixed.' })
    expect((await close(now.personMessages)).body.state).toBe('closed')
    expect((await close()).body.state).toBe('closed')
    expect((await close('2')).problem.errors?.map(({ field }) => field)).toEqual(['personMessages'])
  })

  it('tells members with which article it was closed', async () => {
    const { ada, ticketId, areaId } = await opened()
    const article = await ada.send<ArticleDetail>('POST', '/articles', { locale: 'en', title: 'Empty exports' })

    await ada.send('PUT', `/tickets/${ticketId}/closure`, { areaId, articleId: article.body.id })
    const closed = await ada.get<TicketDetail>(`/tickets/${ticketId}`)
    await ada.send('DELETE', `/articles/${article.body.id}`)

    expect(closed.body.solvedBy).toEqual({ id: article.body.id, title: 'Empty exports' })
    expect((await ada.get<TicketDetail>(`/tickets/${ticketId}`)).body.solvedBy).toBeNull()
  })

  it('waits for a reply again when it is reopened over the person’s last word', async () => {
    const { ada, ticketId, areaId } = await opened()
    heed.clock.advance('1m')
    await ada.send('POST', `/tickets/${ticketId}/messages`, { body: 'Look into this', note: true })
    await ada.send('PUT', `/tickets/${ticketId}/closure`, { areaId })

    expect((await ada.send<TicketItem>('DELETE', `/tickets/${ticketId}/closure`)).body.awaitingReply).toBe(true)

    heed.clock.advance('1m')
    await ada.send('POST', `/tickets/${ticketId}/messages`, { body: 'Fixed.' })
    await ada.send('PUT', `/tickets/${ticketId}/closure`, { areaId })
    expect((await ada.send<TicketItem>('DELETE', `/tickets/${ticketId}/closure`)).body.awaitingReply).toBe(false)
  })

  it('does not go back in time for a message that waited in the browser', async () => {
    const { ada, ticketId, maria } = await opened()
    heed.clock.advance('1h')
    await ada.send('POST', `/tickets/${ticketId}/messages`, { body: 'Which month?' })
    const repliedAt = heed.clock.now().toISOString()
    heed.clock.advance('1h')

    await maria.put(`/tickets/${ticketId}/messages/${heed.deps.newId('message')}`, {
      body: 'March',
      ageMs: 5 * 86_400_000,
    })

    const { body } = await ada.get<TicketDetail>(`/tickets/${ticketId}`)
    expect(body).toMatchObject({ lastMessageAt: repliedAt, awaitingReply: true })
    expect(Date.parse(body.messages[0]?.createdAt ?? '')).toBeGreaterThanOrEqual(Date.parse(body.createdAt))
  })

  it('counts the first response time from its arrival, not from when it was typed offline', async () => {
    const { visitor, ada } = await heed.workspace()
    const ticketId = heed.deps.newId('ticket')
    await visitor().put(`/tickets/${ticketId}`, {
      messageId: heed.deps.newId('message'),
      body: 'Typed on a train',
      ageMs: 7_200_000,
    })
    heed.clock.advance('5m')
    await ada.send('POST', `/tickets/${ticketId}/messages`, { body: 'Hello' })

    expect((await ada.get<TicketDetail>(`/tickets/${ticketId}`)).body.firstResponseMs).toBe(300_000)
  })

  it('shows the newest 200 messages of an endless thread', async () => {
    const { ada, ticketId } = await opened()
    for (let i = 1; i <= 205; i++) {
      heed.clock.advance('1s')
      await ada.send('POST', `/tickets/${ticketId}/messages`, { body: `Reply ${i}` })
    }

    const { messages } = (await ada.get<TicketDetail>(`/tickets/${ticketId}`)).body

    expect(messages).toHaveLength(200)
    expect(messages.at(-1)?.body).toBe('Reply 205')
  })

  it('can be opened again by a member', async () => {
    const { ada, ticketId, areaId } = await opened()
    await ada.send('PUT', `/tickets/${ticketId}/closure`, { areaId })

    const { body } = await ada.send<TicketItem>('DELETE', `/tickets/${ticketId}/closure`)

    expect(body.state).toBe('open')
  })

  it('is one ticket when filed several times at once, and tickets count up without gaps', async () => {
    const { visitor, ada } = await heed.workspace()
    const maria = visitor()
    const ticketId = heed.deps.newId('ticket')
    const json = { messageId: heed.deps.newId('message'), body: 'Help' }

    const same = await Promise.all(
      Array.from({ length: 6 }, () => maria.put<PersonTicket>(`/tickets/${ticketId}`, json)),
    )
    await Promise.all(
      Array.from({ length: 6 }, () =>
        visitor().put(`/tickets/${heed.deps.newId('ticket')}`, {
          messageId: heed.deps.newId('message'),
          body: 'Other',
        }),
      ),
    )

    expect(same.map(({ status }) => status)).toEqual(Array(6).fill(200))
    const { body } = await ada.get<TicketPage>('/tickets')
    expect(body.items.map(({ number }) => number).sort()).toEqual([1, 2, 3, 4, 5, 6, 7])
  })

  it('does not take an empty message', async () => {
    const { ada, ticketId, maria } = await opened()

    const agent = await ada.send('POST', `/tickets/${ticketId}/messages`, { body: '   ' })
    const person = await maria.put(`/tickets/${ticketId}/messages/${heed.deps.newId('message')}`, { body: '' })

    expect(agent.problem.errors).toMatchObject([{ field: 'body' }])
    expect(person.problem.errors).toMatchObject([{ field: 'body' }])
  })

  it('is counted: open, awaiting reply, median first response and share within 15 minutes, by area', async () => {
    const { ada, visitor, areaId } = await heed.workspace()
    for (const waits of ['5m', '10m', '40m'] as const) {
      const ticketId = heed.deps.newId('ticket')
      await visitor().put(`/tickets/${ticketId}`, { messageId: heed.deps.newId('message'), body: waits })
      heed.clock.advance(waits)
      await ada.send('POST', `/tickets/${ticketId}/messages`, { body: 'Here you are' })
      await ada.send('PUT', `/tickets/${ticketId}/closure`, { areaId })
    }
    await visitor().put(`/tickets/${heed.deps.newId('ticket')}`, {
      messageId: heed.deps.newId('message'),
      body: 'waiting',
    })

    const { body } = await ada.get<TicketFigures>('/tickets/figures')

    expect(body).toMatchObject({ open: 1, awaitingReply: 1, created: 4, answered: 3, medianFirstResponseMs: 600_000 })
    expect(body.withinTarget?.share).toBeCloseTo(2 / 3)
    expect(body.byArea).toMatchObject([{ area: { name: 'Billing' }, tickets: 3 }])
    const listed = async (query: string) => (await ada.get<TicketPage>(`/tickets?days=90&${query}`)).body.total
    expect(await listed('firstResponse=any')).toBe(body.answered)
    expect(await listed('firstResponse=within')).toBe(2)
    expect(await listed('firstResponse=late')).toBe(1)
    expect(await listed(`areaId=${areaId}`)).toBe(3)
  })
})
