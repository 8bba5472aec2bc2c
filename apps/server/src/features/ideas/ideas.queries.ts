import type { IdeaState } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { and, count, desc, eq, getTableColumns, inArray, sql } from 'drizzle-orm'

export type IdeaRow = Handle['tables']['ideas']['$inferSelect']
export type VoteRow = Handle['tables']['votes']['$inferSelect']

/** A person in one browser. Others may claim to be the same person, so a vote is seen and changed by its browser alone. */
export type Voter = { workspaceId: string; personId: string; hash: string }

const settledStates: IdeaState[] = ['shipped', 'closed']

/** Whether an idea takes no more votes. */
export const isSettled = ({ state }: Pick<IdeaRow, 'state'>) => settledStates.includes(state)

/** To sort by: shipped and closed ideas last. */
export const settledLast = ({ tables: { ideas } }: Handle) =>
  sql`case when ${inArray(ideas.state, settledStates)} then 1 else 0 end`

const theIdea = ({ tables: { ideas } }: Handle, workspaceId: string, ideaId: string) =>
  and(eq(ideas.workspaceId, workspaceId), eq(ideas.id, ideaId))

const theVote = ({ tables: { votes } }: Handle, { workspaceId, personId, hash }: Voter, ideaId: string) =>
  and(
    eq(votes.workspaceId, workspaceId),
    eq(votes.ideaId, ideaId),
    eq(votes.personId, personId),
    eq(votes.visitorHash, hash),
  )

export const findIdea = async (handle: Handle, workspaceId: string, ideaId: string) =>
  (
    await handle.db
      .select()
      .from(handle.tables.ideas)
      .where(theIdea(handle, workspaceId, ideaId))
  )[0]

export const insertIdea = async ({ db, tables }: Handle, row: IdeaRow) => {
  await db.insert(tables.ideas).values(row)
}

export const markIdeaState = async (
  handle: Handle,
  workspaceId: string,
  ideaId: string,
  changes: Pick<IdeaRow, 'state' | 'updatedAt'>,
) => {
  await handle.db
    .update(handle.tables.ideas)
    .set(changes)
    .where(theIdea(handle, workspaceId, ideaId))
}

/** The vote that this browser gave; of one that the same person gave in another it knows nothing. */
export const findVote = async (handle: Handle, voter: Voter, ideaId: string) =>
  (
    await handle.db
      .select()
      .from(handle.tables.votes)
      .where(theVote(handle, voter, ideaId))
  )[0]

/** One person has one vote: a second one, from another browser, changes nothing, and the first keeps its browser. */
export const insertVote = async ({ db, tables: { votes } }: Handle, row: VoteRow) => {
  await db.insert(votes).values(row).onConflictDoNothing()
}

/** Keeps why; the rest of a vote stays as of its own moment. */
export const markVoteReason = async (handle: Handle, voter: Voter, ideaId: string, reason: string) => {
  await handle.db
    .update(handle.tables.votes)
    .set({ reason })
    .where(theVote(handle, voter, ideaId))
}

/** Takes back the vote that this browser gave; one of another stays. */
export const deleteVote = async (handle: Handle, voter: Voter, ideaId: string) => {
  await handle.db.delete(handle.tables.votes).where(theVote(handle, voter, ideaId))
}

const board = (handle: Handle, { workspaceId, personId, hash }: Voter, ideaId?: string) => {
  const { ideas, votes } = handle.tables
  // Counted before anything is joined, which the index alone can answer.
  const counted = handle.db
    .select({ ideaId: votes.ideaId, votes: count().as('votes') })
    .from(votes)
    .where(and(eq(votes.workspaceId, workspaceId), ideaId ? eq(votes.ideaId, ideaId) : undefined))
    .groupBy(votes.ideaId)
    .as('counted')
  const voteCount = sql<number>`coalesce(${counted.votes}, 0)`.mapWith(Number)
  const query = handle.db
    .select({ idea: getTableColumns(ideas), votes: voteCount, votedAs: votes.personId })
    .from(ideas)
    .leftJoin(counted, eq(counted.ideaId, ideas.id))
    .leftJoin(
      votes, // this browser's own, at most one
      and(
        eq(votes.workspaceId, ideas.workspaceId),
        eq(votes.ideaId, ideas.id),
        eq(votes.personId, personId),
        eq(votes.visitorHash, hash),
      ),
    )
  return { query, voteCount }
}
export type BoardRow = Awaited<ReturnType<typeof board>['query']>[number]

const mostOnBoard = 100

/** Ideas with their votes and whether this browser gave one; most votes first, settled ones last. */
export const listBoard = async (handle: Handle, voter: Voter) => {
  const { ideas } = handle.tables
  const { query, voteCount } = board(handle, voter)
  return query
    .where(eq(ideas.workspaceId, voter.workspaceId))
    .orderBy(settledLast(handle), desc(voteCount), desc(ideas.createdAt), desc(ideas.id))
    .limit(mostOnBoard)
}

/** One idea of the board. */
export const findOnBoard = async (handle: Handle, voter: Voter, ideaId: string) =>
  (await board(handle, voter, ideaId).query.where(theIdea(handle, voter.workspaceId, ideaId)))[0]

/**
 * Gives the ideas and votes of an anonymous person to the person they turned out to be. Where both had voted, the known
 * one's vote stays. What a browser gave remains that browser's.
 */
export const moveIdeas = async (
  { db, tables: { ideas, votes } }: Handle,
  workspaceId: string,
  from: string,
  to: { id: string; accountId: string | null },
) => {
  await db
    .update(ideas)
    .set({ personId: to.id })
    .where(and(eq(ideas.workspaceId, workspaceId), eq(ideas.personId, from)))
  const votesOf = (personId: string) => and(eq(votes.workspaceId, workspaceId), eq(votes.personId, personId))
  const votedByBoth = db.select({ ideaId: votes.ideaId }).from(votes).where(votesOf(to.id))
  await db.delete(votes).where(and(votesOf(from), inArray(votes.ideaId, votedByBoth)))
  await db.update(votes).set({ personId: to.id, accountId: to.accountId }).where(votesOf(from))
}
