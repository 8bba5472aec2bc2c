import { ExposureId, NewDismissal, NewExposure, Stored } from '@heed/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Deps } from '../../deps.ts'
import { visitorOf } from '../../http/browser-caller.ts'
import { dismissPrompt } from './dismiss-prompt.ts'
import { recordExposure } from './record-exposure.ts'

const ExposureParams = z.object({ exposureId: ExposureId })

/** That a prompt was shown, and that it was closed without an answer. */
export const surveyBrowserRoutes =
  (deps: Deps): FastifyPluginAsyncZod =>
  async (app) => {
    app.put(
      '/exposures/:exposureId',
      {
        schema: {
          summary: 'A prompt was shown',
          params: ExposureParams,
          body: NewExposure,
          response: { 200: Stored },
        },
      },
      (request) => recordExposure(deps, visitorOf(request), request.params.exposureId, request.body),
    )

    app.put(
      '/exposures/:exposureId/dismissal',
      {
        schema: {
          summary: 'A prompt was closed without an answer',
          params: ExposureParams,
          body: NewDismissal,
          response: { 200: Stored },
        },
      },
      (request) => dismissPrompt(deps, visitorOf(request), request.params.exposureId, request.body),
    )
  }
