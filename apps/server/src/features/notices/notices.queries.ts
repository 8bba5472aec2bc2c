import type { Notice } from '@heed/contracts'
import { type Handle, prepared } from '@heed/db'
import { and, count, desc, eq, getTableColumns, gt, isNull, lte } from 'drizzle-orm'

export type NoticeRow = Handle['tables']['notices']['$inferSelect']

/** Inserts the notice; the same id again is the same notice. */
export const insertNotice = async ({ db, tables: { notices } }: Handle, row: NoticeRow) => {
  await db.insert(notices).values(row).onConflictDoNothing()
}

const listById = prepared(({ db, tables: { notices } }, { workspaceId, id }: { workspaceId: string; id: string }) =>
  db
    .select()
    .from(notices)
    .where(and(eq(notices.workspaceId, workspaceId), eq(notices.id, id))),
)

export const findNotice = async (handle: Handle, workspaceId: string, noticeId: string) =>
  (await listById(handle, { workspaceId, id: noticeId }))[0]

/** A notice of a drop of this survey that came after a moment. */
export const findDropSince = async (
  { db, tables: { notices } }: Handle,
  workspaceId: string,
  surveyId: string,
  after: Date,
) =>
  (
    await db
      .select({ id: notices.id })
      .from(notices)
      .where(
        and(
          eq(notices.workspaceId, workspaceId),
          eq(notices.kind, 'drop'),
          eq(notices.surveyId, surveyId),
          gt(notices.createdAt, after),
        ),
      )
      .limit(1)
  )[0]

const mostListed = 50

/** The newest notices, newest first. */
export const listNotices = async ({ db, tables }: Handle, workspaceId: string): Promise<Notice[]> => {
  const { notices, surveys } = tables
  const rows = await db
    .select({ notice: getTableColumns(notices), surveyName: surveys.name })
    .from(notices)
    .innerJoin(surveys, and(eq(surveys.workspaceId, notices.workspaceId), eq(surveys.id, notices.surveyId)))
    .where(eq(notices.workspaceId, workspaceId))
    .orderBy(desc(notices.createdAt), desc(notices.id))
    .limit(mostListed)
  return rows.map(({ notice, surveyName }) => ({
    id: notice.id,
    kind: notice.kind,
    surveyId: notice.surveyId,
    surveyName,
    responseId: notice.responseId,
    ticketId: notice.ticketId,
    facts: notice.facts,
    read: notice.readAt !== null,
    createdAt: notice.createdAt.toISOString(),
  }))
}

export const countUnreadNotices = async ({ db, tables: { notices } }: Handle, workspaceId: string) => {
  const [row] = await db
    .select({ unread: count() })
    .from(notices)
    .where(and(eq(notices.workspaceId, workspaceId), isNull(notices.readAt)))
  return row?.unread ?? 0
}

/** Marks what came until a moment as read. */
export const markNoticesRead = async (
  { db, tables: { notices } }: Handle,
  workspaceId: string,
  until: Date,
  at: Date,
) => {
  await db
    .update(notices)
    .set({ readAt: at })
    .where(and(eq(notices.workspaceId, workspaceId), isNull(notices.readAt), lte(notices.createdAt, until)))
}
