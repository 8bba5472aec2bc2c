import type { ArticleChange, ArticleDetail, NewArticle } from '@heed/contracts'
import type { Heed } from '../../testing/heed.ts'

type Draft = Partial<NewArticle> & { title: string }

/** What is sent to change an article, based on how it was read. */
export const changeTo = (article: ArticleDetail, changes: Partial<ArticleChange>) => {
  const { slug, locale, title, summary, body, areaId, audience, updatedAt: basedOn } = article
  return { slug, locale, title, summary, body, areaId, audience, basedOn, ...changes }
}

/** A workspace in which Ada writes articles. */
export const writing = async (heed: Heed) => {
  const workspace = await heed.workspace()
  const { ada } = workspace
  const draft = async (article: Draft): Promise<ArticleDetail> => {
    const reply = await ada.send<ArticleDetail>('POST', '/articles', { locale: 'en', ...article })
    if (reply.status !== 201) throw new Error(JSON.stringify(reply.body))
    return reply.body
  }
  const publish = async ({ id }: ArticleDetail) =>
    (await ada.send<ArticleDetail>('PUT', `/articles/${id}/publication`)).body
  const change = async (article: ArticleDetail, changes: Partial<ArticleChange>): Promise<ArticleDetail> => {
    const reply = await ada.send<ArticleDetail>('PUT', `/articles/${article.id}`, changeTo(article, changes))
    if (reply.status !== 200) throw new Error(JSON.stringify(reply.body))
    return reply.body
  }
  return { ...workspace, draft, publish, change }
}
