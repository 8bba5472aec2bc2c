import type { Handle } from '@heed/db'
import { and, asc, count, eq, getTableColumns, inArray } from 'drizzle-orm'

export type FileRow = Handle['tables']['attachments']['$inferSelect']
export type AttachmentRow = Omit<FileRow, 'bytes'>

/** Five megabytes a row: only who hands the file out reads them. */
const withoutBytes = ({ tables: { attachments } }: Handle) => {
  const { bytes, ...others } = getTableColumns(attachments)
  return others
}

export const insertAttachment = async ({ db, tables }: Handle, row: FileRow) => {
  await db.insert(tables.attachments).values(row)
}

export const findAttachment = async (
  handle: Handle,
  workspaceId: string,
  attachmentId: string,
): Promise<AttachmentRow | undefined> => {
  const { attachments } = handle.tables
  const [row] = await handle.db
    .select(withoutBytes(handle))
    .from(attachments)
    .where(and(eq(attachments.workspaceId, workspaceId), eq(attachments.id, attachmentId)))
  return row
}

/** A ticket's file with its bytes. */
export const findFile = async (
  { db, tables: { attachments } }: Handle,
  workspaceId: string,
  ticketId: string,
  attachmentId: string,
): Promise<FileRow | undefined> => {
  const [row] = await db
    .select()
    .from(attachments)
    .where(
      and(
        eq(attachments.workspaceId, workspaceId),
        eq(attachments.id, attachmentId),
        eq(attachments.ticketId, ticketId),
      ),
    )
  return row
}

export const countAttachments = async (
  { db, tables: { attachments } }: Handle,
  workspaceId: string,
  { ticketId, messageId }: Pick<FileRow, 'ticketId' | 'messageId'>,
) => {
  const [row] = await db
    .select({ files: count() })
    .from(attachments)
    .where(
      and(
        eq(attachments.workspaceId, workspaceId),
        eq(attachments.ticketId, ticketId),
        eq(attachments.messageId, messageId),
      ),
    )
  return row?.files ?? 0
}

/** What came with these tickets, oldest first, without the bytes. */
export const listAttachments = async (
  handle: Handle,
  workspaceId: string,
  ticketIds: string[],
): Promise<AttachmentRow[]> => {
  if (ticketIds.length === 0) return []
  const { attachments } = handle.tables
  return handle.db
    .select(withoutBytes(handle))
    .from(attachments)
    .where(and(eq(attachments.workspaceId, workspaceId), inArray(attachments.ticketId, ticketIds)))
    .orderBy(asc(attachments.createdAt), asc(attachments.id))
}
