import { type Handle, prepared } from '@heed/db'
import { and, asc, count, desc, eq, getTableColumns, gt, inArray, isNotNull, isNull, lte, or, sql } from 'drizzle-orm'
import type { Visitor } from '../people/record-person.ts'
import { filedBy } from './tickets.queries.ts'

export type MessageRow = Handle['tables']['messages']['$inferSelect']
/** @property memberName null when the person wrote */
export type Written = { message: MessageRow; memberName: string | null }

const mostMessages = 200

const insertNew = prepared(({ db, tables: { messages } }, row: MessageRow) =>
  db.insert(messages).values(row).onConflictDoNothing().returning({ id: messages.id }),
)

/** Inserts the message; the same id again is the same message. @returns whether it was new */
export const insertMessage = async (handle: Handle, row: MessageRow) => (await insertNew(handle, row)).length > 0

export const findMessage = async ({ db, tables: { messages } }: Handle, workspaceId: string, messageId: string) =>
  (
    await db
      .select()
      .from(messages)
      .where(and(eq(messages.workspaceId, workspaceId), eq(messages.id, messageId)))
  )[0]

/** How many messages of a thread each side has sent; notes are sent to nobody. */
export const countSent = async ({ db, tables: { messages } }: Handle, workspaceId: string, ticketId: string) => {
  const [row] = await db
    .select({ all: count(), memberReplies: count(messages.memberId) })
    .from(messages)
    .where(and(eq(messages.workspaceId, workspaceId), eq(messages.ticketId, ticketId), eq(messages.note, false)))
  const { all, memberReplies } = row ?? { all: 0, memberReplies: 0 }
  return { personMessages: all - memberReplies, memberReplies }
}

/** The newest message that is not a note. */
export const findLastWord = async ({ db, tables: { messages } }: Handle, workspaceId: string, ticketId: string) =>
  (
    await db
      .select()
      .from(messages)
      .where(and(eq(messages.workspaceId, workspaceId), eq(messages.ticketId, ticketId), eq(messages.note, false)))
      .orderBy(desc(messages.createdAt), desc(messages.id))
      .limit(1)
  )[0]

/** The thread's newest 200 messages, oldest first, with the name of the member who wrote. */
export const listMessages = async (
  { db, tables: { messages, members } }: Handle,
  workspaceId: string,
  ticketId: string,
): Promise<Written[]> => {
  const newestFirst = await db
    .select({ message: getTableColumns(messages), memberName: members.name })
    .from(messages)
    .leftJoin(members, and(eq(members.workspaceId, messages.workspaceId), eq(members.id, messages.memberId)))
    .where(and(eq(messages.workspaceId, workspaceId), eq(messages.ticketId, ticketId)))
    .orderBy(desc(messages.createdAt), desc(messages.id))
    .limit(mostMessages)
  return newestFirst.reverse()
}

/** What the person may see of several threads, notes left out: the newest 200 messages of each, oldest first. */
export const listPersonMessages = async (
  { db, tables: { messages, members } }: Handle,
  workspaceId: string,
  ticketIds: string[],
): Promise<Written[]> => {
  if (ticketIds.length === 0) return []
  const ranked = db
    .select({
      ...getTableColumns(messages),
      newness:
        sql<number>`row_number() over (partition by ${messages.ticketId} order by ${messages.createdAt} desc, ${messages.id} desc)`.as(
          'newness',
        ),
    })
    .from(messages)
    .where(and(eq(messages.workspaceId, workspaceId), inArray(messages.ticketId, ticketIds), eq(messages.note, false)))
    .as('ranked')
  const { newness, ...message } = ranked._.selectedFields
  return db
    .select({ message, memberName: members.name })
    .from(ranked)
    .leftJoin(members, and(eq(members.workspaceId, ranked.workspaceId), eq(members.id, ranked.memberId)))
    .where(lte(newness, mostMessages))
    .orderBy(asc(ranked.createdAt), asc(ranked.id))
}

/** Replies of members that came after the person last looked, over all tickets of whoever is at a browser. */
export const countUnread = async ({ db, tables }: Handle, visitor: Visitor) => {
  const { messages, tickets } = tables
  const [row] = await db
    .select({ unread: count() })
    .from(tickets)
    .innerJoin(messages, and(eq(messages.workspaceId, tickets.workspaceId), eq(messages.ticketId, tickets.id)))
    .where(
      and(
        filedBy(tables, visitor),
        isNotNull(messages.memberId),
        eq(messages.note, false),
        or(isNull(tickets.personReadAt), gt(messages.createdAt, tickets.personReadAt)),
      ),
    )
  return row?.unread ?? 0
}
