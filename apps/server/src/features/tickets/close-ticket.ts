import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import { findArea } from '../areas/areas.queries.ts'
import type { MemberRow } from '../members/members.queries.ts'
import { toTicketItem } from './ticket-detail.ts'
import { findJoinedTicket, findTicket, markClosed } from './tickets.queries.ts'

/** Closes a ticket under the area it was about. @throws Problem ticket_not_found, area_not_found */
export async function closeTicket({ store, now }: Deps, { workspaceId }: MemberRow, ticketId: string, areaId: string) {
  return store.write(async (tx) => {
    if (!(await findTicket(tx, workspaceId, ticketId))) throw problem('ticket_not_found')
    if (!(await findArea(tx, workspaceId, areaId))) throw problem('area_not_found')
    await markClosed(tx, workspaceId, ticketId, areaId, now())
    return toTicketItem(await findJoinedTicket(tx, workspaceId, ticketId))
  })
}
