import type { PersonTicketList, TicketPage } from '@heed/contracts'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { openedTicket } from './testing-tickets.ts'

describeOnBothStores('a ticket', (heed) => {
  it('is closed to every other browser', async () => {
    const { visitor, ticketId } = await openedTicket(heed)
    const stranger = visitor()

    const list = await stranger.get<PersonTicketList>('/tickets')
    const write = await stranger.put(`/tickets/${ticketId}/messages/${heed.deps.newId('message')}`, { body: 'Hello?' })
    const file = await stranger.put(`/tickets/${ticketId}`, { messageId: heed.deps.newId('message'), body: 'Mine now' })

    expect(list.body.items).toEqual([])
    expect(write.problem.code).toBe('ticket_not_found')
    expect(file.problem.code).toBe('id_taken')
  })

  it('stays closed even to a browser that claims to be the same user', async () => {
    const { visitor } = await openedTicket(heed)
    const impostor = visitor()
    await impostor.put('/person', { userId: 'maria' })

    expect((await impostor.get<PersonTicketList>('/tickets')).body.items).toEqual([])
  })

  it('is not one of hundreds that a single browser files', async () => {
    const { visitor, ada } = await heed.workspace()
    const [flood, other] = [visitor(), visitor()]
    const file = (browser: typeof flood) =>
      browser.put(`/tickets/${heed.deps.newId('ticket')}`, { messageId: heed.deps.newId('message'), body: 'Help' })

    const statuses: number[] = []
    for (let i = 0; i < 21; i++) statuses.push((await file(flood)).status)

    expect(statuses).toEqual([...Array(20).fill(200), 429])
    expect(Number((await file(flood)).headers['retry-after'])).toBeGreaterThan(60)
    expect((await file(other)).status).toBe(200)
    expect((await ada.get<TicketPage>('/tickets')).body.total).toBe(21)
  })
})
