import { type Handle, prepared } from '@heed/db'
import { and, count, desc, eq, getTableColumns, inArray, isNotNull, isNull, lt, or, sql } from 'drizzle-orm'
import type { Visitor } from '../people/record-person.ts'
import type { Filter, Scope } from '../segments/scope.ts'
import { snapshotIn } from '../segments/segment-sql.ts'

export type VoteRow = Handle['tables']['votes']['$inferSelect']

/**
 * A person in one browser. Others may claim to be the same person, so a vote is seen and changed by its browser alone;
 * and by every browser for which it is vouched that this person speaks.
 */
export type Voter = Visitor & { personId: string }

/** So many rows a statement, below the number of values that both stores take in one. */
const rowsAStatement = 500

const inPieces = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / rowsAStatement) }, (_, at) =>
    all.slice(at * rowsAStatement, (at + 1) * rowsAStatement),
  )

/**
 * Keeps other writes waiting that give, move or take back votes, tell voters, or link ideas: no vote is given to an idea
 * while it is merged, and nothing is left with an idea of whoever is erased.
 */
export const lockVotes = (tx: Handle, workspaceId: string) => tx.lock(`votes ${workspaceId}`)

/** Whether a vote is this voter's own. */
export const isOwnVote = ({ votes }: Handle['tables'], { personId, hash, signedPersonId = null }: Voter) =>
  and(eq(votes.personId, personId), or(eq(votes.visitorHash, hash), eq(votes.personId, sql`${signedPersonId}`)))

const ownVote = ({ tables }: Handle, voter: Voter, ideaIds: string[]) =>
  and(eq(tables.votes.workspaceId, voter.workspaceId), inArray(tables.votes.ideaId, ideaIds), isOwnVote(tables, voter))

const voteOf = ({ tables: { votes } }: Handle, workspaceId: string, ideaIds: string[], personId: string) =>
  and(eq(votes.workspaceId, workspaceId), inArray(votes.ideaId, ideaIds), eq(votes.personId, personId))

const listOwn = prepared((handle, { ideaId, ...voter }: Voter & { ideaId: string }) =>
  handle.db
    .select()
    .from(handle.tables.votes)
    .where(ownVote(handle, voter, [ideaId])),
)

/** The voter's own vote; of one that the same person gave in another browser it knows nothing. */
export const findVote = async (handle: Handle, voter: Voter, ideaId: string) =>
  (await listOwn(handle, { ...voter, signedPersonId: voter.signedPersonId ?? null, ideaId }))[0]

/** One person has one vote: a second one, from another browser, changes nothing, and the first keeps its browser. */
export const insertVote = prepared(({ db, tables: { votes } }, row: VoteRow) =>
  db.insert(votes).values(row).onConflictDoNothing(),
)

/** Keeps why; the rest of a vote stays as of its own moment. */
export const markVoteReason = async (handle: Handle, voter: Voter, ideaId: string, reason: string) => {
  await handle.db
    .update(handle.tables.votes)
    .set({ reason })
    .where(ownVote(handle, voter, [ideaId]))
}

/** Marks what became of an idea so far as read by its voter, and never undoes a later look. */
export const markAnswersRead = async (handle: Handle, voter: Voter, ideaId: string, at: Date) => {
  const { votes } = handle.tables
  await handle.db
    .update(votes)
    .set({ answersReadAt: at })
    .where(and(ownVote(handle, voter, [ideaId]), or(isNull(votes.answersReadAt), lt(votes.answersReadAt, at))))
}

/** Takes back the voter's own votes; one of another browser stays. */
export const deleteVotes = async (handle: Handle, voter: Voter, ideaIds: string[]) => {
  await handle.db.delete(handle.tables.votes).where(ownVote(handle, voter, ideaIds))
}

/** A person's votes for some ideas, in whichever browser they were given. */
export const listVotesOfPerson = async (handle: Handle, workspaceId: string, ideaIds: string[], personId: string) =>
  handle.db
    .select()
    .from(handle.tables.votes)
    .where(voteOf(handle, workspaceId, ideaIds, personId))

/** Takes back the votes that members cast for a person. */
export const deleteMemberVotes = async (handle: Handle, workspaceId: string, ideaIds: string[], personId: string) => {
  const { votes } = handle.tables
  await handle.db.delete(votes).where(and(voteOf(handle, workspaceId, ideaIds, personId), isNotNull(votes.memberId)))
}

/** Keeps why a member cast it. */
export const markMemberVoteReason = async (handle: Handle, row: VoteRow, reason: string) => {
  await handle.db
    .update(handle.tables.votes)
    .set({ reason })
    .where(voteOf(handle, row.workspaceId, [row.ideaId], row.personId))
}

/** All votes that lie with some ideas; of one person, where one is named. */
export const listVotes = async (handle: Handle, workspaceId: string, ideaIds: string[], personId?: string) => {
  const { votes } = handle.tables
  return handle.db
    .select()
    .from(votes)
    .where(
      and(
        eq(votes.workspaceId, workspaceId),
        inArray(votes.ideaId, ideaIds),
        personId === undefined ? undefined : eq(votes.personId, personId),
      ),
    )
}

