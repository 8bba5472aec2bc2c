import type { ArticleDetail, ArticlePage } from '@heed/contracts'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/preact-query'
import { get } from '../../api.ts'

/** What is picked of an article. */
export type PickedArticle = { id: string; title: string }

const shown = '8'

/** Published articles that hold the words in title or summary, last changed first. */
export const usePublishedArticles = (typed: string, enabled: boolean) =>
  useQuery({
    queryKey: ['articles', 'published', typed],
    queryFn: ({ signal }) =>
      get<ArticlePage>(
        '/api/articles',
        [['state', 'published'], ['limit', shown], ...(typed === '' ? [] : [['q', typed] satisfies [string, string]])],
        signal,
      ),
    placeholderData: keepPreviousData,
    enabled,
  })

/** Looks up where everybody can read an article; null where it has no public page. @throws ApiProblem `article_not_found` */
export const usePublicAddress = (onFound: (article: PickedArticle, address: string) => void) =>
  useMutation({
    mutationFn: ({ id }: PickedArticle) => get<ArticleDetail>(`/api/articles/${encodeURIComponent(id)}`),
    onSuccess: ({ address }, article) => {
      if (address !== null) onFound(article, new URL(address, location.origin).href)
    },
  })
