import type { BoardIdea, NewVote } from '@heed/contracts'
import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import { type Visitor, visitingCustomer } from '../people/record-person.ts'
import { visitorSnapshot } from '../people/snapshot.ts'
import { readBoardIdea } from './idea-views.ts'
import { deleteVote, findIdea, findVote, insertVote, isSettled, markVoteReason } from './ideas.queries.ts'

/**
 * Makes this visitor's vote what it shall be: given or taken back. Given twice it is one vote, whose snapshot stays
 * that of the first time; a reason may follow later. A vote that the same person gave in another browser counts for
 * both: it is neither told nor changed here, as anyone may claim to be that person.
 * @throws Problem idea_not_found, idea_settled when a new vote comes after the idea was shipped or closed
 */
export async function castVote(deps: Deps, visitor: Visitor, ideaId: string, vote: NewVote): Promise<BoardIdea> {
  const { workspaceId } = visitor
  const at = new Date(deps.now().getTime() - vote.ageMs)
  return deps.store.write(async (tx) => {
    const idea = await findIdea(tx, workspaceId, ideaId)
    if (!idea) throw problem('idea_not_found')
    const customer = await visitingCustomer(tx, deps, visitor)
    const voter = { ...visitor, personId: customer.person.id }
    const before = await findVote(tx, voter, ideaId)
    if (!vote.voted) await deleteVote(tx, voter, ideaId)
    else if (before) {
      if (vote.reason) await markVoteReason(tx, voter, ideaId, vote.reason)
    } else {
      if (isSettled(idea)) throw problem('idea_settled')
      await insertVote(tx, {
        workspaceId,
        ideaId,
        personId: voter.personId,
        accountId: customer.account?.id ?? null,
        visitorHash: visitor.hash,
        reason: vote.reason || null,
        ...(await visitorSnapshot(tx, customer, at)),
        createdAt: at,
      })
    }
    return readBoardIdea(tx, voter, ideaId)
  })
}
