import type { ArticleChange } from '@heed/contracts'
import { type ArticleRow, getArticle } from './articles.queries.ts'
import {
  type ArticleDeps,
  checkBasis,
  checkContent,
  type Editor,
  lockArticles,
  tidy,
  writeContent,
} from './write-article.ts'

/**
 * Gives an article another content.
 * @throws Problem article_not_found, article_changed, article_slug_taken, area_not_found, invalid_input
 */
export async function changeArticle(
  { store, now }: ArticleDeps,
  editor: Editor,
  articleId: string,
  { basedOn, autosave, ...change }: ArticleChange,
): Promise<ArticleRow> {
  const workspaceId = editor.workspace.id
  return store.write(async (tx) => {
    await lockArticles(tx, workspaceId)
    const before = await getArticle(tx, workspaceId, articleId)
    checkBasis(before, basedOn)
    const content = tidy(change)
    await checkContent(tx, workspaceId, content)
    return writeContent(tx, editor, before, { content, reason: 'changed', at: now(), joins: autosave })
  })
}
