import type { Handle } from '@heed/db'
import { and, count, eq, inArray } from 'drizzle-orm'

export type ImageRow = Handle['tables']['articleImages']['$inferSelect']

/** Keeps a picture; the same bytes again are the same picture. */
export const insertImage = async ({ db, tables: { articleImages } }: Handle, row: ImageRow) => {
  await db.insert(articleImages).values(row).onConflictDoNothing()
}

export const findImage = async ({ db, tables }: Handle, workspaceId: string, hash: string) => {
  const { articleImages } = tables
  const [row] = await db
    .select()
    .from(articleImages)
    .where(and(eq(articleImages.workspaceId, workspaceId), eq(articleImages.hash, hash)))
  return row
}

/** Those of the hashes under which a picture is kept. */
export const listKnownImages = async ({ db, tables }: Handle, workspaceId: string, hashes: string[]) => {
  if (hashes.length === 0) return []
  const { articleImages } = tables
  const rows = await db
    .select({ hash: articleImages.hash })
    .from(articleImages)
    .where(and(eq(articleImages.workspaceId, workspaceId), inArray(articleImages.hash, hashes)))
  return rows.map(({ hash }) => hash)
}

export const countImages = async ({ db, tables }: Handle, workspaceId: string) => {
  const { articleImages } = tables
  const [row] = await db
    .select({ images: count() })
    .from(articleImages)
    .where(eq(articleImages.workspaceId, workspaceId))
  return row?.images ?? 0
}
