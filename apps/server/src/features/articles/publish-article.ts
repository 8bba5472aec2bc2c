import type { ArticleState } from '@heed/contracts'
import { type ArticleRow, getArticle, updateArticle } from './articles.queries.ts'
import { type ArticleDeps, checkBasis, lockArticles, momentAfter } from './write-article.ts'

/**
 * Publishes an article or takes it back; one that is so already stays as it is.
 * @throws Problem article_not_found, article_changed
 */
export async function setPublication(
  { store, now }: ArticleDeps,
  workspaceId: string,
  articleId: string,
  state: ArticleState,
  basedOn?: string,
): Promise<ArticleRow> {
  return store.write(async (tx) => {
    await lockArticles(tx, workspaceId)
    const before = await getArticle(tx, workspaceId, articleId)
    if (before.state === state) return before
    checkBasis(before, basedOn)
    const at = now()
    const publishedAt = state === 'published' ? (before.publishedAt ?? at) : before.publishedAt
    const after = { ...before, state, publishedAt, updatedAt: momentAfter(before, at) }
    await updateArticle(tx, after)
    return after
  })
}
