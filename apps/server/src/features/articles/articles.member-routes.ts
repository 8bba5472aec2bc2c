import {
  ArticleBasis,
  ArticleChange,
  ArticleDetail,
  ArticleId,
  ArticlePage,
  ArticlePreview,
  ArticleQuery,
  ArticleRevisionList,
  NewArticle,
  NewArticlePreview,
  queryInt,
} from '@heed/contracts'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Deps } from '../../deps.ts'
import { pageOf } from '../../http/cursor.ts'
import { readArticleDetail, readRevisions, toArticleItems } from './article-detail.ts'
import { countArticles, getArticle, listArticles } from './articles.queries.ts'
import { changeArticle } from './change-article.ts'
import { draftArticle } from './create-article.ts'
import { deleteArticle } from './delete-article.ts'
import { previewArticle } from './preview-article.ts'
import { setPublication } from './publish-article.ts'
import { restoreRevision } from './restore-revision.ts'
import type { Editor } from './write-article.ts'

const ArticleParams = z.object({ articleId: ArticleId })
const config = { role: 'agent' } as const

/** The member who sent this request, as one who writes articles. */
export const editorOf = ({ workspace, member }: Pick<FastifyRequest, 'workspace' | 'member'>): Editor => ({
  workspace,
  memberId: member.id,
})

/** Writing and publishing the knowledge base. */
export const articleMemberRoutes =
  (deps: Deps): FastifyPluginAsyncZod =>
  async (app) => {
    const { store } = deps

    app.get(
      '/articles',
      {
        schema: {
          summary: 'Articles, last changed first',
          querystring: ArticleQuery,
          response: { 200: ArticlePage },
        },
      },
      async ({ workspace, query }) => {
        const [rows, total] = await Promise.all([
          listArticles(store.read, workspace.id, query),
          countArticles(store.read, workspace.id, query),
        ])
        const items = await toArticleItems(store.read, workspace.id, rows)
        return pageOf(items, query.limit, total, ({ updatedAt, id }) => ({ at: updatedAt, id }))
      },
    )

    app.post(
      '/articles',
      { config, schema: { summary: 'Add a draft', body: NewArticle, response: { 201: ArticleDetail } } },
      async (request, reply) => {
        const row = await draftArticle(deps, editorOf(request), request.body)
        return reply.code(201).send(await readArticleDetail(store.read, row))
      },
    )

    app.post(
      '/articles/preview',
      {
        config,
        schema: {
          summary: 'A text as readers will see it; nothing is stored',
          body: NewArticlePreview,
          response: { 200: ArticlePreview },
        },
      },
      ({ workspace, body }) => previewArticle(store.read, workspace.id, body),
    )

    app.get(
      '/articles/:articleId',
      { schema: { summary: 'An article as it is edited', params: ArticleParams, response: { 200: ArticleDetail } } },
      async ({ workspace, params }) =>
        readArticleDetail(store.read, await getArticle(store.read, workspace.id, params.articleId)),
    )

    app.put(
      '/articles/:articleId',
      {
        config,
        schema: {
          summary: 'Change an article, which makes a revision',
          params: ArticleParams,
          body: ArticleChange,
          response: { 200: ArticleDetail },
        },
      },
      async (request) =>
        readArticleDetail(
          store.read,
          await changeArticle(deps, editorOf(request), request.params.articleId, request.body),
        ),
    )

    app.delete(
      '/articles/:articleId',
      {
        config,
        schema: {
          summary: 'Delete one language version, with its revisions',
          params: ArticleParams,
          querystring: ArticleBasis,
          response: { 204: z.void() },
        },
      },
      async ({ workspace, params, query }, reply) => {
        await deleteArticle(deps, workspace.id, params.articleId, query.basedOn)
        return reply.code(204).send()
      },
    )

    app.put(
      '/articles/:articleId/publication',
      {
        config,
        schema: {
          summary: 'Publish an article',
          params: ArticleParams,
          body: ArticleBasis.nullish(),
          response: { 200: ArticleDetail },
        },
      },
      async ({ workspace, params, body }) =>
        readArticleDetail(
          store.read,
          await setPublication(deps, workspace.id, params.articleId, 'published', body?.basedOn),
        ),
    )

    app.delete(
      '/articles/:articleId/publication',
      {
        config,
        schema: { summary: 'Take an article back', params: ArticleParams, response: { 200: ArticleDetail } },
      },
      async ({ workspace, params }) =>
        readArticleDetail(store.read, await setPublication(deps, workspace.id, params.articleId, 'draft')),
    )

    app.get(
      '/articles/:articleId/revisions',
      {
        schema: {
          summary: 'What an article held after each change, newest first',
          params: ArticleParams,
          response: { 200: ArticleRevisionList },
        },
      },
      async ({ workspace, params }) => ({ items: await readRevisions(store.read, workspace.id, params.articleId) }),
    )

    app.put(
      '/articles/:articleId/revisions/:revision',
      {
        config,
        schema: {
          summary: 'Give an article the words of an earlier revision',
          params: ArticleParams.extend({ revision: queryInt(1, 1_000_000) }),
          body: ArticleBasis.nullish(),
          response: { 200: ArticleDetail },
        },
      },
      async (request) => {
        const { articleId, revision } = request.params
        const basedOn = request.body?.basedOn
        const restored = await restoreRevision(deps, editorOf(request), articleId, revision, basedOn)
        return readArticleDetail(store.read, restored)
      },
    )
  }
