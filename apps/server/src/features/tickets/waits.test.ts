import type { PersonTicket, PersonTicketList } from '@heed/contracts'
import { expect, it, vi } from 'vitest'
import { hashToken } from '../../http/tokens.ts'
import { describeOnBothStores } from '../../testing/heed.ts'
import type { Visitor } from '../people/record-person.ts'
import { openedTicket } from './testing-tickets.ts'
import { createWaits } from './waits.ts'

const longMs = 60_000
const stays = () => new AbortController().signal

describeOnBothStores('waiting for a reply', (heed) => {
  const opened = async () => {
    const workspace = await openedTicket(heed)
    const { workspaceId, maria, ada, ticketId } = workspace
    const reply = async (note = false) => {
      heed.clock.advance('1m')
      await ada.send('POST', `/tickets/${ticketId}/messages`, { body: 'Which month?', note })
    }
    const seen = async (): Promise<PersonTicket[]> => (await maria.get<PersonTicketList>('/tickets')).body.items
    const here: Visitor = { workspaceId, hash: hashToken(maria.token), signedPersonId: null }
    const stranger: Visitor = { ...here, hash: hashToken(workspace.visitor().token) }
    return { ...workspace, reply, seen, here, stranger }
  }

  it('ends with a reply through another process, for the one whose ticket it is', async () => {
    const { here, stranger, seen, reply } = await opened()
    const waits = createWaits(heed.store, heed.clock.now, 5)
    const known = await seen()
    const [own, other] = [waits.forNews(here, known, longMs, stays()), waits.forNews(stranger, [], longMs, stays())]

    await reply()

    expect(await own).toBe(true)
    waits.end()
    expect(await other).toBe(false)
  })

  it('ends in every browser of whoever is vouched for', async () => {
    const { stranger, seen, reply, ada, ticketId } = await opened()
    const waits = createWaits(heed.store, heed.clock.now, 5)
    const { body } = await ada.get<{ person: { id: string } }>(`/tickets/${ticketId}`)
    const news = waits.forNews({ ...stranger, signedPersonId: body.person.id }, await seen(), longMs, stays())

    await reply()

    expect(await news).toBe(true)
  })

  it('goes on over a note, and over what the browser knows already', async () => {
    const { here, seen, reply } = await opened()
    await reply()
    const waits = createWaits(heed.store, heed.clock.now, longMs)
    const known = await seen()
    await reply(true)
    const select = vi.spyOn(heed.store.read.db, 'select')

    const news = waits.forNews(here, known, longMs, stays())
    waits.look()
    await vi.waitFor(() => expect(select).toHaveBeenCalledTimes(2))
    await Promise.allSettled(select.mock.results.map(({ value }) => value))
    select.mockRestore()

    waits.end()
    expect(await news).toBe(false)
  })

  it('costs one statement a look, however many wait, and none where nobody does', async () => {
    const { here, stranger } = await opened()
    const elsewhere = await opened()
    const waits = createWaits(heed.store, heed.clock.now, longMs)
    const select = vi.spyOn(heed.store.read.db, 'select')
    waits.look()
    expect(select).not.toHaveBeenCalled()

    const all = [here, stranger, elsewhere.here].map((visitor) => waits.forNews(visitor, [], longMs, stays()))
    const looks = select.mock.calls.length
    select.mockRestore()

    expect(looks).toBe(1)
    waits.end()
    await Promise.all(all)
  })

  it('ends when the time is up, when the browser is gone, and is not begun once the server ends', async () => {
    const { here, seen } = await opened()
    const waits = createWaits(heed.store, heed.clock.now, longMs)
    const known = await seen()
    const leaving = new AbortController()

    const left = waits.forNews(here, known, longMs, leaving.signal)
    leaving.abort()

    expect(await left).toBe(false)
    expect(await waits.forNews(here, known, longMs, leaving.signal)).toBe(false)
    expect(await waits.forNews(here, known, 1, stays())).toBe(false)
    waits.end()
    expect(await waits.forNews(here, known, longMs, stays())).toBe(false)
  })

  it('is for four requests of a browser and a thousand of a workspace; a place is free again once one has left', async () => {
    const { here, stranger, seen } = await opened()
    const elsewhere = await opened()
    const waits = createWaits(heed.store, heed.clock.now, longMs)
    const known = await seen()
    const leaving = new AbortController()
    const held = [stays(), stays(), stays(), leaving.signal].map((left) => waits.forNews(here, known, longMs, left))

    expect(await waits.forNews(here, known, longMs, stays())).toBe(false)
    leaving.abort()
    await held[3]
    held.push(waits.forNews(here, known, longMs, stays()))
    for (let each = 4; each < 1000; each++)
      held.push(waits.forNews({ ...stranger, hash: `visitor ${each}` }, [], longMs, stays()))

    expect(await waits.forNews(stranger, [], longMs, stays())).toBe(false)
    held.push(waits.forNews(elsewhere.here, await elsewhere.seen(), longMs, stays()))
    const early = await Promise.race([...held.filter((_, at) => at !== 3), 'all wait'])
    expect(early).toBe('all wait')
    waits.end()
    expect(new Set(await Promise.all(held))).toEqual(new Set([false]))
  })
})
