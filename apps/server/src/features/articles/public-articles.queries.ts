import type { Handle } from '@heed/db'
import { and, asc, eq, getTableColumns, isNull, type SQL } from 'drizzle-orm'
import type { ArticleRow } from './articles.queries.ts'

/** What everyone may read: published, and for no audience of its own. */
const isPublic = ({ tables: { articles } }: Handle, workspaceId: string, ...more: (SQL | undefined)[]) =>
  and(eq(articles.workspaceId, workspaceId), eq(articles.state, 'published'), isNull(articles.audience), ...more)

export type PublicItem = Omit<ArticleRow, 'body'>

/** In all languages, without what they say. */
export const listPublicArticles = async (handle: Handle, workspaceId: string): Promise<PublicItem[]> => {
  const { articles } = handle.tables
  const { body, ...columns } = getTableColumns(articles)
  return handle.db.select(columns).from(articles).where(isPublic(handle, workspaceId)).orderBy(asc(articles.id))
}

/** Of one language, with what they say. */
export const listPublicTexts = async (handle: Handle, workspaceId: string, locale: string): Promise<ArticleRow[]> => {
  const { articles } = handle.tables
  return handle.db
    .select()
    .from(articles)
    .where(isPublic(handle, workspaceId, eq(articles.locale, locale)))
    .orderBy(asc(articles.id))
}

/** An article under its slug, in every language that it is there in. */
export const listPublicVersions = async (handle: Handle, workspaceId: string, slug: string): Promise<ArticleRow[]> => {
  const { articles } = handle.tables
  return handle.db
    .select()
    .from(articles)
    .where(isPublic(handle, workspaceId, eq(articles.slug, slug)))
    .orderBy(asc(articles.locale))
}
