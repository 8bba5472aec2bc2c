import type { PersonTicket } from '@heed/contracts'
import { expect } from 'vitest'
import type { Heed } from '../../testing/heed.ts'

/** Maria of Acme has filed a ticket in a workspace of its own. */
export const openedTicket = async (heed: Heed, body = 'The export is empty') => {
  const workspace = await heed.workspace()
  const maria = workspace.visitor()
  await maria.put('/person', {
    userId: 'maria',
    name: 'Maria',
    account: {
      accountId: 'a1',
      name: 'Acme',
      plan: 'pro',
      spendMinor: 9_900,
      currency: 'USD',
      createdAt: '2025-03-02T10:00:00Z',
    },
  })
  const ticketId = heed.deps.newId('ticket')
  const messageId = heed.deps.newId('message')
  const reply = await maria.put<PersonTicket>(`/tickets/${ticketId}`, {
    messageId,
    body,
    context: { page: { url: 'https://app.acme.example/exports' }, viewport: { width: 1440, height: 900 } },
  })
  expect(reply.status).toBe(200)
  return { ...workspace, maria, ticketId, messageId }
}
