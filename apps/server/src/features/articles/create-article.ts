import type { ArticleContent, NewArticle } from '@heed/contracts'
import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import { type ArticleRow, findArticlesById, insertArticle, listPlaces } from './articles.queries.ts'
import { freeSlug, slugOf } from './slug-of.ts'
import { type ArticleDeps, checkContent, type Editor, insertWritten, lockArticles, tidy } from './write-article.ts'

type Published = Pick<ArticleContent, 'slug' | 'locale' | 'title' | 'body' | 'areaId'> &
  Partial<Pick<ArticleContent, 'summary' | 'audience' | 'knownIssue'>>

/** Publishes an article. @returns its id */
export async function createArticle({ store, now, newId }: Deps, workspaceId: string, article: Published) {
  const id = newId('article')
  const at = now()
  const row: ArticleRow = {
    ...newRow(workspaceId, id, { summary: null, audience: null, knownIssue: false, ...article }, at),
  }
  await store.write((tx) => insertArticle(tx, { ...row, state: 'published', publishedAt: at }))
  return id
}

/**
 * Adds a draft. Without a slug it gets one from its title that no article of the language has. One that is there by its id
 * already stays as it is.
 * @throws Problem article_slug_taken, area_not_found, invalid_input
 */
export async function draftArticle(
  { store, now, newId }: ArticleDeps,
  editor: Editor,
  { articleId = newId('article'), ...article }: NewArticle,
): Promise<ArticleRow> {
  const workspaceId = editor.workspace.id
  return store.write(async (tx) => {
    await lockArticles(tx, workspaceId)
    const [before] = await findArticlesById(tx, workspaceId, [articleId])
    if (before) return before // the reply to it was lost
    const content = tidy(article)
    await checkContent(tx, workspaceId, content)
    const { locale, title } = content
    const taken = new Set((await listPlaces(tx, workspaceId)).filter((p) => p.locale === locale).map((p) => p.slug))
    if (content.slug && taken.has(content.slug))
      throw problem('article_slug_taken', { errors: [{ field: 'slug', message: 'is that of another article' }] })
    const slug = content.slug ?? freeSlug(slugOf(title), (candidate) => taken.has(candidate))
    const row = newRow(workspaceId, articleId, { ...content, slug }, now())
    await insertWritten(tx, row, 'created', editor.memberId)
    return row
  })
}

/** A draft as it is stored. */
export const newRow = (workspaceId: string, id: string, content: ArticleContent, at: Date): ArticleRow => ({
  workspaceId,
  id,
  ...content,
  externalId: null,
  importHash: null,
  state: 'draft',
  createdAt: at,
  updatedAt: at,
  publishedAt: null,
})
