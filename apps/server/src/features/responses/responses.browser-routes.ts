import { NewResponse, ResponseId, Stored } from '@heed/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Deps } from '../../deps.ts'
import { visitorOf } from '../../http/browser-caller.ts'
import { submitResponse } from './submit-response.ts'

/** Answering a prompt. */
export const responseBrowserRoutes =
  (deps: Deps): FastifyPluginAsyncZod =>
  async (app) => {
    app.put(
      '/responses/:responseId',
      {
        schema: {
          summary: 'An answer: its score, later its comment',
          params: z.object({ responseId: ResponseId }),
          body: NewResponse,
          response: { 200: Stored },
        },
      },
      (request) => submitResponse(deps, visitorOf(request), request.params.responseId, request.body),
    )
  }
