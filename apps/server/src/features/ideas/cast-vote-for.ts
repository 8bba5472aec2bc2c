import type { IdeaVote, MemberVote } from '@heed/contracts'
import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import { findCustomer } from '../people/customer-lookups.queries.ts'
import { visitorSnapshot } from '../people/snapshot.ts'
import { findTicket } from '../tickets/tickets.queries.ts'
import type { Editor } from './change-idea.ts'
import { insertLink } from './idea-links.queries.ts'
import { readIdeaVote } from './idea-votes.ts'
import { findStandingIdea, isSettled } from './ideas.queries.ts'
import { insertVote, listVotesOfPerson, lockVotes, markMemberVoteReason } from './votes.queries.ts'

/**
 * Casts a vote for a person who said so elsewhere, with what they are now. Where they have voted, their vote stays; why
 * a member cast one may still be said. A ticket that it is cast from is linked to the idea.
 * @throws Problem idea_not_found, idea_settled, person_not_found, ticket_not_found
 */
export async function castVoteFor(
  deps: Deps,
  { workspaceId, memberId, now }: Editor,
  { ideaId, personId }: { ideaId: string; personId: string },
  { reason, ticketId }: MemberVote,
): Promise<IdeaVote> {
  return deps.store.write(async (tx) => {
    await lockVotes(tx, workspaceId)
    const idea = await findStandingIdea(tx, workspaceId, ideaId)
    if (!idea) throw problem('idea_not_found')
    const customer = await findCustomer(tx, workspaceId, personId)
    if (!customer) throw problem('person_not_found')
    if (ticketId) {
      if (!(await findTicket(tx, workspaceId, ticketId))) throw problem('ticket_not_found')
      const link = { workspaceId, ideaId: idea.id, kind: 'ticket' as const, targetId: ticketId, memberId }
      await insertLink(tx, { ...link, createdAt: now })
    }
    const [before] = await listVotesOfPerson(tx, workspaceId, [idea.id], personId)
    if (before) {
      if (reason && before.memberId) await markMemberVoteReason(tx, before, reason)
      return readIdeaVote(tx, workspaceId, idea.id, personId)
    }
    if (isSettled(idea)) throw problem('idea_settled')
    await insertVote(tx, {
      workspaceId,
      ideaId: idea.id,
      personId,
      accountId: customer.account?.id ?? null,
      visitorHash: null,
      memberId,
      ticketId: ticketId ?? null,
      fromIdeaId: null,
      reason: reason || null,
      answersReadAt: null,
      ...(await visitorSnapshot(tx, customer, now)),
      createdAt: now,
    })
    return readIdeaVote(tx, workspaceId, idea.id, personId)
  })
}
