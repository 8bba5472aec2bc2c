import type { Message, NewMessage } from '@heed/contracts'
import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import type { MemberRow } from '../members/members.queries.ts'
import { holdTicket } from './hold-ticket.ts'
import { countSent, findMessage, insertMessage, type MessageRow } from './messages.queries.ts'
import { toMessage } from './ticket-detail.ts'
import { markFirstResponse, markReply } from './tickets.queries.ts'

/**
 * Adds a member's reply, or a note that only members see. The first reply stops the clock that `firstResponseMs`
 * measures; a note stops nothing. A reply that names how many there were is stored only where it is the next.
 * @param messageId the Idempotency-Key of the request: the same one again answers with the message as it was stored
 * @throws Problem ticket_not_found, ticket_changed, id_taken
 */
export async function replyToTicket(
  deps: Deps,
  member: MemberRow,
  ticketId: string,
  { body, note, memberReplies }: NewMessage,
  messageId = deps.newId('message'),
): Promise<Message> {
  const { store, now, waits } = deps
  const message = await store.write(async (tx) => {
    const ticket = await holdTicket(tx, member.workspaceId, ticketId)
    if (!ticket) throw problem('ticket_not_found')
    const at = now()
    const row: MessageRow = {
      workspaceId: member.workspaceId,
      id: messageId,
      ticketId,
      memberId: member.id,
      note,
      body,
      createdAt: at,
    }
    if (!(await insertMessage(tx, row))) {
      const before = await findMessage(tx, member.workspaceId, messageId)
      if (before?.memberId !== member.id || before.ticketId !== ticketId) throw problem('id_taken')
      return before
    }
    if (!note) {
      // Counted with this one, since the same one sent again is no second answer.
      const isNext = async (before: number) =>
        (await countSent(tx, member.workspaceId, ticketId)).memberReplies === before + 1
      if (memberReplies !== undefined && !(await isNext(memberReplies))) throw problem('ticket_changed')
      await markFirstResponse(tx, ticket, at)
      await markReply(tx, ticket, member.id, at)
    }
    return row
  })
  if (!note) waits.look()
  return toMessage({ message, memberName: member.name }, null, [])
}
