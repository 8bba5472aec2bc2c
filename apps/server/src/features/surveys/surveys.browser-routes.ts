import {
  Eligibility,
  EligibilityQuery,
  ExposureId,
  NewDismissal,
  NewExposure,
  PublicSurvey,
  Stored,
  SurveyId,
} from '@heed/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Deps } from '../../deps.ts'
import { visitorOf } from '../../http/browser-caller.ts'
import { problem } from '../../http/problem.ts'
import { dismissPrompt } from './dismiss-prompt.ts'
import { readEligibility } from './eligibility.ts'
import { toPublicSurvey } from './public-survey.ts'
import { recordExposure } from './record-exposure.ts'
import { findSurvey } from './surveys.queries.ts'

const ExposureParams = z.object({ exposureId: ExposureId })

/** Whether to show a prompt, that it was shown, and that it was closed without an answer. */
export const surveyBrowserRoutes =
  (deps: Deps): FastifyPluginAsyncZod =>
  async (app) => {
    // A POST, because a user id may be an e-mail address, and addresses of requests end up in logs.
    app.post(
      '/eligibility',
      {
        schema: {
          summary: 'Whether a user may be asked a survey now',
          body: EligibilityQuery,
          response: { 200: Eligibility },
        },
      },
      (request) => readEligibility(deps, request.workspace.id, request.body),
    )

    app.get(
      '/surveys/:surveyId',
      {
        schema: {
          summary: 'A running survey, for a page that asks for it by its id',
          params: z.object({ surveyId: SurveyId }),
          response: { 200: PublicSurvey },
        },
      },
      async (request) => {
        const survey = await findSurvey(deps.store.read, request.workspace.id, request.params.surveyId)
        if (survey?.state !== 'running') throw problem('survey_not_found')
        return toPublicSurvey(survey)
      },
    )

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
