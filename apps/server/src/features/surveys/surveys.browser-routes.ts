import { ExposureId, NewDismissal, NewExposure, PublicSurvey, Stored, SurveyId } from '@heed/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Deps } from '../../deps.ts'
import { visitorOf } from '../../http/browser-caller.ts'
import { problem } from '../../http/problem.ts'
import { dismissPrompt } from './dismiss-prompt.ts'
import { toPublicSurvey } from './public-survey.ts'
import { recordExposure } from './record-exposure.ts'
import { stateOf } from './survey-state.ts'
import { findSurvey } from './surveys.queries.ts'
import { readTestedSurvey } from './test-links.ts'

const ExposureParams = z.object({ exposureId: ExposureId })

/** A survey that a page calls for, that a prompt was shown, and that it was closed without an answer. */
export const surveyBrowserRoutes =
  (deps: Deps): FastifyPluginAsyncZod =>
  async (app) => {
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
        if (!survey || stateOf(survey, deps.now()) !== 'running') throw problem('survey_not_found')
        return toPublicSurvey(survey)
      },
    )

    app.get(
      '/test-surveys/:token',
      {
        schema: {
          summary: 'A survey to try out, also a draft, by the token of a test link',
          params: z.object({ token: z.string().regex(/^[\w-]{43}$/, 'must be the token of a test link') }),
          response: { 200: PublicSurvey },
        },
      },
      (request) => readTestedSurvey(deps.store.read, request.workspace.id, request.params.token, deps.now()),
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
