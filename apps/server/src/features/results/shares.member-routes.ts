import { CreatedSharedResults, NewSharedResults, SharedResultsList, ShareId, SurveyId } from '@heed/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import { findSurvey } from '../surveys/surveys.queries.ts'
import { revokeShare } from './revoke-share.ts'
import { shareResults } from './share-results.ts'
import { listShares } from './shares.queries.ts'

const SurveyParams = z.object({ surveyId: SurveyId })

/** Links to a survey's results for whoever has them. */
export const shareMemberRoutes =
  (deps: Deps): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/surveys/:surveyId/shares',
      {
        schema: {
          summary: 'Links under which anybody reads the results, newest first',
          params: SurveyParams,
          response: { 200: SharedResultsList },
        },
      },
      async ({ workspace, params: { surveyId } }) => {
        if (!(await findSurvey(deps.store.read, workspace.id, surveyId))) throw problem('survey_not_found')
        return { items: await listShares(deps.store.read, workspace.id, surveyId) }
      },
    )

    app.post(
      '/surveys/:surveyId/shares',
      {
        config: { role: 'agent' },
        schema: {
          summary: 'Make such a link; its token is in this reply alone',
          params: SurveyParams,
          body: NewSharedResults,
          response: { 201: CreatedSharedResults },
        },
      },
      async ({ member, params, body }, reply) =>
        reply.code(201).send(await shareResults(deps, member, params.surveyId, body)),
    )

    app.delete(
      '/surveys/:surveyId/shares/:shareId',
      {
        config: { role: 'agent' },
        schema: {
          summary: 'Take such a link back',
          params: SurveyParams.extend({ shareId: ShareId }),
          response: { 204: z.void() },
        },
      },
      async ({ workspace, params }, reply) => {
        await revokeShare(deps, workspace.id, params.surveyId, params.shareId)
        return reply.code(204).send()
      },
    )
  }
