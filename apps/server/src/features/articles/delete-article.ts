import { getArticle, listVersions, removeArticle } from './articles.queries.ts'
import { removeRedirectsTo } from './redirects.queries.ts'
import { removeRevisions } from './revisions.queries.ts'
import { removeVerdicts } from './verdicts.queries.ts'
import { type ArticleDeps, checkBasis, lockArticles } from './write-article.ts'

/**
 * Deletes one language version with its revisions and verdicts; with the last version go the addresses that led to it.
 * @param basedOn `updatedAt` of the article as the member saw it
 * @throws Problem article_not_found, article_changed
 */
export async function deleteArticle(
  { store }: Pick<ArticleDeps, 'store'>,
  workspaceId: string,
  articleId: string,
  basedOn?: string,
) {
  await store.write(async (tx) => {
    await lockArticles(tx, workspaceId)
    const article = await getArticle(tx, workspaceId, articleId)
    checkBasis(article, basedOn)
    await removeArticle(tx, workspaceId, articleId)
    await removeRevisions(tx, workspaceId, articleId)
    await removeVerdicts(tx, workspaceId, articleId)
    const left = await listVersions(tx, workspaceId, article.slug)
    if (left.length === 0) await removeRedirectsTo(tx, workspaceId, article.slug)
  })
}
