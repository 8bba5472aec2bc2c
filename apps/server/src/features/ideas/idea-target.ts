import { idPrefixes } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { problem } from '../../http/problem.ts'
import { findResponseItem } from '../responses/response-list.queries.ts'
import { findTicket } from '../tickets/tickets.queries.ts'
import type { IdeaLinkRow } from './idea-links.queries.ts'

/** What an idea can be linked to, by its id. */
export type IdeaTarget = Pick<IdeaLinkRow, 'workspaceId' | 'kind' | 'targetId'>

export const targetOf = (workspaceId: string, targetId: string): IdeaTarget => ({
  workspaceId,
  kind: targetId.startsWith(`${idPrefixes.ticket}_`) ? 'ticket' : 'response',
  targetId,
})

/** Whose ticket or answer it is. @throws Problem ticket_not_found, response_not_found */
export async function findTargetPerson(handle: Handle, { workspaceId, kind, targetId }: IdeaTarget): Promise<string> {
  if (kind === 'ticket') {
    const ticket = await findTicket(handle, workspaceId, targetId)
    if (!ticket) throw problem('ticket_not_found')
    return ticket.personId
  }
  const response = await findResponseItem(handle, workspaceId, targetId)
  if (!response) throw problem('response_not_found')
  return response.person.id
}
