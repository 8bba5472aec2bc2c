import type { NewPersonMessage } from '@heed/contracts'
import type { Handle } from '@heed/db'
import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import type { Visitor } from '../people/record-person.ts'
import { holdTicket } from './hold-ticket.ts'
import { findMessage, insertMessage } from './messages.queries.ts'
import { isOwn } from './own-ticket.ts'
import { markPersonMessage } from './tickets.queries.ts'

/**
 * Adds the person's message to a ticket that this browser filed; a closed ticket opens again.
 * The same id again is the same message.
 * @throws Problem ticket_not_found, id_taken
 */
export async function writeToTicket(
  deps: Deps,
  visitor: Visitor,
  ticketId: string,
  messageId: string,
  message: NewPersonMessage,
) {
  await deps.store.write((tx) => writeToTicketIn(tx, deps, visitor, ticketId, messageId, message))
  return { id: messageId }
}

/** The same within a write. */
export async function writeToTicketIn(
  tx: Handle,
  { now }: Deps,
  visitor: Visitor,
  ticketId: string,
  messageId: string,
  message: NewPersonMessage,
) {
  const { workspaceId } = visitor
  const ticket = await holdTicket(tx, workspaceId, ticketId)
  if (!ticket || !isOwn(ticket, visitor)) throw problem('ticket_not_found')
  // A message that waited is dated back, but never before the ticket.
  const at = new Date(Math.max(now().getTime() - message.ageMs, ticket.createdAt.getTime()))
  const fresh = await insertMessage(tx, {
    workspaceId,
    id: messageId,
    ticketId,
    memberId: null,
    note: false,
    body: message.body,
    createdAt: at,
  })
  if (fresh) await markPersonMessage(tx, ticket, at)
  else if ((await findMessage(tx, workspaceId, messageId))?.ticketId !== ticketId) throw problem('id_taken')
}
