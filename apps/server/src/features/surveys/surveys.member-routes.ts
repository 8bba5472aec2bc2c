import { SurveyList } from '@heed/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Deps } from '../../deps.ts'
import { listSurveys, toSurvey } from './surveys.queries.ts'

/** The workspace's surveys. */
export const surveyMemberRoutes =
  ({ store }: Deps): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/surveys',
      { schema: { summary: 'Surveys, newest first', response: { 200: SurveyList } } },
      async ({ workspace }) => ({ items: (await listSurveys(store.read, workspace.id)).map(toSurvey) }),
    )
  }
