import { NewResponse, ResponseId, Stored } from '@heed/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Deps } from '../../deps.ts'
import { visitorOf } from '../../http/browser-caller.ts'
import { watchDrops } from '../notices/check-drop.ts'
import { submitResponse } from './submit-response.ts'

/** Answering a prompt. */
export const responseBrowserRoutes =
  (deps: Deps): FastifyPluginAsyncZod =>
  async (app) => {
    const lookForDrop = watchDrops(deps)

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
      async (request) => {
        const { workspace, params, body } = request
        const stored = await submitResponse(deps, visitorOf(request), params.responseId, body)
        // Nobody waits for it.
        void lookForDrop(workspace.id, body.surveyId).catch((err) => request.log.error({ err }, 'no look for a drop'))
        return stored
      },
    )
  }
