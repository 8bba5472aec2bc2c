import type { BoardIdea, NewIdea } from '@heed/contracts'
import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import { type Visitor, visitingCustomer } from '../people/record-person.ts'
import { visitorSnapshot } from '../people/snapshot.ts'
import { readBoardIdea } from './idea-views.ts'
import { findIdea, findStandingIdea, insertIdea } from './ideas.queries.ts'
import { insertVote } from './votes.queries.ts'

/**
 * Files an idea under the id that the browser made, with its author's vote.
 * The same id again from the same browser answers with the idea as it stands, or with that into which it was merged.
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
      const standing = await findStandingIdea(tx, workspaceId, ideaId)
      return readBoardIdea(tx, author, standing?.id ?? ideaId)
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
      mergedIntoId: null,
      createdAt: at,
      updatedAt: deps.now(),
    })
    await insertVote(tx, {
      workspaceId,
      ideaId,
      personId: author.personId,
      accountId: customer.account?.id ?? null,
      visitorHash: visitor.hash,
      memberId: null,
      ticketId: null,
      fromIdeaId: null,
      reason: null,
      answersReadAt: null,
      ...(await visitorSnapshot(tx, customer, at)),
      createdAt: at,
    })
    return readBoardIdea(tx, author, ideaId)
  })
}
