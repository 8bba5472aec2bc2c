import type { NewArticle } from '@heed/contracts'

export const articlesAddress = '/articles'
export const articleImportAddress = '/articles/import'
export const articleAddress = (articleId: string): string => `/articles/${encodeURIComponent(articleId)}`

/** Where a new article is written, beginning with what is given. */
export const newArticleAddress = (given: Partial<Pick<NewArticle, 'title' | 'body' | 'locale'>> = {}): string => {
  const query = new URLSearchParams(Object.entries(given)).toString()
  return query ? `/articles/new?${query}` : '/articles/new'
}
