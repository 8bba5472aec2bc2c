import type { IdeaState } from '@heed/contracts'
import { type Handle, prepared } from '@heed/db'
import { and, asc, count, desc, eq, getTableColumns, inArray, isNull, or, sql } from 'drizzle-orm'
import { newestAnswers } from './idea-answers.queries.ts'
import { isOwnVote, type Voter } from './votes.queries.ts'

export type IdeaRow = Handle['tables']['ideas']['$inferSelect']

const settledStates: IdeaState[] = ['shipped', 'closed']

/** Whether an idea takes no more votes. */
export const isSettled = ({ state }: Pick<IdeaRow, 'state'>) => settledStates.includes(state)

/** Whether a member changed or merged it since `basedOn`, its `updatedAt` as another one read it. */
export const isChangedSince = ({ updatedAt }: Pick<IdeaRow, 'updatedAt'>, basedOn: string | undefined) =>
  basedOn !== undefined && new Date(basedOn).getTime() !== updatedAt.getTime()

/** To sort by: shipped and closed ideas last. */
const settledLast = ({ tables: { ideas } }: Handle) =>
  sql`case when ${inArray(ideas.state, settledStates)} then 1 else 0 end`

const theIdea = ({ tables: { ideas } }: Handle, workspaceId: string, ideaId: string) =>
  and(eq(ideas.workspaceId, workspaceId), eq(ideas.id, ideaId))

const listById = prepared((handle, { workspaceId, id }: Pick<IdeaRow, 'workspaceId' | 'id'>) =>
  handle.db
    .select()
    .from(handle.tables.ideas)
    .where(theIdea(handle, workspaceId, id)),
)

export const findIdea = async (handle: Handle, workspaceId: string, ideaId: string) =>
  (await listById(handle, { workspaceId, id: ideaId }))[0]

/** The idea, or the one into which it was merged: that which is shown and takes votes. */
export const findStandingIdea = async (
  handle: Handle,
  workspaceId: string,
  ideaId: string,
): Promise<IdeaRow | undefined> => {
  const idea = await findIdea(handle, workspaceId, ideaId)
  return idea?.mergedIntoId ? findStandingIdea(handle, workspaceId, idea.mergedIntoId) : idea
}

/** Ideas that were merged into this one, and into these, oldest first. */
export const listMergedInto = async (handle: Handle, workspaceId: string, ideaId: string): Promise<IdeaRow[]> => {
  const { ideas } = handle.tables
  const found: IdeaRow[] = []
  for (let level = [ideaId]; level.length > 0; ) {
    const rows = await handle.db
      .select()
      .from(ideas)
      .where(and(eq(ideas.workspaceId, workspaceId), inArray(ideas.mergedIntoId, level)))
      .orderBy(asc(ideas.createdAt), asc(ideas.id))
    found.push(...rows)
    level = rows.map(({ id }) => id)
  }
  return found
}

export const insertIdea = async ({ db, tables }: Handle, row: IdeaRow) => {
  await db.insert(tables.ideas).values(row)
}

type Changes = Partial<Pick<IdeaRow, 'title' | 'body' | 'areaId' | 'state' | 'mergedIntoId'>>

/** Changes what is given of an idea, now; and never at the moment of the change before, to be told from it. */
export const markIdea = async (
  handle: Handle,
  { workspaceId, id, updatedAt: before }: Pick<IdeaRow, 'workspaceId' | 'id' | 'updatedAt'>,
  changes: Changes,
  now: Date,
) => {
  const updatedAt = new Date(Math.max(now.getTime(), before.getTime() + 1))
  await handle.db
    .update(handle.tables.ideas)
    .set({ ...changes, updatedAt })
    .where(theIdea(handle, workspaceId, id))
}

export const deleteIdeaRows = async ({ db, tables: { ideas } }: Handle, workspaceId: string, ideaIds: string[]) => {
  await db.delete(ideas).where(and(eq(ideas.workspaceId, workspaceId), inArray(ideas.id, ideaIds)))
}

