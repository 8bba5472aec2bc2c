import { createHash } from 'node:crypto'
import type { ArticleQuery } from '@heed/contracts'
import { type Handle, prepared } from '@heed/db'
import { and, asc, count, desc, eq, getTableColumns, inArray, isNotNull, isNull, lt, or, sql } from 'drizzle-orm'
import { parseCursor } from '../../http/cursor.ts'
import { problem } from '../../http/problem.ts'

export type ArticleRow = Handle['tables']['articles']['$inferSelect']

const published = ({ tables: { articles } }: Handle, workspaceId: string) =>
  and(eq(articles.workspaceId, workspaceId), eq(articles.state, 'published'))

export const insertArticle = async ({ db, tables }: Handle, row: ArticleRow) => {
  await db.insert(tables.articles).values(row)
}

export const updateArticle = async ({ db, tables: { articles } }: Handle, row: ArticleRow) => {
  await db
    .update(articles)
    .set(row)
    .where(and(eq(articles.workspaceId, row.workspaceId), eq(articles.id, row.id)))
}

export const removeArticle = async ({ db, tables: { articles } }: Handle, workspaceId: string, articleId: string) => {
  await db.delete(articles).where(and(eq(articles.workspaceId, workspaceId), eq(articles.id, articleId)))
}

/** In whichever state. @throws Problem article_not_found */
export const getArticle = async ({ db, tables: { articles } }: Handle, workspaceId: string, articleId: string) => {
  const [row] = await db
    .select()
    .from(articles)
    .where(and(eq(articles.workspaceId, workspaceId), eq(articles.id, articleId)))
  if (!row) throw problem('article_not_found')
  return row
}

/** The versions of one article in all languages, in whichever state. */
export const listVersions = async ({ db, tables: { articles } }: Handle, workspaceId: string, slug: string) =>
  db
    .select()
    .from(articles)
    .where(and(eq(articles.workspaceId, workspaceId), eq(articles.slug, slug)))
    .orderBy(asc(articles.locale))

/** Every article's place, in whichever state; without what it says. */
export const listPlaces = async ({ db, tables: { articles } }: Handle, workspaceId: string) =>
  db
    .select({
      id: articles.id,
      slug: articles.slug,
      locale: articles.locale,
      title: articles.title,
      state: articles.state,
      externalId: articles.externalId,
    })
    .from(articles)
    .where(eq(articles.workspaceId, workspaceId))

/** The place of every version of articles with these slugs, by language. */
export const listVersionsOfSlugs = async (
  { db, tables: { articles } }: Handle,
  workspaceId: string,
  slugs: string[],
) =>
  slugs.length === 0
    ? []
    : db
        .select({ id: articles.id, slug: articles.slug, locale: articles.locale, state: articles.state })
        .from(articles)
        .where(and(eq(articles.workspaceId, workspaceId), inArray(articles.slug, slugs)))
        .orderBy(asc(articles.locale))

/** Articles with an audience of their own, in whichever state. */
export const listAudiences = async ({ db, dialect, tables: { articles } }: Handle, workspaceId: string) =>
  db
    .select({ id: articles.id, title: articles.title, audience: articles.audience })
    .from(articles)
    .where(and(eq(articles.workspaceId, workspaceId), isNotNull(articles.audience)))
    .orderBy(asc(dialect.sortKey(sql`${articles.title}`)), asc(articles.id))

export const findArticlesById = async (
  { db, tables: { articles } }: Handle,
  workspaceId: string,
  articleIds: string[],
): Promise<ArticleRow[]> =>
  articleIds.length === 0
    ? []
    : db
        .select()
        .from(articles)
        .where(and(eq(articles.workspaceId, workspaceId), inArray(articles.id, articleIds)))

type ListFilter = Pick<ArticleQuery, 'q' | 'areaId' | 'locale' | 'state'>

const listed = ({ tables: { articles }, dialect }: Handle, workspaceId: string, filter: ListFilter) => {
  const { q = '', areaId, locale, state } = filter
  const words = q.split(/\s+/).filter(Boolean)
  const says = sql`${articles.title} || ' ' || coalesce(${articles.summary}, '') || ' ' || ${articles.slug}`
  return and(
    eq(articles.workspaceId, workspaceId),
    ...words.map((word) => dialect.holds(dialect.smallLetters(says), dialect.smallLetters(sql`${word}`))),
    areaId === 'none' ? isNull(articles.areaId) : areaId ? eq(articles.areaId, areaId) : undefined,
    locale ? eq(articles.locale, locale) : undefined,
    state ? eq(articles.state, state) : undefined,
  )
}

/** Last changed first, without what they say; one more than `limit` where there is a next page. */
export const listArticles = async (
  handle: Handle,
  workspaceId: string,
  { cursor, limit, ...filter }: Pick<ArticleQuery, 'cursor' | 'limit'> & ListFilter,
) => {
  const { articles } = handle.tables
  const { body, ...columns } = getTableColumns(articles)
  const from = cursor ? parseCursor(cursor) : undefined
  return handle.db
    .select(columns)
    .from(articles)
    .where(
      and(
        listed(handle, workspaceId, filter),
        from && or(lt(articles.updatedAt, from.at), and(eq(articles.updatedAt, from.at), lt(articles.id, from.id))),
      ),
    )
    .orderBy(desc(articles.updatedAt), desc(articles.id))
    .limit(limit + 1)
}

export const countArticles = async (handle: Handle, workspaceId: string, filter: ListFilter) => {
  const [row] = await handle.db
    .select({ articles: count() })
    .from(handle.tables.articles)
    .where(listed(handle, workspaceId, filter))
  return row?.articles ?? 0
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

/**
 * Changes whenever a published article is added, changed or withdrawn. Every article counts: two of them may have been
 * changed in the same millisecond.
 */
export const readArticlesVersion = async (handle: Handle, workspaceId: string) => {
  const { articles } = handle.tables
  const rows = await handle.db
    .select({ id: articles.id, updatedAt: articles.updatedAt })
    .from(articles)
    .where(published(handle, workspaceId))
    .orderBy(asc(articles.id))
  const hash = createHash('sha256')
  for (const { id, updatedAt } of rows) hash.update(`${id} ${updatedAt.getTime()}\n`)
  return hash.digest('base64url')
}

/**
 * Changes whenever any article comes, changes or goes, a draft too; read from an index alone. The sum, and not the last
 * moment: servers' clocks differ.
 */
export const readArticlesStamp = async ({ db, tables: { articles }, dialect }: Handle, workspaceId: string) => {
  const [row] = await db
    .select({ articles: count(), times: sql<string>`sum(${dialect.milliseconds(articles.updatedAt)})` })
    .from(articles)
    .where(eq(articles.workspaceId, workspaceId))
  return `${row?.articles} ${row?.times}`
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

/** @returns the deflection; nothing where it was inserted before, as the same id again is the same deflection */
export const insertDeflection = prepared(
  ({ db, tables: { deflections } }, row: Handle['tables']['deflections']['$inferSelect']) =>
    db.insert(deflections).values(row).onConflictDoNothing().returning({ id: deflections.id }),
)
