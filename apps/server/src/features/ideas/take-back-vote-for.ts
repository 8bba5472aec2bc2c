import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import { findStandingIdea, listMergedInto } from './ideas.queries.ts'
import { moveVotes } from './move-votes.ts'
import { deleteMemberVotes, listVotesOfPerson, lockVotes } from './votes.queries.ts'

/**
 * Takes back what members cast for a person. One that they gave themselves is theirs.
 * @throws Problem idea_not_found, vote_not_found, vote_of_person
 */
export async function takeBackVoteFor(
  { store }: Deps,
  workspaceId: string,
  { ideaId, personId }: { ideaId: string; personId: string },
): Promise<void> {
  await store.write(async (tx) => {
    await lockVotes(tx, workspaceId)
    const idea = await findStandingIdea(tx, workspaceId, ideaId)
    if (!idea) throw problem('idea_not_found')
    const [vote] = await listVotesOfPerson(tx, workspaceId, [idea.id], personId)
    if (!vote) throw problem('vote_not_found')
    if (!vote.memberId) throw problem('vote_of_person')
    const merged = (await listMergedInto(tx, workspaceId, idea.id)).map(({ id }) => id)
    await deleteMemberVotes(tx, workspaceId, [idea.id, ...merged], personId)
    if (merged.length > 0) await moveVotes(tx, workspaceId, [[idea.id, ...merged]], personId)
  })
}
