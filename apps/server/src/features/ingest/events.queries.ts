import { type Handle, prepared } from '@heed/db'
import { and, eq, inArray, isNull, lt, or, sql } from 'drizzle-orm'

export type EventRow = Handle['tables']['events']['$inferSelect']

export const insertEvent = prepared(({ db, tables }, row: EventRow) => db.insert(tables.events).values(row))

/** Which of these ids of messages are there already. */
export const findMessages = async (
  { db, tables: { events } }: Handle,
  workspaceId: string,
  messageIds: string[],
): Promise<Set<string>> => {
  if (messageIds.length === 0) return new Set()
  const rows = await db
    .select({ messageId: events.messageId })
    .from(events)
    .where(and(eq(events.workspaceId, workspaceId), inArray(events.messageId, messageIds)))
  return new Set(rows.flatMap(({ messageId }) => messageId ?? []))
}

/** The person was here then; an earlier moment than the last one changes nothing. */
export const markSeen = prepared(
  ({ db, tables: { people } }, { workspaceId, personId, at }: { workspaceId: string; personId: string; at: Date }) =>
    db
      .update(people)
      .set({ lastSeenAt: at })
      .where(
        and(
          eq(people.workspaceId, workspaceId),
          eq(people.id, personId),
          or(isNull(people.lastSeenAt), lt(people.lastSeenAt, sql.param(at, people.lastSeenAt))),
        ),
      ),
)
