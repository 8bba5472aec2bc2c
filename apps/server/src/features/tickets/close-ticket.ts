import type { Closure } from '@heed/contracts'
import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import { holdArea } from '../areas/hold-area.ts'
import { getArticle } from '../articles/articles.queries.ts'
import type { MemberRow } from '../members/members.queries.ts'
import { holdTicket } from './hold-ticket.ts'
import { countSent } from './messages.queries.ts'
import { toTicketItem } from './ticket-detail.ts'
import { findJoinedTicket, markClosed } from './tickets.queries.ts'

/**
 * Closes a ticket under the area it was about. With the article that answered it, whoever asks the like is offered that
 * from then on.
 * @throws Problem ticket_not_found, ticket_changed, area_not_found, article_not_found
 */
export async function closeTicket(
  { store, now, suggesters }: Deps,
  { workspaceId }: MemberRow,
  ticketId: string,
  { areaId, articleId, personMessages }: Closure,
) {
  const closed = await store.write(async (tx) => {
    if (!(await holdTicket(tx, workspaceId, ticketId))) throw problem('ticket_not_found')
    // Counted, not timed: a message that waited in the browser is dated back.
    if (personMessages !== undefined && (await countSent(tx, workspaceId, ticketId)).personMessages !== personMessages)
      throw problem('ticket_changed')
    if (!(await holdArea(tx, workspaceId, areaId))) throw problem('area_not_found')
    if (articleId) await getArticle(tx, workspaceId, articleId)
    await markClosed(tx, workspaceId, ticketId, { areaId, solvedByArticleId: articleId ?? null, closedAt: now() })
    return toTicketItem(await findJoinedTicket(tx, workspaceId, ticketId))
  })
  if (articleId) suggesters.look(workspaceId)
  return closed
}
