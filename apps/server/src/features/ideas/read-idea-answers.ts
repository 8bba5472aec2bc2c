import type { NewReading } from '@heed/contracts'
import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import { findVisitor } from '../people/people.queries.ts'
import type { Visitor } from '../people/record-person.ts'
import { findStandingIdea } from './ideas.queries.ts'
import { markAnswersRead } from './votes.queries.ts'

/**
 * Marks what became of an idea so far as read by this visitor, who voted for it; a look that waited is dated back, and
 * never undoes a later one. Of an idea without their vote nothing changes. @throws Problem idea_not_found
 */
export async function readIdeaAnswers({ store, now }: Deps, visitor: Visitor, ideaId: string, { ageMs }: NewReading) {
  const { workspaceId, hash } = visitor
  await store.write(async (tx) => {
    const idea = await findStandingIdea(tx, workspaceId, ideaId)
    if (!idea) throw problem('idea_not_found')
    const customer = await findVisitor(tx, workspaceId, hash)
    if (!customer) return
    const voter = { ...visitor, personId: customer.person.id }
    await markAnswersRead(tx, voter, idea.id, new Date(now().getTime() - ageMs))
  })
  return { id: ideaId }
}
