import { SurveyCut, SurveyId, SurveyResult } from '@heed/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import { filterOf } from '../../http/segment-query.ts'
import { scopeOf } from '../segments/scope.ts'
import { findSurvey } from '../surveys/surveys.queries.ts'
import type { WorkspaceRow } from '../workspaces/workspaces.queries.ts'
import { readCut } from './read-cut.ts'
import { readResult } from './read-result.ts'
import { CutFilter, ResultFilter } from './result-filter.ts'

const SurveyParams = z.object({ surveyId: SurveyId })

/** What a survey's answers say. */
export const resultMemberRoutes =
  ({ store, now, customersOf, countsOf }: Deps): FastifyPluginAsyncZod =>
  async (app) => {
    const readingOf = async <Q extends { segment: string }>(workspace: WorkspaceRow, surveyId: string, query: Q) => {
      const survey = await findSurvey(store.read, workspace.id, surveyId)
      if (!survey) throw problem('survey_not_found')
      const filter = await filterOf(store.read, workspace.id, query)
      const scope = scopeOf(workspace, now())
      const asked = { scope, filter, customers: customersOf(scope), counts: countsOf(scope, filter) }
      return { survey, defaultLocale: workspace.defaultLocale, ...asked, query }
    }

    app.get(
      '/surveys/:surveyId/results',
      {
        schema: {
          summary: 'The figures of a survey for a segment, with their margins',
          params: SurveyParams,
          querystring: ResultFilter,
          response: { 200: SurveyResult },
        },
      },
      async ({ workspace, params, query }) =>
        readResult(store.read, await readingOf(workspace, params.surveyId, query)),
    )

    app.get(
      '/surveys/:surveyId/cuts',
      {
        schema: {
          summary: 'The figure of a survey by plan, tenure, spend, version, language or a trait',
          params: SurveyParams,
          querystring: CutFilter,
          response: { 200: SurveyCut },
        },
      },
      async ({ workspace, params, query }) => readCut(store.read, await readingOf(workspace, params.surveyId, query)),
    )
  }
