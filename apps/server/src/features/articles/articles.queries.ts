import type { Handle } from '@heed/db'
import { and, count, eq, inArray, max } from 'drizzle-orm'

export type ArticleRow = Handle['tables']['articles']['$inferSelect']

const published = ({ tables: { articles } }: Handle, workspaceId: string) =>
  and(eq(articles.workspaceId, workspaceId), eq(articles.state, 'published'))

export const insertArticle = async ({ db, tables }: Handle, row: ArticleRow) => {
  await db.insert(tables.articles).values(row)
}

export const listPublishedArticles = async (handle: Handle, workspaceId: string) =>
  handle.db.select().from(handle.tables.articles).where(published(handle, workspaceId))

export const findPublishedArticle = async (handle: Handle, workspaceId: string, articleId: string) => {
  const { articles } = handle.tables
  const [row] = await handle.db
    .select()
    .from(articles)
    .where(and(published(handle, workspaceId), eq(articles.id, articleId)))
  return row
}

/** Changes whenever a published article is added, changed or withdrawn. */
export const readArticlesVersion = async (handle: Handle, workspaceId: string) => {
  const { articles } = handle.tables
  const [row] = await handle.db
    .select({ articles: count(), latest: max(articles.updatedAt) })
    .from(articles)
    .where(published(handle, workspaceId))
  return `${row?.articles ?? 0}:${row?.latest?.getTime() ?? 0}`
}

export const listArticleTitles = async (
  { db, tables: { articles } }: Handle,
  workspaceId: string,
  articleIds: string[],
) =>
  articleIds.length === 0
    ? []
    : db
        .select({ id: articles.id, title: articles.title })
        .from(articles)
        .where(and(eq(articles.workspaceId, workspaceId), inArray(articles.id, articleIds)))

/** Inserts the deflection; the same id again is the same deflection. */
export const insertDeflection = async (
  { db, tables: { deflections } }: Handle,
  row: Handle['tables']['deflections']['$inferSelect'],
) => {
  await db.insert(deflections).values(row).onConflictDoNothing()
}
