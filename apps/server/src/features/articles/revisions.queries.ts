import type { Handle } from '@heed/db'
import { and, desc, eq, max } from 'drizzle-orm'

export type RevisionRow = Handle['tables']['articleRevisions']['$inferSelect']

export const insertRevision = async ({ db, tables: { articleRevisions } }: Handle, row: RevisionRow) => {
  await db.insert(articleRevisions).values(row)
}

/** Gives a revision another content. */
export const rewriteRevision = async ({ db, tables }: Handle, row: RevisionRow) => {
  const { articleRevisions } = tables
  await db
    .update(articleRevisions)
    .set({ content: row.content })
    .where(
      and(
        eq(articleRevisions.workspaceId, row.workspaceId),
        eq(articleRevisions.articleId, row.articleId),
        eq(articleRevisions.revision, row.revision),
      ),
    )
}

/** The number of an article's newest revision; 0 where none was kept. */
export const readNewestRevision = async ({ db, tables }: Handle, workspaceId: string, articleId: string) => {
  const { articleRevisions } = tables
  const [row] = await db
    .select({ newest: max(articleRevisions.revision) })
    .from(articleRevisions)
    .where(and(eq(articleRevisions.workspaceId, workspaceId), eq(articleRevisions.articleId, articleId)))
  return row?.newest ?? 0
}

export const findRevision = async (
  { db, tables: { articleRevisions } }: Handle,
  workspaceId: string,
  articleId: string,
  revision: number,
): Promise<RevisionRow | undefined> =>
  (
    await db
      .select()
      .from(articleRevisions)
      .where(
        and(
          eq(articleRevisions.workspaceId, workspaceId),
          eq(articleRevisions.articleId, articleId),
          eq(articleRevisions.revision, revision),
        ),
      )
  )[0]

const mostListed = 200

/** Newest first, each with who made it; at most 200. */
export const listRevisions = async ({ db, tables }: Handle, workspaceId: string, articleId: string) => {
  const { articleRevisions, members } = tables
  return db
    .select({
      revision: articleRevisions.revision,
      reason: articleRevisions.reason,
      content: articleRevisions.content,
      createdAt: articleRevisions.createdAt,
      memberName: members.name,
    })
    .from(articleRevisions)
    .leftJoin(
      members,
      and(eq(members.workspaceId, articleRevisions.workspaceId), eq(members.id, articleRevisions.memberId)),
    )
    .where(and(eq(articleRevisions.workspaceId, workspaceId), eq(articleRevisions.articleId, articleId)))
    .orderBy(desc(articleRevisions.revision))
    .limit(mostListed)
}

export const removeRevisions = async ({ db, tables }: Handle, workspaceId: string, articleId: string) => {
  const { articleRevisions } = tables
  await db
    .delete(articleRevisions)
    .where(and(eq(articleRevisions.workspaceId, workspaceId), eq(articleRevisions.articleId, articleId)))
}
