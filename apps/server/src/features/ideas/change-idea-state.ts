import type { IdeaItem, IdeaState } from '@heed/contracts'
import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import type { Scope } from '../segments/scope.ts'
import { findCountedIdea } from './idea-figures.queries.ts'
import { toIdeaItem } from './idea-views.ts'
import { markIdeaState } from './ideas.queries.ts'

/** Says how far an idea has come. Votes stay as they are. @throws Problem idea_not_found */
export async function changeIdeaState(
  { store }: Deps,
  scope: Scope,
  ideaId: string,
  state: IdeaState,
): Promise<IdeaItem> {
  return store.write(async (tx) => {
    await markIdeaState(tx, scope.workspaceId, ideaId, { state, updatedAt: scope.now })
    const idea = await findCountedIdea(tx, scope, ideaId)
    if (!idea) throw problem('idea_not_found')
    return toIdeaItem(idea)
  })
}
