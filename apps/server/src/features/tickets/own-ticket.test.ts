import type { PersonTicketList } from '@heed/contracts'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { signerOf } from '../../testing/signed.ts'

describeOnBothStores('a ticket of a signed person', (heed) => {
  const given = async () => {
    const { workspaceId, visitor, ada } = await heed.workspace()
    const host = await signerOf(heed, workspaceId)
    const signed = async (userId: string) => {
      const browser = visitor()
      await browser.put('/person', { token: await host.sign({ sub: userId }) })
      return browser
    }
    const claimed = async (userId: string) => {
      const browser = visitor()
      await browser.put('/person', { userId })
      return browser
    }
    const ticketId = heed.deps.newId('ticket')
    const filing = await signed('u1')
    await filing.put(`/tickets/${ticketId}`, { messageId: heed.deps.newId('message'), body: 'The export is empty' })
    await ada.send('POST', `/tickets/${ticketId}/messages`, { body: 'Which month?' })
    return { signed, claimed, ticketId }
  }
  type Browser = Awaited<ReturnType<Awaited<ReturnType<typeof given>>['signed']>>
  const seenBy = async (browser: Browser, ticketId: string) => ({
    tickets: (await browser.get<PersonTicketList>('/tickets')).body.items.map(({ id }) => id),
    unread: (await browser.get<{ count: number }>('/unread')).body.count,
    written: (await browser.put(`/tickets/${ticketId}/messages/${heed.deps.newId('message')}`, { body: 'July' }))
      .status,
    read: (await browser.put(`/tickets/${ticketId}/reading`, {})).status,
  })

  it('is theirs in every browser that is vouched for', async () => {
    const { signed, ticketId } = await given()

    const seen = await seenBy(await signed('u1'), ticketId)

    expect(seen).toEqual({ tickets: [ticketId], unread: 1, written: 200, read: 200 })
  })

  it('is nobody else’s, and not theirs who only claim to be them', async () => {
    const { signed, claimed, ticketId } = await given()
    const nothing = { tickets: [], unread: 0, written: 404, read: 404 }

    expect(await seenBy(await claimed('u1'), ticketId)).toEqual(nothing)
    expect(await seenBy(await signed('u2'), ticketId)).toEqual(nothing)
  })
})
