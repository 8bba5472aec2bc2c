import type { PersonTicket } from '@heed/contracts'
import type { Handle } from '@heed/db'
import type { Visitor } from '../people/record-person.ts'
import { type AttachmentRow, listAttachments } from './attachments.queries.ts'
import { listPersonMessages, type MessageRow, type Written } from './messages.queries.ts'
import { listTicketsOfVisitor, type TicketRow } from './tickets.queries.ts'
import { attachmentsOf } from './to-attachment.ts'

/** The tickets of whoever is at a browser, with their threads and files as their person may see them: without notes, in three statements. */
export async function readTicketsOfVisitor(handle: Handle, visitor: Visitor): Promise<PersonTicket[]> {
  const { workspaceId } = visitor
  const tickets = await listTicketsOfVisitor(handle, visitor)
  const ids = tickets.map(({ id }) => id)
  const [messages, attachments] = await Promise.all([
    listPersonMessages(handle, workspaceId, ids),
    listAttachments(handle, workspaceId, ids),
  ])
  const thread = (ticketId: string) => messages.filter(({ message }) => message.ticketId === ticketId)
  return tickets.map((ticket) => toPersonTicket(ticket, thread(ticket.id), attachments))
}

/** One ticket in the same way. */
export async function readPersonTicket(handle: Handle, ticket: TicketRow): Promise<PersonTicket> {
  const { workspaceId, id } = ticket
  const [messages, attachments] = await Promise.all([
    listPersonMessages(handle, workspaceId, [id]),
    listAttachments(handle, workspaceId, [id]),
  ])
  return toPersonTicket(ticket, messages, attachments)
}

/** @param thread without notes */
export const toPersonTicket = (ticket: TicketRow, thread: Written[], attachments: AttachmentRow[]): PersonTicket => ({
  id: ticket.id,
  number: ticket.number,
  state: ticket.state,
  createdAt: ticket.createdAt.toISOString(),
  lastMessageAt: ticket.lastMessageAt.toISOString(),
  unread: thread.filter(({ message }) => isUnread(message, ticket)).length,
  messages: thread.map(({ message, memberName }) => ({
    id: message.id,
    author: message.memberId ? 'member' : 'person',
    authorName: memberName,
    body: message.body,
    attachments: attachmentsOf(message.id, attachments),
    createdAt: message.createdAt.toISOString(),
  })),
})

const isUnread = ({ memberId, createdAt }: MessageRow, { personReadAt }: TicketRow) =>
  memberId !== null && (personReadAt === null || createdAt > personReadAt)
