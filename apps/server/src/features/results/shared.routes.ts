import { SharedSurveyResult } from '@heed/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Deps } from '../../deps.ts'
import { limitRequests, networkOf } from '../../http/rate-limits.ts'
import { readShared } from './read-shared.ts'

/** Requests a minute of one address: a page opens with one, and nobody guesses 32 random bytes. */
const requestsAMinute = 60

/** Results for whoever has the link. The dashboard draws them at `/shared/<token>`. */
export const sharedRoutes =
  (deps: Deps): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/shared/:token/results',
      {
        onRequest: limitRequests(app, {
          max: requestsAMinute,
          timeWindow: '1 minute',
          keyOf: (request) => `shared ${networkOf(request)}`,
        }),
        schema: {
          summary: 'The results behind a link',
          security: [],
          params: z.object({ token: z.string().max(100).describe('The token of the link') }),
          response: { 200: SharedSurveyResult },
        },
      },
      async ({ params: { token } }, reply) =>
        reply
          .headers({ 'x-robots-tag': 'noindex, nofollow', 'cache-control': 'no-store' })
          .send(await readShared(deps, token)),
    )
  }
