import type { IdeaVote, IdeaVotePage } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { pageOf, parseCursor } from '../../http/cursor.ts'
import { problem } from '../../http/problem.ts'
import { toAccountSummary, toPersonSummary, toSnapshot } from '../people/summaries.ts'
import type { Filter, Scope } from '../segments/scope.ts'
import { findStandingIdea } from './ideas.queries.ts'
import { countVotes, findJoinedVote, type JoinedVote, listJoinedVotes } from './votes.queries.ts'

const toIdeaVote = ({ vote, person, account, member, from }: JoinedVote): IdeaVote => ({
  person: toPersonSummary(person),
  account: toAccountSummary(account),
  snapshot: toSnapshot(vote),
  reason: vote.reason,
  member,
  ticketId: vote.ticketId,
  from,
  createdAt: vote.createdAt.toISOString(),
})

/** A page of a segment's votes for an idea, newest first. @throws Problem idea_not_found, invalid_input */
export async function readIdeaVotes(
  handle: Handle,
  scope: Scope,
  filter: Filter,
  ideaId: string,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<IdeaVotePage> {
  const idea = await findStandingIdea(handle, scope.workspaceId, ideaId)
  if (!idea) throw problem('idea_not_found')
  const after = cursor ? parseCursor(cursor) : undefined
  const [rows, total] = await Promise.all([
    listJoinedVotes(handle, scope, filter, { ideaId: idea.id, after, limit: limit + 1 }),
    countVotes(handle, scope, filter, idea.id),
  ])
  return pageOf(rows.map(toIdeaVote), limit, total, ({ createdAt, person }) => ({ at: createdAt, id: person.id }))
}

/** One person's vote. @throws Problem vote_not_found */
export async function readIdeaVote(
  handle: Handle,
  workspaceId: string,
  ideaId: string,
  personId: string,
): Promise<IdeaVote> {
  const row = await findJoinedVote(handle, workspaceId, ideaId, personId)
  if (!row) throw problem('vote_not_found')
  return toIdeaVote(row)
}
