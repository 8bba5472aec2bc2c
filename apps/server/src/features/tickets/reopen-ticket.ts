import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import type { MemberRow } from '../members/members.queries.ts'
import { findLastWord } from './messages.queries.ts'
import { toTicketItem } from './ticket-detail.ts'
import { findJoinedTicket, findTicket, markReopened } from './tickets.queries.ts'

/** Opens a closed ticket again; it keeps its area. @throws Problem ticket_not_found */
export async function reopenTicket({ store }: Deps, { workspaceId }: MemberRow, ticketId: string) {
  return store.write(async (tx) => {
    if (!(await findTicket(tx, workspaceId, ticketId))) throw problem('ticket_not_found')
    const lastWord = await findLastWord(tx, workspaceId, ticketId)
    await markReopened(tx, workspaceId, ticketId, { awaitingReply: lastWord?.memberId === null })
    return toTicketItem(await findJoinedTicket(tx, workspaceId, ticketId))
  })
}
