import type { BoardIdea, NewIdea } from '@heed/contracts'
import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import { type Visitor, visitingCustomer } from '../people/record-person.ts'
import { visitorSnapshot } from '../people/snapshot.ts'
import { readBoardIdea } from './idea-views.ts'
import { findIdea, insertIdea, insertVote } from './ideas.queries.ts'

/**
 * Files an idea under the id that the browser made, with its author's vote.
 * The same id again from the same browser answers with the idea as it stands.
 * @throws Problem id_taken
 */
export async function fileIdea(deps: Deps, visitor: Visitor, ideaId: string, idea: NewIdea): Promise<BoardIdea> {
  const { workspaceId } = visitor
  const at = new Date(deps.now().getTime() - idea.ageMs)
  return deps.store.write(async (tx) => {
    const customer = await visitingCustomer(tx, deps, visitor)
    const author = { ...visitor, personId: customer.person.id }
    const before = await findIdea(tx, workspaceId, ideaId)
    if (before) {
      if (before.visitorHash !== visitor.hash) throw problem('id_taken')
      return readBoardIdea(tx, author, ideaId)
    }
    await insertIdea(tx, {
      workspaceId,
      id: ideaId,
      title: idea.title,
      body: idea.body || null,
      state: 'open',
      areaId: null,
      personId: author.personId,
      visitorHash: visitor.hash,
      locale: idea.locale ?? null,
      createdAt: at,
      updatedAt: deps.now(),
    })
    await insertVote(tx, {
      workspaceId,
      ideaId,
      personId: author.personId,
      accountId: customer.account?.id ?? null,
      visitorHash: visitor.hash,
      reason: null,
      ...(await visitorSnapshot(tx, customer, at)),
      createdAt: at,
    })
    return readBoardIdea(tx, author, ideaId)
  })
}
