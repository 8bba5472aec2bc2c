import type { NewReading } from '@heed/contracts'
import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import type { Visitor } from '../people/record-person.ts'
import { isOwn } from './own-ticket.ts'
import { findTicket, markRead } from './tickets.queries.ts'

/**
 * Marks what members replied so far as read by the person; a look that waited is dated back, and never undoes a later
 * one. @throws Problem ticket_not_found
 */
export async function markTicketRead({ store, now }: Deps, visitor: Visitor, ticketId: string, { ageMs }: NewReading) {
  const { workspaceId } = visitor
  await store.write(async (tx) => {
    const ticket = await findTicket(tx, workspaceId, ticketId)
    if (!ticket || !isOwn(ticket, visitor)) throw problem('ticket_not_found')
    await markRead(tx, ticket, new Date(now().getTime() - ageMs))
  })
  return { id: ticketId }
}
