import type { Message, TicketDetail, TicketItem } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { problem } from '../../http/problem.ts'
import { listArticleTitles } from '../articles/articles.queries.ts'
import { toAccountSummary, toPersonSummary, toSnapshot } from '../people/summaries.ts'
import { listResponsesOfPerson } from '../responses/response-list.queries.ts'
import { type AttachmentRow, listAttachments } from './attachments.queries.ts'
import { countSent, listMessages, type Written } from './messages.queries.ts'
import { findJoinedTicket, type JoinedTicket, listTicketsOfPerson } from './tickets.queries.ts'
import { attachmentsOf } from './to-attachment.ts'

/** @throws Problem ticket_not_found when there is no row */
export const toTicketItem = (row: JoinedTicket | undefined): TicketItem => {
  if (!row) throw problem('ticket_not_found')
  const { ticket, person, account, area, assignee } = row
  return {
    id: ticket.id,
    number: ticket.number,
    state: ticket.state,
    preview: ticket.preview,
    person: toPersonSummary(person),
    account: toAccountSummary(account),
    snapshot: toSnapshot(ticket),
    area,
    assignee,
    createdAt: ticket.createdAt.toISOString(),
    lastMessageAt: ticket.lastMessageAt.toISOString(),
    firstResponseMs: ticket.firstResponseMs,
    awaitingReply: ticket.awaitingReply,
  }
}

export const toMessage = (
  { message, memberName }: Written,
  personName: string | null,
  attachments: AttachmentRow[],
): Message => ({
  id: message.id,
  author: message.memberId ? 'member' : 'person',
  authorName: message.memberId ? memberName : personName,
  note: message.note,
  body: message.body,
  attachments: attachmentsOf(message.id, attachments),
  createdAt: message.createdAt.toISOString(),
})

/** The ticket with its thread and the customer's context. @throws Problem ticket_not_found */
export async function readTicket(handle: Handle, workspaceId: string, ticketId: string): Promise<TicketDetail> {
  const row = await findJoinedTicket(handle, workspaceId, ticketId)
  const item = toTicketItem(row)
  const ticket = row?.ticket
  const offered = ticket?.articlesOffered ?? []
  const read = ticket?.articlesRead ?? []
  const solving = ticket?.solvedByArticleId ?? null
  const [thread, sent, attachments, titles, responses, earlierTickets] = await Promise.all([
    listMessages(handle, workspaceId, ticketId),
    countSent(handle, workspaceId, ticketId),
    listAttachments(handle, workspaceId, [ticketId]),
    listArticleTitles(handle, workspaceId, [...offered, ...read, ...(solving === null ? [] : [solving])]),
    listResponsesOfPerson(handle, workspaceId, item.person.id),
    listTicketsOfPerson(handle, workspaceId, item.person.id, ticketId),
  ])
  const links = (ids: string[]) => titles.filter(({ id }) => ids.includes(id))
  return {
    ...item,
    context: ticket?.context ?? { browser: null, system: null },
    messages: thread.map((written) => toMessage(written, item.person.name, attachments)),
    ...sent,
    articlesOffered: links(offered),
    articlesRead: links(read),
    solvedBy: titles.find(({ id }) => id === solving) ?? null,
    responses,
    earlierTickets,
  }
}
