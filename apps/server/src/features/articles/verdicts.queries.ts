import type { VerdictCount } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { and, count, eq, inArray, ne } from 'drizzle-orm'

export type VerdictRow = Handle['tables']['articleVerdicts']['$inferSelect']

/** Keeps a reader's verdict on an article; a later one takes its place. */
export const saveVerdict = async ({ db, tables: { articleVerdicts } }: Handle, row: VerdictRow) => {
  const { helped, createdAt } = row
  await db
    .insert(articleVerdicts)
    .values(row)
    .onConflictDoUpdate({
      target: [articleVerdicts.workspaceId, articleVerdicts.articleId, articleVerdicts.reader],
      set: { helped, createdAt },
    })
}

/** By article; one on which nobody spoke is not in it. */
export const countVerdicts = async (
  { db, tables: { articleVerdicts } }: Handle,
  workspaceId: string,
  articleIds: string[],
): Promise<Map<string, VerdictCount>> => {
  const counts = new Map<string, VerdictCount>()
  if (articleIds.length === 0) return counts
  const rows = await db
    .select({ articleId: articleVerdicts.articleId, helped: articleVerdicts.helped, readers: count() })
    .from(articleVerdicts)
    .where(and(eq(articleVerdicts.workspaceId, workspaceId), inArray(articleVerdicts.articleId, articleIds)))
    .groupBy(articleVerdicts.articleId, articleVerdicts.helped)
  for (const { articleId, helped, readers } of rows) {
    const before = counts.get(articleId) ?? { helped: 0, notHelped: 0 }
    counts.set(articleId, helped ? { ...before, helped: readers } : { ...before, notHelped: readers })
  }
  return counts
}

export const removeVerdicts = async ({ db, tables }: Handle, workspaceId: string, articleId: string) => {
  const { articleVerdicts } = tables
  await db
    .delete(articleVerdicts)
    .where(and(eq(articleVerdicts.workspaceId, workspaceId), eq(articleVerdicts.articleId, articleId)))
}

/** The month's salt, made if there is none yet; those of other months are deleted, so that their readers cannot be found again. */
export const readSalt = async (
  { db, tables: { readerSalts } }: Handle,
  workspaceId: string,
  month: string,
  fresh: string,
): Promise<string> => {
  await db.delete(readerSalts).where(and(eq(readerSalts.workspaceId, workspaceId), ne(readerSalts.month, month)))
  await db.insert(readerSalts).values({ workspaceId, month, salt: fresh }).onConflictDoNothing()
  const [row] = await db
    .select({ salt: readerSalts.salt })
    .from(readerSalts)
    .where(and(eq(readerSalts.workspaceId, workspaceId), eq(readerSalts.month, month)))
  return row?.salt ?? fresh
}