/** Takes votes out of the places where they lie. */
export const deleteVoteRows = async ({ db, tables: { votes } }: Handle, workspaceId: string, rows: VoteRow[]) => {
  for (const lyingWith of new Set(rows.map(({ ideaId }) => ideaId))) {
    const personIds = rows.filter(({ ideaId }) => ideaId === lyingWith).map(({ personId }) => personId)
    for (const piece of inPieces(personIds)) {
      await db
        .delete(votes)
        .where(and(eq(votes.workspaceId, workspaceId), eq(votes.ideaId, lyingWith), inArray(votes.personId, piece)))
    }
  }
}

export const insertVoteRows = async ({ db, tables: { votes } }: Handle, rows: VoteRow[]) => {
  for (const piece of inPieces(rows)) await db.insert(votes).values(piece)
}

/** Takes all votes off some ideas. */
export const deleteVotesOfIdeas = async ({ db, tables: { votes } }: Handle, workspaceId: string, ideaIds: string[]) => {
  await db.delete(votes).where(and(eq(votes.workspaceId, workspaceId), inArray(votes.ideaId, ideaIds)))
}

/** The people who voted for an idea. */
export const listVoters = async ({ db, tables: { votes, people } }: Handle, workspaceId: string, ideaId: string) =>
  db
    .select(getTableColumns(people))
    .from(votes)
    .innerJoin(people, and(eq(people.workspaceId, votes.workspaceId), eq(people.id, votes.personId)))
    .where(and(eq(votes.workspaceId, workspaceId), eq(votes.ideaId, ideaId)))

/** How many votes of an idea were given in a browser, which tells its voter what became of it. */
export const countVotesOfBrowsers = async (
  { db, tables: { votes } }: Handle,
  workspaceId: string,
  ideaId: string,
): Promise<number> => {
  const [row] = await db
    .select({ votes: count(votes.visitorHash) })
    .from(votes)
    .where(and(eq(votes.workspaceId, workspaceId), eq(votes.ideaId, ideaId)))
  return row?.votes ?? 0
}

/** How many votes each idea brought that was merged into this one. */
export const countVotesFrom = async (
  { db, tables: { votes } }: Handle,
  workspaceId: string,
  ideaId: string,
): Promise<Map<string, number>> => {
  const rows = await db
    .select({ from: votes.fromIdeaId, votes: count() })
    .from(votes)
    .where(and(eq(votes.workspaceId, workspaceId), eq(votes.ideaId, ideaId)))
    .groupBy(votes.fromIdeaId)
  return new Map(rows.flatMap(({ from, votes: many }) => (from === null ? [] : [[from, many] as const])))
}

const theirs = (handle: Handle, scope: Scope, filter: Filter, ideaId: string) => {
  const { votes } = handle.tables
  return and(
    eq(votes.workspaceId, scope.workspaceId),
    eq(votes.ideaId, ideaId),
    snapshotIn(filter, votes, handle, scope),
  )
}

const joinedVotes = ({ db, tables: { votes, people, accounts, members, ideas } }: Handle) =>
  db
    .select({
      vote: getTableColumns(votes),
      person: getTableColumns(people),
      account: getTableColumns(accounts),
      member: { id: members.id, name: members.name },
      from: { id: ideas.id, title: ideas.title, state: ideas.state },
    })
    .from(votes)
    .innerJoin(people, and(eq(people.workspaceId, votes.workspaceId), eq(people.id, votes.personId)))
    .leftJoin(accounts, and(eq(accounts.workspaceId, votes.workspaceId), eq(accounts.id, votes.accountId)))
    .leftJoin(members, and(eq(members.workspaceId, votes.workspaceId), eq(members.id, votes.memberId)))
    .leftJoin(ideas, and(eq(ideas.workspaceId, votes.workspaceId), eq(ideas.id, votes.fromIdeaId)))
export type JoinedVote = Awaited<ReturnType<typeof joinedVotes>>[number]

/** Votes of a segment for an idea, newest first, from behind a place on. */
export const listJoinedVotes = async (
  handle: Handle,
  scope: Scope,
  filter: Filter,
  { ideaId, after, limit }: { ideaId: string; after: { at: Date; id: string } | undefined; limit: number },
): Promise<JoinedVote[]> => {
  const { votes } = handle.tables
  return joinedVotes(handle)
    .where(
      and(
        theirs(handle, scope, filter, ideaId),
        after && or(lt(votes.createdAt, after.at), and(eq(votes.createdAt, after.at), lt(votes.personId, after.id))),
      ),
    )
    .orderBy(desc(votes.createdAt), desc(votes.personId))
    .limit(limit)
}

export const countVotes = async (handle: Handle, scope: Scope, filter: Filter, ideaId: string) => {
  const [row] = await handle.db
    .select({ total: count() })
    .from(handle.tables.votes)
    .where(theirs(handle, scope, filter, ideaId))
  return row?.total ?? 0
}

/** One person's vote, with all that is shown of it. */
export const findJoinedVote = async (handle: Handle, workspaceId: string, ideaId: string, personId: string) =>
  (await joinedVotes(handle).where(voteOf(handle, workspaceId, [ideaId], personId)))[0]
