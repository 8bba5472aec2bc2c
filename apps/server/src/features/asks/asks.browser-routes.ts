import { Ask, NewAsk } from '@heed/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Deps } from '../../deps.ts'
import { visitorOf } from '../../http/browser-caller.ts'
import { decideAsk } from './decide-ask.ts'

/** Whether a person may be asked, by all that is known of them in every browser. */
export const askBrowserRoutes =
  (deps: Deps): FastifyPluginAsyncZod =>
  async (app) => {
    // A POST, because a user id may be an e-mail address, and addresses of requests end up in logs.
    app.post(
      '/asks',
      {
        schema: {
          summary: 'Whether the person may be asked a survey now; where granted, their place is held for ten minutes',
          body: NewAsk,
          response: { 200: Ask },
        },
      },
      (request) => decideAsk(deps, visitorOf(request), request.body),
    )
  }
