import { SamplingReport, SurveyDefinition, SurveyId } from '@heed/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Deps } from '../../deps.ts'
import { scopeOf } from '../segments/scope.ts'
import { readSampling, readSamplingPlan } from './sampling-report.ts'

/** Whom a survey hears, by stratum: now, and before it begins. */
export const samplingMemberRoutes =
  ({ store, now }: Deps): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/surveys/:surveyId/sampling',
      {
        schema: {
          summary: "Strata of a survey's sample in the wave of now: asked, answered, still wanted",
          params: z.object({ surveyId: SurveyId }),
          response: { 200: SamplingReport },
        },
      },
      ({ workspace, params }) => readSampling(store.read, scopeOf(workspace, now()), params.surveyId),
    )

    // A POST, because a definition is more than an address holds. Nothing is stored.
    app.post(
      '/surveys/sampling-plan',
      {
        schema: {
          summary: 'Strata that a survey would draw, and how many answers it would want of each',
          body: SurveyDefinition,
          response: { 200: SamplingReport },
        },
      },
      ({ workspace, body }) => readSamplingPlan(store.read, scopeOf(workspace, now()), body),
    )
  }
