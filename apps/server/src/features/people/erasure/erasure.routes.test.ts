import type { BoardIdea, Erasure, PersonDetail } from '@heed/contracts'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../../testing/heed.ts'
import { signInAs } from '../../../testing/sign-in-as.ts'
import { askingIn } from '../../suggestions/testing-requests.ts'
import { holdTicket } from '../../tickets/hold-ticket.ts'
import { insertMessage } from '../../tickets/messages.queries.ts'

const nobody = { status: 404, problem: { code: 'person_not_found' } }

describeOnBothStores('erasure', (heed) => {
  const withMaria = async () => {
    const made = await askingIn(heed)
    const { workspaceId, keys, visitor } = made
    const admin = await signInAs(heed, workspaceId, 'admin')
    const asHost = <T>(method: 'GET' | 'DELETE' | 'POST', url: string, json?: unknown) =>
      heed.call<T>({
        method,
        url: `/v1${url}`,
        headers: { authorization: `Bearer ${keys.secret}` },
        ...(json === undefined ? {} : { json }),
      })
    await asHost('POST', '/identify', { userId: 'maria/1', traits: { name: 'Maria' } })
    const maria = visitor()
    await maria.put('/person', { userId: 'maria/1' })
    const find = async () => (await asHost<PersonDetail>('GET', '/people/maria%2F1')).body.id
    const putIdea = async (browser: ReturnType<typeof visitor>, title: string) => {
      const ideaId = heed.deps.newId('idea')
      await browser.put(`/ideas/${ideaId}`, { title })
      return ideaId
    }
    return { ...made, admin, asHost, maria, find, putIdea }
  }

  it('tells an admin what would go, does it, and says what went', async () => {
    const { admin, ada, maria, find, file, asHost } = await withMaria()
    const personId = await find()
    await file(maria, undefined, 'The export is empty')

    expect((await ada.get(`/people/${personId}/erasure`)).problem.code).toBe('role_too_low')
    expect((await ada.send('DELETE', `/people/${personId}`)).problem.code).toBe('role_too_low')
    const told = await admin.get<Erasure>(`/people/${personId}/erasure`)
    const done = await admin.send<Erasure>('DELETE', `/people/${personId}`)

    expect(told.body).toMatchObject({ erased: { tickets: 1, visitors: 1, events: 1, votes: 0 }, keptIdeas: 0 })
    expect(done).toMatchObject({ status: 200, body: told.body })
    expect(await admin.get(`/people/${personId}`)).toMatchObject(nobody)
    expect(await admin.send('DELETE', `/people/${personId}`)).toMatchObject(nobody)
    expect(await asHost('DELETE', '/people/maria%2F1')).toMatchObject(nobody)
  })

  it('erases a claim by itself, and a user with all who claim to be them', async () => {
    const { admin, asHost, find } = await withMaria()
    const known = await find()
    const { unsigned } = (await admin.get<PersonDetail>(`/people/${known}`)).body

    await admin.send('DELETE', `/people/${unsigned}`)
    expect((await admin.get(`/people/${known}`)).status).toBe(200)
    const { status } = await asHost('DELETE', '/people/maria%2F1')

    expect(status).toBe(200)
    expect(await admin.get(`/people/${known}`)).toMatchObject(nobody)
  })

  it('makes a new person of whoever comes again, who sees nothing of before', async () => {
    const { asHost, maria, find, file } = await withMaria()
    const before = await find()
    await file(maria, undefined, 'The export is empty')
    await asHost('DELETE', '/people/maria%2F1')

    expect((await maria.get<{ items: unknown[] }>('/tickets')).body.items).toEqual([])
    await file(maria, undefined, 'Hello again')
    await asHost('POST', '/track', { userId: 'maria/1', event: 'Report opened' })

    expect((await maria.get<{ items: unknown[] }>('/tickets')).body.items).toHaveLength(1)
    expect(await find()).not.toBe(before)
  })

  it('keeps ideas that others stand behind, without their author, and deletes the rest', async () => {
    const { asHost, admin, maria, visitor, putIdea } = await withMaria()
    const [shared, own, answered] = [
      await putIdea(maria, 'Export to DATEV'),
      await putIdea(maria, 'A button for me alone'),
      await putIdea(maria, 'Dark mode'),
    ]
    await visitor().put(`/ideas/${shared}/vote`, { voted: true })
    await admin.send('PATCH', `/ideas/${answered}`, { state: 'planned' })

    const { body } = await asHost<Erasure>('DELETE', '/people/maria%2F1')

    expect(body).toMatchObject({ erased: { ideas: 1, votes: 3 }, keptIdeas: 2 })
    const board = (await visitor().get<{ items: BoardIdea[] }>('/ideas')).body.items
    expect(board.map(({ id, votes }) => [id, votes])).toEqual([
      [shared, 1],
      [answered, 0],
    ])
    expect((await admin.get(`/ideas/${own}`)).status).toBe(404)
    expect((await admin.get<{ author: unknown }>(`/ideas/${shared}`)).body.author).toBeNull()
  })

  it('takes their words out of what is suggested', async () => {
    const { asHost, maria, visitor, ask, solve, cardId } = await withMaria()
    const words = 'the plastic thing you promised is still somewhere in the post'
    for (let i = 0; i < 3; i++) await solve(maria, undefined, cardId, words)
    const suggested = async () => (await ask(visitor(), words)).ids
    expect(await suggested()).toEqual([cardId])

    await asHost('DELETE', '/people/maria%2F1')

    expect(await suggested()).toEqual([])
  })

  it('waits for what is just being added to a ticket, and deletes it too', async () => {
    const { workspaceId, asHost, maria, file } = await withMaria()
    const ticketId = await file(maria, undefined, 'The export is empty')

    const { erasing } = await heed.store.write(async (tx) => {
      await holdTicket(tx, workspaceId, ticketId)
      const begun = asHost('DELETE', '/people/maria%2F1')
      // By then it would be through.
      for (let i = 0; i < 400; i++) await tx.db.$count(tx.tables.workspaces)
      const message = { workspaceId, id: heed.deps.newId('message'), ticketId, memberId: null, note: false }
      await insertMessage(tx, { ...message, body: 'For March', createdAt: heed.clock.now() })
      return { erasing: begun }
    })

    expect((await erasing).status).toBe(200)
    const { db, tables } = heed.store.read
    expect((await db.select().from(tables.messages)).filter((one) => one.ticketId === ticketId)).toEqual([])
  })

  it('leaves no half of a person to whatever arrives meanwhile', async () => {
    const { asHost, maria, ada, visitor, file, ask, vote, solve, putIdea, cardId } = await withMaria()
    const ticketId = await file(maria, undefined, 'The export is empty')
    const ideaId = await putIdea(visitor(), 'Export to DATEV')
    const { requestId } = await ask(maria, 'my card has not arrived yet')

    const ended = await Promise.all([
      ...Array.from({ length: 5 }, (_, at) =>
        asHost('POST', '/batch', {
          batch: [
            { type: 'track', userId: 'maria/1', event: `Opened ${at}`, messageId: `m ${at}` },
            { type: 'identify', userId: 'maria/1', traits: { at } },
          ],
        }),
      ),
      ada.send('POST', `/tickets/${ticketId}/messages`, { body: 'Which month?', note: false }),
      maria.put(`/tickets/${ticketId}/messages/${heed.deps.newId('message')}`, { body: 'March' }),
      asHost('DELETE', '/people/maria%2F1'),
      ada.send('POST', `/tickets/${ticketId}/messages`, { body: 'A note', note: true }),
      maria.put(`/tickets/${ticketId}/messages/${heed.deps.newId('message')}`, { body: 'And April' }),
      vote(maria, requestId, ideaId),
      solve(maria, requestId, cardId, 'my card has not arrived yet'),
      ada.send('PATCH', `/ideas/${ideaId}`, { state: 'planned' }),
      ada.send('PUT', `/ideas/${ideaId}/links/${ticketId}`),
    ])

    expect(ended.map(({ status }) => status).filter((status) => status >= 500)).toEqual([])
    const { db, tables } = heed.store.read
    const people = new Set((await db.select({ id: tables.people.id }).from(tables.people)).map(({ id }) => id))
    const { events, votes, visitors, deflections, requests, asks, exposures, responses, tickets } = tables
    for (const table of [events, votes, visitors, deflections, requests, asks, exposures, responses, tickets]) {
      const rows = await db.select({ personId: table.personId }).from(table as typeof votes)
      expect(rows.filter(({ personId }) => personId !== null && !people.has(personId))).toEqual([])
    }
    const open = new Set((await db.select({ id: tickets.id }).from(tickets)).map(({ id }) => id))
    const written = await db.select({ ticketId: tables.messages.ticketId }).from(tables.messages)
    const linked = await db.select({ ticketId: tables.ideaLinks.targetId }).from(tables.ideaLinks)
    expect([...written, ...linked].filter((one) => !open.has(one.ticketId))).toEqual([])
  })
})
