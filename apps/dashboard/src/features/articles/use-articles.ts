import type {
  ArticleChange,
  ArticleDetail,
  ArticleImage,
  ArticlePage,
  ArticlePreview,
  ArticleRevision,
  HelpCentre,
  NewArticle,
} from '@heed/contracts'
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/preact-query'
import { get, send, upload } from '../../api.ts'
import { pagedQuery } from '../../paged-query.ts'
import type { ArticleDraft } from './article-draft.ts'

const pathOf = (id: string) => `/api/articles/${encodeURIComponent(id)}`
const everyKey = ['articles']
export const listKey = ['articles', 'list']
export const articleKey = (id: string) => ['articles', 'one', id]
const revisionsKey = (id: string) => ['articles', 'revisions', id]

/** Articles, the last changed first, page by page. */
export const useArticles = (pairs: [string, string][]) =>
  useInfiniteQuery(pagedQuery<ArticlePage>(listKey, '/api/articles', pairs))

/** A few articles that fit words. */
export const useArticleSearch = (words: string) =>
  useQuery({
    queryKey: ['articles', 'search', words],
    queryFn: ({ signal }) =>
      get<ArticlePage>('/api/articles', [['limit', '8'], ...(words ? [['q', words] as const] : [])], signal),
    placeholderData: keepPreviousData,
  })

export const readArticle = (id: string, signal?: AbortSignal) => get<ArticleDetail>(pathOf(id), [], signal)

/** @throws ApiProblem `article_slug_taken`, `area_not_found`, `invalid_input` */
export const createArticle = (article: NewArticle) => send<ArticleDetail>('POST', '/api/articles', article)

/** @throws ApiProblem `article_changed`, and as `createArticle` */
export const changeArticle = (id: string, change: ArticleChange) => send<ArticleDetail>('PUT', pathOf(id), change)

/** @throws ApiProblem `article_not_found` */
export const useArticle = (id: string) =>
  useQuery({ queryKey: articleKey(id), queryFn: ({ signal }) => readArticle(id, signal), staleTime: 0 })

/** What is done to an article as a whole; whatever shows articles is asked for again. */
function useArticleAct<Given, Reply>(act: (given: Given) => Promise<Reply>) {
  const client = useQueryClient()
  return useMutation({ mutationFn: act, onSuccess: () => void client.invalidateQueries({ queryKey: everyKey }) })
}

/** Another language of an article: a draft of its own under the same slug. */
export const useArticleCreation = () => useArticleAct(createArticle)

type Acted = Pick<ArticleDraft, 'id' | 'act'>

/** Publishes what is on the screen, or takes it back. @throws ApiProblem `article_changed` */
export const usePublication = ({ id, act }: Acted) =>
  useArticleAct((isPublished: boolean) =>
    isPublished
      ? act((basedOn) => send<ArticleDetail>('PUT', `${pathOf(id)}/publication`, { basedOn }))
      : send<ArticleDetail>('DELETE', `${pathOf(id)}/publication`),
  )

/** @throws ApiProblem `article_changed`, `revision_not_found` */
export const useRestoring = ({ id, act }: Acted) =>
  useArticleAct((revision: number) =>
    act((basedOn) => send<ArticleDetail>('PUT', `${pathOf(id)}/revisions/${revision}`, { basedOn })),
  )

/** Deletes what is on the screen. @throws ApiProblem `article_changed`, `article_not_found` */
export function useArticleRemoval({ id, remove }: Pick<ArticleDraft, 'id' | 'remove'>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => remove((basedOn) => send<void>('DELETE', `${pathOf(id)}?basedOn=${encodeURIComponent(basedOn)}`)),
    onSuccess: () => {
      client.removeQueries({ queryKey: articleKey(id) })
      void client.invalidateQueries({ queryKey: everyKey })
    },
  })
}

/** Revisions, the newest first. */
export const useRevisions = (id: string) =>
  useQuery({
    queryKey: revisionsKey(id),
    queryFn: ({ signal }) => get<{ items: ArticleRevision[] }>(`${pathOf(id)}/revisions`, [], signal),
    staleTime: 0,
  })

/** A text as readers will see it, and what leads nowhere in it. */
export const useArticlePreview = (locale: string, body: string, isOn: boolean) =>
  useQuery({
    queryKey: ['articles', 'preview', locale, body],
    queryFn: () => send<ArticlePreview>('POST', '/api/articles/preview', { locale, body }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    // Each text that was ever typed would stay otherwise.
    gcTime: 30_000,
    enabled: isOn,
  })

/** Keeps a picture. @throws ApiProblem `image_type`, `too_large`, `too_many_images` */
export const storeImage = (file: Blob) => upload<ArticleImage>('/api/articles/images', file, file.type)

const helpCentreKey = ['help-centre']

export const useHelpCentre = () =>
  useQuery({
    queryKey: helpCentreKey,
    queryFn: ({ signal }) => get<HelpCentre>('/api/help-centre', [], signal),
    staleTime: 60_000,
  })

/** @throws ApiProblem `help_centre_name_taken`, `invalid_input` */
export function useHelpCentreNaming() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (name: string) => send<HelpCentre>('PUT', '/api/help-centre', { name }),
    onSuccess: (helpCentre) => {
      client.setQueryData(helpCentreKey, helpCentre)
      void client.invalidateQueries({ queryKey: everyKey })
    },
  })
}
