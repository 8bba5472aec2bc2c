import { problem } from '../../http/problem.ts'
import { holdArea } from '../areas/hold-area.ts'
import { type ArticleRow, getArticle } from './articles.queries.ts'
import { findRevision, readNewestRevision } from './revisions.queries.ts'
import { type ArticleDeps, checkBasis, type Editor, lockArticles, writeContent } from './write-article.ts'

/**
 * Gives an article the words of an earlier revision, as a revision of its own. The address stays that of now, because
 * the other languages and the readers' bookmarks are there; an area that is gone stays away.
 * @throws Problem article_not_found, article_changed, revision_not_found
 */
export async function restoreRevision(
  { store, now }: ArticleDeps,
  editor: Editor,
  articleId: string,
  revision: number,
  basedOn?: string,
): Promise<ArticleRow> {
  const workspaceId = editor.workspace.id
  return store.write(async (tx) => {
    await lockArticles(tx, workspaceId)
    const before = await getArticle(tx, workspaceId, articleId)
    checkBasis(before, basedOn)
    const kept = await findRevision(tx, workspaceId, articleId, revision)
    const isOnly = revision === 1 && (await readNewestRevision(tx, workspaceId, articleId)) === 0
    if (!kept && isOnly) return before // as it was before revisions were kept
    if (!kept) throw problem('revision_not_found')
    const { areaId } = kept.content
    const hasArea = areaId !== null && (await holdArea(tx, workspaceId, areaId)) !== undefined
    const { slug, locale } = before
    const content = { ...kept.content, slug, locale, areaId: hasArea ? areaId : null }
    return writeContent(tx, editor, before, { content, reason: 'restored', at: now() })
  })
}
