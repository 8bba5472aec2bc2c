import { Article, ArticleId, DeflectionId, NewDeflection, NewVerdict, Stored } from '@heed/contracts'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Deps } from '../../deps.ts'
import { visitorHashOf, visitorOf } from '../../http/browser-caller.ts'
import { problem } from '../../http/problem.ts'
import { limitRequests } from '../../http/rate-limits.ts'
import { readHelpCentre } from '../help-centre/help-centre-name.ts'
import { scopeOf } from '../segments/scope.ts'
import { articleNodes } from './article-nodes.ts'
import { findPublishedArticle } from './articles.queries.ts'
import { readMarkdown } from './read-markdown.ts'
import { mayRead } from './readable-by.ts'
import { recordDeflection } from './record-deflection.ts'
import { recordVerdict } from './record-verdict.ts'
import { placesForWidget } from './widget-places.ts'

const verdictsAnHour = { max: 120, timeWindow: '1 hour', keyOf: (request: FastifyRequest) => visitorOf(request).hash }

/** Help before the ticket. */
export const articleBrowserRoutes =
  (deps: Deps): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/articles/:articleId',
      { schema: { summary: 'An article', params: z.object({ articleId: ArticleId }), response: { 200: Article } } },
      async (request) => {
        const { workspace, params, protocol, host } = request
        const { read } = deps.store
        const scope = scopeOf(workspace, deps.now())
        const article = await findPublishedArticle(read, workspace.id, params.articleId)
        if (!article || !(await mayRead(read, scope, article, visitorHashOf(request))))
          throw problem('article_not_found')
        const { address } = await readHelpCentre(read, workspace.id)
        const { id, title, locale, summary, body, updatedAt } = article
        const places = placesForWidget(`${protocol}://${host}`, address, locale)
        return {
          id,
          title,
          locale,
          summary,
          body: articleNodes(readMarkdown(body), places),
          updatedAt: updatedAt.toISOString(),
        }
      },
    )

    app.put(
      '/articles/:articleId/verdict',
      {
        preHandler: limitRequests(app, verdictsAnHour),
        schema: {
          summary: 'Whether an article helped; said again, the later word counts',
          params: z.object({ articleId: ArticleId }),
          body: NewVerdict,
          response: { 200: Stored },
        },
      },
      (request) => {
        const reader = { surface: 'widget' as const, visitorHash: visitorOf(request).hash }
        const { articleId } = request.params
        return recordVerdict(deps, request.workspace, reader, { articleId, helped: request.body.helped })
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
      (request) =>
        recordDeflection(deps, request.workspace, visitorOf(request), request.params.deflectionId, request.body),
    )
  }
