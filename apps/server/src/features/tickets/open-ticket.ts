import type { NewTicket, PersonTicket } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { cutText } from '../../cut-text.ts'
import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import { type Visitor, visitingCustomer } from '../people/record-person.ts'
import { visitorSnapshot } from '../people/snapshot.ts'
import { endRequest } from '../suggestions/end-request.ts'
import { takeTicketNumber } from '../workspaces/workspaces.queries.ts'
import { insertMessage } from './messages.queries.ts'
import { readPersonTicket, toPersonTicket } from './person-ticket.ts'
import { type Browser, previewOf } from './ticket-context.ts'
import { findTicket, insertTicket, type TicketRow } from './tickets.queries.ts'

/** How many tickets one browser may file within an hour. */
export const mostTicketsAnHour = 20

/** Of a ticket's words, what its request keeps: as much as may be asked. */
const longestRequest = 5_000

/**
 * Files a ticket under the id that the browser made, with where the person was and the customer's snapshot.
 * The same id again answers with the ticket as it stands.
 * @throws Problem id_taken
 */
export async function openTicket(
  deps: Deps,
  visitor: Visitor,
  ticketId: string,
  ticket: NewTicket,
  browser: Browser,
): Promise<PersonTicket> {
  const opened = await deps.store.write((tx) => openTicketIn(tx, deps, visitor, ticketId, ticket, browser))
  if (ticket.requestId) deps.suggesters.look(visitor.workspaceId)
  return opened
}

/** The same within a write. */
export async function openTicketIn(
  tx: Handle,
  deps: Deps,
  visitor: Visitor,
  ticketId: string,
  ticket: NewTicket,
  browser: Browser,
): Promise<PersonTicket> {
  const { workspaceId } = visitor
  // From its arrival, also when it waited in the browser: the first response time is the team's.
  const at = deps.now()
  const before = await findTicket(tx, workspaceId, ticketId)
  if (before) {
    if (before.visitorHash !== visitor.hash) throw problem('id_taken')
    return readPersonTicket(tx, before)
  }
  const customer = await visitingCustomer(tx, deps, visitor)
  const row: TicketRow = {
    workspaceId,
    id: ticketId,
    number: await takeTicketNumber(tx, workspaceId),
    state: 'open',
    personId: customer.person.id,
    accountId: customer.account?.id ?? null,
    visitorHash: visitor.hash,
    preview: previewOf(ticket.body),
    areaId: null,
    assigneeId: null,
    context: { ...ticket.context, ...browser },
    articlesOffered: ticket.articlesOffered,
    articlesRead: ticket.articlesRead,
    requestId: ticket.requestId ?? null,
    solvedByArticleId: null,
    ...(await visitorSnapshot(tx, customer, at)),
    createdAt: at,
    lastMessageAt: at,
    awaitingReply: true,
    personReadAt: null,
    firstResponseMs: null,
    closedAt: null,
  }
  await insertTicket(tx, row)
  const message = {
    workspaceId,
    id: ticket.messageId,
    ticketId,
    memberId: null,
    note: false,
    body: ticket.body,
    createdAt: at,
  }
  if (!(await insertMessage(tx, message))) throw problem('id_taken')
  await endRequest(
    tx,
    deps,
    { workspaceId, visitorHash: visitor.hash, requestId: ticket.requestId },
    { outcome: 'ticket', targetId: ticketId },
    { text: cutText(ticket.body, longestRequest), read: ticket.articlesRead },
  )
  return toPersonTicket(row, [{ message, memberName: null }], [])
}
