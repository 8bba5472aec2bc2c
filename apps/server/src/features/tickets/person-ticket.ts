import type { PersonTicket } from '@heed/contracts'
import type { MessageRow, TicketRow } from './tickets.queries.ts'

type Written = { message: MessageRow; memberName: string | null }

/** A ticket as its person may see it: without notes. */
export const toPersonTicket = (ticket: TicketRow, thread: Written[]): PersonTicket => ({
  id: ticket.id,
  number: ticket.number,
  state: ticket.state,
  createdAt: ticket.createdAt.toISOString(),
  lastMessageAt: ticket.lastMessageAt.toISOString(),
  messages: thread
    .filter(({ message }) => !message.note)
    .map(({ message, memberName }) => ({
      id: message.id,
      author: message.memberId ? 'member' : 'person',
      authorName: memberName,
      body: message.body,
      createdAt: message.createdAt.toISOString(),
    })),
})
