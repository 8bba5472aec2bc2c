import { Survey, SurveyBasis } from '@heed/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Deps } from '../../deps.ts'
import { editorOf, SurveyParams } from './editor-of.ts'
import { endSurvey } from './end-survey.ts'
import { launchSurvey } from './launch-survey.ts'
import { pauseSurvey } from './pause-survey.ts'

/** What makes a survey ask, rest and end. Each may be sent again and changes nothing then. */
export const surveyStateMemberRoutes =
  (deps: Deps): FastifyPluginAsyncZod =>
  async (app) => {
    const schema = (summary: string) => ({ summary, params: SurveyParams, response: { 200: Survey } })
    const config = { role: 'admin' as const }

    app.put(
      '/surveys/:surveyId/launch',
      { config, schema: { ...schema('Let a draft ask, from its start on'), body: SurveyBasis.nullish() } },
      (request) => launchSurvey(deps, editorOf(request), request.params.surveyId, request.body?.basedOn),
    )

    app.put('/surveys/:surveyId/pause', { config, schema: schema('Let a survey rest') }, ({ workspace, params }) =>
      pauseSurvey(deps, workspace.id, params.surveyId, true),
    )

    app.delete(
      '/surveys/:surveyId/pause',
      { config, schema: schema('Let a survey that rests go on') },
      ({ workspace, params }) => pauseSurvey(deps, workspace.id, params.surveyId, false),
    )

    app.put('/surveys/:surveyId/end', { config, schema: schema('End a survey for good') }, ({ workspace, params }) =>
      endSurvey(deps, workspace.id, params.surveyId),
    )
  }
