import type { TargetIdeas } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { listLinksOf } from './idea-links.queries.ts'
import { findTargetPerson, targetOf } from './idea-target.ts'
import { findStandingIdea } from './ideas.queries.ts'
import { listVotesOfPerson } from './votes.queries.ts'

/**
 * Ideas that a ticket or an answer is linked to, and whether its person voted for each.
 * @throws Problem ticket_not_found, response_not_found
 */
export async function listTargetIdeas(handle: Handle, workspaceId: string, targetId: string): Promise<TargetIdeas> {
  const target = targetOf(workspaceId, targetId)
  const personId = await findTargetPerson(handle, target)
  const links = await listLinksOf(handle, target)
  const found = await Promise.all(links.map(({ ideaId }) => findStandingIdea(handle, workspaceId, ideaId)))
  // Two that were linked may have turned out to be the same.
  const ideas = new Map(found.flatMap((idea) => (idea ? [[idea.id, idea] as const] : [])))
  const votes = await listVotesOfPerson(handle, workspaceId, [...ideas.keys()], personId)
  const voteFor = (ideaId: string) => {
    const vote = votes.find((each) => each.ideaId === ideaId)
    if (!vote) return 'none'
    return vote.memberId ? 'member' : 'person'
  }
  return { items: [...ideas.values()].map(({ id, title, state }) => ({ id, title, state, vote: voteFor(id) })) }
}
