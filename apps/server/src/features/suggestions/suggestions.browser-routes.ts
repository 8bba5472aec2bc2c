import { NewArticleReading, RequestId, Stored, SuggestionList, SuggestionQuery } from '@heed/contracts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Deps } from '../../deps.ts'
import { visitorHashOf, visitorOf } from '../../http/browser-caller.ts'
import { limitRequests } from '../../http/rate-limits.ts'
import { recordReading } from './record-reading.ts'
import { suggest } from './suggest.ts'

// Of one browser: an office behind one address must not share these. It asks with every pause in typing.
const questionsAnHour = {
  max: 1_200,
  timeWindow: '1 hour',
  keyOf: (request: FastifyRequest) => visitorHashOf(request) ?? '',
}
const readingsAnHour = { ...questionsAnHour, max: 240 }

/** What may answer a person before they file a ticket, and what became of it. */
export const suggestionBrowserRoutes =
  (deps: Deps): FastifyPluginAsyncZod =>
  async (app) => {
    const limitQuestions = limitRequests(app, questionsAnHour)

    app.post(
      '/suggestions',
      {
        preHandler: async (request: FastifyRequest, reply: FastifyReply) => {
          if (visitorHashOf(request)) await limitQuestions(request, reply)
        },
        schema: {
          summary:
            'Articles, known issues and ideas for what is being typed, or for a page; keeps the request it names',
          body: SuggestionQuery,
          response: { 200: SuggestionList },
        },
      },
      async (request) => {
        const { workspace, signedPersonId, body } = request
        return { items: await suggest(deps, { workspace, visitorHash: visitorHashOf(request), signedPersonId }, body) }
      },
    )

    app.put(
      '/requests/:requestId/readings',
      {
        preHandler: limitRequests(app, readingsAnHour),
        schema: {
          summary: 'An article was read in a request of this browser, or did not help; the later word counts',
          params: z.object({ requestId: RequestId }),
          body: NewArticleReading,
          response: { 200: Stored },
        },
      },
      (request) => recordReading(deps, request.workspace, visitorOf(request), request.params.requestId, request.body),
    )
  }
