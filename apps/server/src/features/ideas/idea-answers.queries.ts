import type { Handle } from '@heed/db'
import { and, countDistinct, desc, eq, getTableColumns, gt, inArray, isNull, sql } from 'drizzle-orm'
import type { Visitor } from '../people/record-person.ts'

export type IdeaAnswerRow = Handle['tables']['ideaAnswers']['$inferSelect']

export const insertAnswer = async ({ db, tables }: Handle, row: IdeaAnswerRow) => {
  await db.insert(tables.ideaAnswers).values(row)
}

/** Answers of all ideas, or of one, to be joined: `newness` 1 is the newest of its idea. */
export const newestAnswers = ({ db, tables: { ideaAnswers } }: Handle, workspaceId: string, ideaId?: string) =>
  db
    .select({
      ...getTableColumns(ideaAnswers),
      newness:
        sql<number>`row_number() over (partition by ${ideaAnswers.ideaId} order by ${ideaAnswers.createdAt} desc, ${ideaAnswers.id} desc)`.as(
          'newness',
        ),
    })
    .from(ideaAnswers)
    .where(and(eq(ideaAnswers.workspaceId, workspaceId), ideaId ? eq(ideaAnswers.ideaId, ideaId) : undefined))
    .as('newest_answers')

/** What the voters of some ideas were told, newest first, with who wrote it. */
export const listAnswers = async (
  { db, tables: { ideaAnswers, members } }: Handle,
  workspaceId: string,
  ideaIds: string[],
) =>
  db
    .select({ answer: getTableColumns(ideaAnswers), member: { id: members.id, name: members.name } })
    .from(ideaAnswers)
    .leftJoin(members, and(eq(members.workspaceId, ideaAnswers.workspaceId), eq(members.id, ideaAnswers.memberId)))
    .where(and(eq(ideaAnswers.workspaceId, workspaceId), inArray(ideaAnswers.ideaId, ideaIds)))
    .orderBy(desc(ideaAnswers.createdAt), desc(ideaAnswers.id))

export const deleteAnswers = async (
  { db, tables: { ideaAnswers } }: Handle,
  workspaceId: string,
  ideaIds: string[],
) => {
  await db
    .delete(ideaAnswers)
    .where(and(eq(ideaAnswers.workspaceId, workspaceId), inArray(ideaAnswers.ideaId, ideaIds)))
}

/** Whether an answer came after the voter last looked; before the vote there was nothing to wait for. */
export const isUnread = (answeredAt: Date, votedAt: Date | null, readAt: Date | null) =>
  votedAt !== null && answeredAt > (readAt ?? votedAt)

/** Ideas of which something became since whoever is at a browser last looked; what was merged away is not seen any more. */
export const countUnreadAnswers = async (
  { db, tables: { visitors, votes, ideas, ideaAnswers } }: Handle,
  { workspaceId, hash, signedPersonId }: Visitor,
): Promise<number> => {
  const [row] = await db
    .select({ unread: countDistinct(votes.ideaId) })
    .from(visitors)
    .innerJoin(
      votes,
      and(
        eq(votes.workspaceId, visitors.workspaceId),
        eq(votes.personId, visitors.personId),
        signedPersonId ? undefined : eq(votes.visitorHash, hash),
      ),
    )
    .innerJoin(
      ideas,
      and(eq(ideas.workspaceId, votes.workspaceId), eq(ideas.id, votes.ideaId), isNull(ideas.mergedIntoId)),
    )
    .innerJoin(
      ideaAnswers,
      and(
        eq(ideaAnswers.workspaceId, votes.workspaceId),
        eq(ideaAnswers.ideaId, votes.ideaId),
        gt(ideaAnswers.createdAt, sql`coalesce(${votes.answersReadAt}, ${votes.createdAt})`),
      ),
    )
    .where(and(eq(visitors.workspaceId, workspaceId), eq(visitors.hash, hash)))
  return row?.unread ?? 0
}
