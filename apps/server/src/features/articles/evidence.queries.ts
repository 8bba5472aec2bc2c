import type { Handle } from '@heed/db'
import type { Evidence } from '@heed/suggest'
import { and, count, desc, eq, gte } from 'drizzle-orm'

/** More would change little: the engine counts the newest two hundred of an article. */
const mostEvidence = 20_000

export type KnownEvidence = Evidence & { id: string }

/** How many requests ended with an article. Changes with each. */
export const countDeflections = async ({ db, tables: { deflections } }: Handle, workspaceId: string) => {
  const [row] = await db
    .select({ deflections: count() })
    .from(deflections)
    .where(eq(deflections.workspaceId, workspaceId))
  return row?.deflections ?? 0
}

/**
 * What is known of requests that an article solved, newest first.
 * @param since left out: of all times
 */
export const listEvidence = async (handle: Handle, workspaceId: string, since?: Date): Promise<KnownEvidence[]> => {
  const { deflections } = handle.tables
  const rows = await handle.db
    .select({
      id: deflections.id,
      text: deflections.text,
      articleId: deflections.articleId,
      personId: deflections.personId,
      createdAt: deflections.createdAt,
    })
    .from(deflections)
    .where(and(eq(deflections.workspaceId, workspaceId), since && gte(deflections.createdAt, since)))
    .orderBy(desc(deflections.createdAt))
    .limit(mostEvidence)
  return rows.map(({ id, text, articleId, personId, createdAt }) => ({
    id,
    text,
    documentId: articleId,
    solved: true,
    personId,
    by: 'person' as const,
    at: createdAt.getTime(),
  }))
}
