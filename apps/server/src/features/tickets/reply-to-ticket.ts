import type { Message, NewMessage } from '@heed/contracts'
import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import type { MemberRow } from '../members/members.queries.ts'
import { toMessage } from './ticket-detail.ts'
import { findTicket, insertMessage, type MessageRow, markFirstResponse, markReply } from './tickets.queries.ts'

/**
 * Adds a member's reply, or a note that only members see. The first reply stops the clock that `firstResponseMs`
 * measures; a note stops nothing.
 * @throws Problem ticket_not_found
 */
export async function replyToTicket(
  { store, now, newId }: Deps,
  member: MemberRow,
  ticketId: string,
  { body, note }: NewMessage,
): Promise<Message> {
  const message = await store.write(async (tx) => {
    const ticket = await findTicket(tx, member.workspaceId, ticketId)
    if (!ticket) throw problem('ticket_not_found')
    const at = now()
    const row: MessageRow = {
      workspaceId: member.workspaceId,
      id: newId('message'),
      ticketId,
      memberId: member.id,
      note,
      body,
      createdAt: at,
    }
    await insertMessage(tx, row)
    if (!note) {
      await markFirstResponse(tx, ticket, at)
      await markReply(tx, ticket, member.id, at)
    }
    return row
  })
  return toMessage({ message, memberName: member.name }, null)
}
