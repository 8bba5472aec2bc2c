import type { Handle } from '@heed/db'
import { findArticlesById } from '../articles/articles.queries.ts'
import { audiencesHolding } from '../articles/readable-by.ts'
import type { Scope } from '../segments/scope.ts'

/** Of what is suggested, the articles that the person behind a browser may read, in their order. */
export async function onlyReadable<T extends { articleId: string }>(
  handle: Handle,
  scope: Scope,
  suggestions: T[],
  visitorHash: string | undefined,
): Promise<T[]> {
  const ids = suggestions.map(({ articleId }) => articleId)
  const articles = await findArticlesById(handle, scope.workspaceId, ids)
  const audiences = articles.flatMap(({ audience }) => audience ?? [])
  const holding = await audiencesHolding(handle, scope, audiences, visitorHash)
  const hidden = new Set(
    articles.filter(({ audience }) => audience !== null && !holding.has(audience)).map(({ id }) => id),
  )
  return suggestions.filter(({ articleId }) => !hidden.has(articleId))
}
