import { type Handle, prepared } from '@heed/db'
import { and, eq, isNull, lt, or, sql } from 'drizzle-orm'

export type EventRow = Omit<Handle['tables']['events']['$inferSelect'], 'changeMark'>

export const insertEvent = prepared(({ db, tables }, row: EventRow) => db.insert(tables.events).values(row))

const listOfMessage = prepared(
  ({ db, tables: { events } }, { workspaceId, messageId }: { workspaceId: string; messageId: string }) =>
    db
      .select({ messageId: events.messageId })
      .from(events)
      .where(and(eq(events.workspaceId, workspaceId), eq(events.messageId, messageId))),
)

/** Which of these ids of messages are there already. */
export const findMessages = async (handle: Handle, workspaceId: string, messageIds: string[]): Promise<Set<string>> => {
  const found = await Promise.all(messageIds.map((messageId) => listOfMessage(handle, { workspaceId, messageId })))
  return new Set(found.flat().flatMap(({ messageId }) => messageId ?? []))
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
