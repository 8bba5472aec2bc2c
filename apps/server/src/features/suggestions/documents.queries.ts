import { createHash } from 'node:crypto'
import type { Handle } from '@heed/db'
import type { SuggestDocument } from '@heed/suggest'
import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { listPublishedArticles } from '../articles/articles.queries.ts'

const openIdeas = ({ tables: { ideas } }: Handle, workspaceId: string) =>
  and(
    eq(ideas.workspaceId, workspaceId),
    isNull(ideas.mergedIntoId),
    inArray(ideas.state, ['open', 'planned', 'in_progress']),
  )

/** What can be suggested, and to whom: a segment's text; null: everyone. */
export type ListedDocument = SuggestDocument & { audience: string | null }

/** All that can be suggested: published articles, known issues among them, and ideas that still take votes. */
export const listDocuments = async (
  handle: Handle,
  workspaceId: string,
  defaultLocale: string,
): Promise<ListedDocument[]> => {
  const { ideas } = handle.tables
  const articles = await listPublishedArticles(handle, workspaceId)
  const wishes = await handle.db
    .select({ id: ideas.id, title: ideas.title, body: ideas.body, locale: ideas.locale })
    .from(ideas)
    .where(openIdeas(handle, workspaceId))
  return [
    ...articles.map(({ id, title, body, locale, knownIssue, audience }) => ({
      id,
      kind: knownIssue ? ('issue' as const) : ('article' as const),
      title,
      body,
      locale,
      audience,
    })),
    ...wishes.map(({ id, title, body, locale }) => ({
      id,
      kind: 'idea' as const,
      title,
      body: body ?? '',
      locale: locale ?? defaultLocale,
      audience: null,
    })),
  ]
}

/** Changes whenever an idea that still takes votes comes, changes or goes. */
export const readIdeasVersion = async (handle: Handle, workspaceId: string) => {
  const { ideas } = handle.tables
  const rows = await handle.db
    .select({ id: ideas.id, updatedAt: ideas.updatedAt })
    .from(ideas)
    .where(openIdeas(handle, workspaceId))
    .orderBy(asc(ideas.id))
  const hash = createHash('sha256')
  for (const { id, updatedAt } of rows) hash.update(`${id} ${updatedAt.getTime()}\n`)
  return hash.digest('base64url')
}
