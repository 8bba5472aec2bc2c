import type { TicketFigures } from '@heed/contracts'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { recordPerson } from '../people/record-person.ts'

describeOnBothStores('the figures of tickets', (heed) => {
  it('count an account once, known or claimed, with the spend of its latest ticket', async () => {
    const { workspaceId, visitor, ada, areaId } = await heed.workspace()
    const server = { workspaceId, source: 'server' } as const
    const account = (spendMinor: number) => ({ accountId: 'a1', spendMinor, currency: 'USD' })
    const file = async (userId: string, spendMinor: number, id: string) => {
      const browser = visitor()
      await browser.put('/person', { userId, account: account(spendMinor) })
      const { newId } = heed.deps
      await browser.put(`/tickets/${id}`, { messageId: newId('message'), body: 'Export' })
      await ada.send('PUT', `/tickets/${id}/closure`, { areaId })
      heed.clock.advance('1h')
    }
    // The ids are made by browsers, and the latest ticket has the least of them.
    const ids = Array.from({ length: 3 }, () => heed.deps.newId('ticket')).sort()
    await recordPerson(heed.deps, server, { userId: 'known', account: account(5_000) })
    await file('known', 5_000, ids[2] ?? '')
    await file('claimed', 1_000, ids[1] ?? '')
    await file('claimed', 2_000, ids[0] ?? '')

    const { body } = await ada.get<TicketFigures>('/tickets/figures')

    expect(body.byArea).toMatchObject([{ tickets: 3, accounts: 1, spendMinor: 2_000 }])
  })
})
