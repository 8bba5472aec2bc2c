import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import type { Editor } from './change-idea.ts'
import { findIdea, findStandingIdea, listMergedInto, markIdea } from './ideas.queries.ts'
import { moveVotes, type SameIdeas } from './move-votes.ts'
import { lockVotes } from './votes.queries.ts'

/**
 * Lets an idea stand by itself again, with all votes that were given to it and to what was merged into it before. Votes
 * that came since were given to the other one and stay there. Of an idea that stands by itself nothing changes.
 * @throws Problem idea_not_found
 */
export async function unmergeIdea(
  { store }: Deps,
  { workspaceId, now }: Omit<Editor, 'memberId'>,
  ideaId: string,
): Promise<void> {
  await store.write(async (tx) => {
    await lockVotes(tx, workspaceId)
    const idea = await findIdea(tx, workspaceId, ideaId)
    if (!idea) throw problem('idea_not_found')
    const standing = await findStandingIdea(tx, workspaceId, ideaId)
    if (!standing || standing.id === ideaId) return
    await markIdea(tx, idea, { mergedIntoId: null }, now)
    await markIdea(tx, standing, {}, now)
    const sameAs = async (id: string): Promise<SameIdeas> => [
      id,
      ...(await listMergedInto(tx, workspaceId, id)).map((merged) => merged.id),
    ]
    await moveVotes(tx, workspaceId, [await sameAs(standing.id), await sameAs(ideaId)])
  })
}
