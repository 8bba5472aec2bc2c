import { castVoteFor } from '../ideas/cast-vote-for.ts'
import { linkIdea } from '../ideas/link-idea.ts'
import type { MemberRow } from '../members/members.queries.ts'
import { depsAt, type Making } from './making.ts'
import { listCommentsWith, listTicketsWith } from './wish-links.queries.ts'
import { sampleIdeas } from './wishes.ts'

const mostTickets = 6
const mostComments = 4
/** Of some of these tickets' people an agent understood that they want it. */
const mostVotes = 3

/** Links tickets and answers to the ideas that they speak of, and votes for some who asked in a ticket. */
export const linkWishes = async (
  making: Making,
  agents: Pick<MemberRow, 'id'>[],
  ideaIds: ReadonlyMap<string, string>,
): Promise<void> => {
  const { deps, workspaceId, now } = making
  const memberId = agents[0]?.id ?? ''
  const editor = { workspaceId, memberId, now }
  for (const { title, spokenOf, reason } of sampleIdeas) {
    const ideaId = ideaIds.get(title) ?? ''
    const { tickets = '', comments = '' } = spokenOf ?? {}
    const asked = tickets ? await listTicketsWith(deps.store.read, workspaceId, tickets, mostTickets) : []
    const said = comments ? await listCommentsWith(deps.store.read, workspaceId, comments, mostComments) : []
    for (const { id } of [...asked, ...said]) await linkIdea(deps, editor, ideaId, id)
    for (const { id: ticketId, personId, createdAt } of asked.slice(0, mostVotes)) {
      const at = { ...editor, now: createdAt }
      await castVoteFor(depsAt(making, createdAt), at, { ideaId, personId }, { ticketId, ...(reason && { reason }) })
    }
  }
}
