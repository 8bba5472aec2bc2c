import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import { deleteAnswers } from './idea-answers.queries.ts'
import { deleteLinks } from './idea-links.queries.ts'
import { deleteIdeaRows, findIdea, isChangedSince, listMergedInto } from './ideas.queries.ts'
import { deleteVotesOfIdeas, lockVotes } from './votes.queries.ts'

/**
 * Removes an idea with its votes, answers and links, and with all that was merged into it.
 * @param basedOn `updatedAt` of the idea as the member saw it
 * @throws Problem idea_not_found, idea_merged, idea_changed
 */
export async function deleteIdea(
  { store }: Deps,
  workspaceId: string,
  ideaId: string,
  basedOn?: string,
): Promise<void> {
  await store.write(async (tx) => {
    await lockVotes(tx, workspaceId)
    const idea = await findIdea(tx, workspaceId, ideaId)
    if (!idea) throw problem('idea_not_found')
    if (idea.mergedIntoId) throw problem('idea_merged')
    if (isChangedSince(idea, basedOn)) throw problem('idea_changed')
    const ids = [ideaId, ...(await listMergedInto(tx, workspaceId, ideaId)).map(({ id }) => id)]
    await deleteVotesOfIdeas(tx, workspaceId, ids)
    await deleteAnswers(tx, workspaceId, ids)
    await deleteLinks(tx, workspaceId, ids)
    await deleteIdeaRows(tx, workspaceId, ids)
  })
}
