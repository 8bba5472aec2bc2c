import type { Handle } from '@heed/db'
import { and, asc, eq, sql } from 'drizzle-orm'

export type SegmentRow = Handle['tables']['segments']['$inferSelect']

/** Saved segments by name. */
export const listSegments = async ({ db, dialect, tables: { segments } }: Handle, workspaceId: string) =>
  db
    .select()
    .from(segments)
    .where(eq(segments.workspaceId, workspaceId))
    .orderBy(asc(dialect.sortKey(sql`${segments.name}`)), asc(segments.id))

export const findSegment = async ({ db, tables: { segments } }: Handle, workspaceId: string, segmentId: string) =>
  (
    await db
      .select()
      .from(segments)
      .where(and(eq(segments.workspaceId, workspaceId), eq(segments.id, segmentId)))
  )[0]

export const insertSegment = async ({ db, tables }: Handle, row: SegmentRow) => {
  await db.insert(tables.segments).values(row)
}

export const changeSegment = async (
  { db, tables: { segments } }: Handle,
  { workspaceId, id, ...changes }: Pick<SegmentRow, 'workspaceId' | 'id' | 'name' | 'segment' | 'updatedAt'>,
) => {
  await db
    .update(segments)
    .set(changes)
    .where(and(eq(segments.workspaceId, workspaceId), eq(segments.id, id)))
}

export const deleteSegment = async ({ db, tables: { segments } }: Handle, workspaceId: string, segmentId: string) => {
  await db.delete(segments).where(and(eq(segments.workspaceId, workspaceId), eq(segments.id, segmentId)))
}
