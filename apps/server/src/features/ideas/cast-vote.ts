import type { BoardIdea, NewVote } from '@heed/contracts'
import type { Handle } from '@heed/db'
import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import { type Visitor, visitingCustomer } from '../people/record-person.ts'
import { visitorSnapshot } from '../people/snapshot.ts'
import { endRequest, reopenRequest } from '../suggestions/end-request.ts'
import { readBoardIdea } from './idea-views.ts'
import { findStandingIdea, isSettled, listMergedInto } from './ideas.queries.ts'
import { moveVotes } from './move-votes.ts'
import { deleteVotes, findVote, insertVote, lockVotes, markVoteReason, type Voter } from './votes.queries.ts'

/**
 * Makes this visitor's vote what it shall be: given or taken back. Given twice it is one vote, whose snapshot stays
 * that of the first time; a reason may follow later. A vote for an idea that was merged is one for that which stands.
 * A vote that the same person gave in another browser counts for both: unless it is vouched for who they are, it is
 * neither told nor changed here, as anyone may claim to be that person.
 * @throws Problem idea_not_found, idea_settled when a new vote comes after the idea was shipped or closed
 */
export async function castVote(deps: Deps, visitor: Visitor, ideaId: string, vote: NewVote): Promise<BoardIdea> {
  const { workspaceId } = visitor
  const at = new Date(deps.now().getTime() - vote.ageMs)
  return deps.store.write(async (tx) => {
    const customer = await visitingCustomer(tx, deps, visitor)
    await lockVotes(tx, workspaceId)
    const idea = await findStandingIdea(tx, workspaceId, ideaId)
    if (!idea) throw problem('idea_not_found')
    const voter = { ...visitor, personId: customer.person.id }
    const before = await findVote(tx, voter, idea.id)
    if (!vote.voted) await takeBack(tx, voter, idea.id)
    else if (before) {
      if (vote.reason) await markVoteReason(tx, voter, idea.id, vote.reason)
    } else {
      if (isSettled(idea)) throw problem('idea_settled')
      await insertVote(tx, {
        workspaceId,
        ideaId: idea.id,
        personId: voter.personId,
        accountId: customer.account?.id ?? null,
        visitorHash: visitor.hash,
        memberId: null,
        ticketId: null,
        fromIdeaId: null,
        reason: vote.reason || null,
        answersReadAt: null,
        ...(await visitorSnapshot(tx, customer, at)),
        createdAt: at,
      })
    }
    const said = { workspaceId, visitorHash: visitor.hash, requestId: vote.requestId }
    const end = { outcome: 'voted' as const, targetId: idea.id }
    await (vote.voted ? endRequest(tx, deps, said, end) : reopenRequest(tx, deps, said, end))
    return readBoardIdea(tx, voter, idea.id)
  })
}

/** Of merged ideas with all that this voter gave to any of them; what they gave in another browser then counts. */
async function takeBack(tx: Handle, voter: Voter, ideaId: string) {
  const merged = (await listMergedInto(tx, voter.workspaceId, ideaId)).map(({ id }) => id)
  await deleteVotes(tx, voter, [ideaId, ...merged])
  if (merged.length > 0) await moveVotes(tx, voter.workspaceId, [[ideaId, ...merged]], voter.personId)
}
