import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import type { Editor } from './change-idea.ts'
import { deleteLink, insertLink } from './idea-links.queries.ts'
import { findTargetPerson, targetOf } from './idea-target.ts'
import { findStandingIdea, listMergedInto } from './ideas.queries.ts'
import { lockVotes } from './votes.queries.ts'

/**
 * Says that a ticket or an answer speaks of an idea.
 * @throws Problem idea_not_found, ticket_not_found, response_not_found
 */
export async function linkIdea({ store }: Deps, editor: Editor, ideaId: string, targetId: string): Promise<void> {
  const { workspaceId, memberId, now } = editor
  const target = targetOf(workspaceId, targetId)
  await store.write(async (tx) => {
    await lockVotes(tx, workspaceId)
    const idea = await findStandingIdea(tx, workspaceId, ideaId)
    if (!idea) throw problem('idea_not_found')
    await findTargetPerson(tx, target)
    await insertLink(tx, { ...target, ideaId: idea.id, memberId, createdAt: now })
  })
}

/** Takes that back, of the idea and of what was merged into it. @throws Problem idea_not_found */
export async function unlinkIdea(
  { store }: Deps,
  workspaceId: string,
  ideaId: string,
  targetId: string,
): Promise<void> {
  await store.write(async (tx) => {
    const idea = await findStandingIdea(tx, workspaceId, ideaId)
    if (!idea) throw problem('idea_not_found')
    const merged = await listMergedInto(tx, workspaceId, idea.id)
    await deleteLink(tx, targetOf(workspaceId, targetId), [idea.id, ...merged.map(({ id }) => id)])
  })
}
