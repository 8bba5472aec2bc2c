import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import type { Editor } from './change-idea.ts'
import { findIdea, findStandingIdea, listMergedInto, markIdea } from './ideas.queries.ts'
import { moveVotes } from './move-votes.ts'
import { lockVotes } from './votes.queries.ts'

/**
 * Makes an idea the same as another one: its votes count there, one a person and the first one of each, and whoever asks
 * for it is led there. `unmergeIdea` undoes all of it.
 * @returns id of the idea that stands
 * @throws Problem idea_not_found, idea_merged when the two are the same already, or the first is merged elsewhere
 */
export async function mergeIdea(
  { store }: Deps,
  { workspaceId, now }: Omit<Editor, 'memberId'>,
  ideaId: string,
  intoId: string,
): Promise<string> {
  return store.write(async (tx) => {
    await lockVotes(tx, workspaceId)
    const idea = await findIdea(tx, workspaceId, ideaId)
    const into = await findStandingIdea(tx, workspaceId, intoId)
    if (!idea || !into) throw problem('idea_not_found')
    if (idea.mergedIntoId || into.id === idea.id) throw problem('idea_merged')
    await markIdea(tx, idea, { mergedIntoId: into.id }, now)
    await markIdea(tx, into, {}, now)
    const same = await listMergedInto(tx, workspaceId, into.id)
    await moveVotes(tx, workspaceId, [[into.id, ...same.map(({ id }) => id)]])
    return into.id
  })
}
