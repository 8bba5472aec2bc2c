import {
  Article,
  ArticleId,
  DeflectionId,
  NewDeflection,
  Stored,
  SuggestionList,
  SuggestionQuery,
} from '@heed/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Deps } from '../../deps.ts'
import { visitorOf } from '../../http/browser-caller.ts'
import { problem } from '../../http/problem.ts'
import { articleNodes } from './article-nodes.ts'
import { findPublishedArticle } from './articles.queries.ts'
import { recordDeflection } from './record-deflection.ts'
import { suggestArticles } from './suggest-articles.ts'

/** Help before the ticket. */
export const articleBrowserRoutes =
  (deps: Deps): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      '/suggestions',
      {
        schema: {
          summary: 'Articles for what is being typed; nothing is stored',
          body: SuggestionQuery,
          response: { 200: SuggestionList },
        },
      },
      async ({ workspace, body }) => ({ items: await suggestArticles(deps, workspace.id, body) }),
    )

    app.get(
      '/articles/:articleId',
      { schema: { summary: 'An article', params: z.object({ articleId: ArticleId }), response: { 200: Article } } },
      async ({ workspace, params }) => {
        const article = await findPublishedArticle(deps.store.read, workspace.id, params.articleId)
        if (!article) throw problem('article_not_found')
        const { id, title, locale, body, updatedAt } = article
        return { id, title, locale, body: articleNodes(body), updatedAt: updatedAt.toISOString() }
      },
    )

    app.put(
      '/deflections/:deflectionId',
      {
        schema: {
          summary: 'An article solved it',
          params: z.object({ deflectionId: DeflectionId }),
          body: NewDeflection,
          response: { 200: Stored },
        },
      },
      (request) => recordDeflection(deps, visitorOf(request), request.params.deflectionId, request.body),
    )
  }