/** Titles and states of ideas that stand by themselves, with how many people voted. */
export const listIdeaTitles = async (
  { db, tables: { ideas, votes } }: Handle,
  workspaceId: string,
  ideaIds: string[],
) => {
  if (ideaIds.length === 0) return []
  return db
    .select({ id: ideas.id, title: ideas.title, state: ideas.state, votes: count(votes.personId) })
    .from(ideas)
    .leftJoin(votes, and(eq(votes.workspaceId, ideas.workspaceId), eq(votes.ideaId, ideas.id)))
    .where(and(eq(ideas.workspaceId, workspaceId), inArray(ideas.id, ideaIds), isNull(ideas.mergedIntoId)))
    .groupBy(ideas.id, ideas.title, ideas.state)
}

const board = (handle: Handle, voter: Voter, ideaId?: string) => {
  const { workspaceId } = voter
  const { ideas, votes } = handle.tables
  // Counted before anything is joined, which the index alone can answer.
  const counted = handle.db
    .select({ ideaId: votes.ideaId, votes: count().as('votes') })
    .from(votes)
    .where(and(eq(votes.workspaceId, workspaceId), ideaId ? eq(votes.ideaId, ideaId) : undefined))
    .groupBy(votes.ideaId)
    .as('counted')
  const voteCount = sql<number>`coalesce(${counted.votes}, 0)`.mapWith(Number)
  const answer = newestAnswers(handle, workspaceId, ideaId)
  const query = handle.db
    .select({
      idea: getTableColumns(ideas),
      votes: voteCount,
      votedAt: votes.createdAt,
      answersReadAt: votes.answersReadAt,
      answer: { state: answer.state, body: answer.body, createdAt: answer.createdAt },
    })
    .from(ideas)
    .leftJoin(counted, eq(counted.ideaId, ideas.id))
    .leftJoin(answer, and(eq(answer.ideaId, ideas.id), eq(answer.newness, 1)))
    .leftJoin(
      votes, // the voter's own, at most one
      and(eq(votes.workspaceId, ideas.workspaceId), eq(votes.ideaId, ideas.id), isOwnVote(handle.tables, voter)),
    )
  return { query, voteCount }
}
export type BoardRow = Awaited<ReturnType<typeof board>['query']>[number]

const mostOnBoard = 100

/** Ideas with their votes and whether this voter gave one; most votes first, settled ones last. */
export const listBoard = async (handle: Handle, voter: Voter) => {
  const { ideas } = handle.tables
  const { query, voteCount } = board(handle, voter)
  return query
    .where(and(eq(ideas.workspaceId, voter.workspaceId), isNull(ideas.mergedIntoId)))
    .orderBy(settledLast(handle), desc(voteCount), desc(ideas.createdAt), desc(ideas.id))
    .limit(mostOnBoard)
}

const listOnBoard = prepared((handle, { ideaId, ...voter }: Voter & { ideaId: string }) =>
  board(handle, voter, ideaId).query.where(theIdea(handle, voter.workspaceId, ideaId)),
)

/** One idea of the board. */
export const findOnBoard = async (handle: Handle, voter: Voter, ideaId: string) =>
  (await listOnBoard(handle, { ...voter, signedPersonId: voter.signedPersonId ?? null, ideaId }))[0]

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
  const givenTo = sql<string>`coalesce(${votes.fromIdeaId}, ${votes.ideaId})`
  const placesOf = db.select({ ideaId: votes.ideaId }).from(votes).where(votesOf(to.id))
  const votedFor = db.select({ ideaId: givenTo }).from(votes).where(votesOf(to.id))
  await db.delete(votes).where(and(votesOf(from), or(inArray(votes.ideaId, placesOf), inArray(givenTo, votedFor))))
  await db.update(votes).set({ personId: to.id, accountId: to.accountId }).where(votesOf(from))
}
