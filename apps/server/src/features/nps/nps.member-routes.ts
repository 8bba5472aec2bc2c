import { NpsQuery, NpsResult } from '@heed/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import { filterOf, segmentParams } from '../../http/segment-query.ts'
import { areHeardOnce } from '../results/known-base.ts'
import { periodOf } from '../results/period.ts'
import { scopeOf } from '../segments/scope.ts'
import { listSurveys } from '../surveys/surveys.queries.ts'
import { countNpsAnswers, countNpsExposures } from './nps.queries.ts'
import { npsResult } from './nps-result.ts'

const monthsShown = 24

const monthName = (at: Date) => at.toISOString().slice(0, 7)

/** The last 24 months up to now, oldest first, in UTC. */
const lastMonths = (now: Date) =>
  Array.from(
    { length: monthsShown },
    (_, i) => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - monthsShown + 1 + i, 1)),
  )

/** NPS with its margin: raw and weighted, by month and by plan. */
export const npsMemberRoutes =
  ({ store, now, customersOf }: Deps): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/nps',
      {
        schema: {
          summary: 'NPS of a segment, with its margin',
          querystring: NpsQuery.extend(segmentParams).strict(),
          response: { 200: NpsResult },
        },
      },
      async ({ workspace, query }) => {
        const at = now()
        const scope = scopeOf(workspace, at)
        const filter = await filterOf(store.read, workspace.id, query)
        const months = lastMonths(at)
        const { surveyId } = query
        const asked = (await listSurveys(store.read, workspace.id)).filter(
          ({ id, kind, state }) => kind === 'nps' && (surveyId ? id === surveyId : state !== 'draft'),
        )
        if (surveyId && asked.length === 0) throw problem('survey_not_found', { detail: 'NPS needs an NPS survey.' })
        // The same days as a page of results shows unless asked otherwise.
        const period = periodOf({}, at)
        const { since, days } = period
        const [answers, exposures, base, history, heardOnce] = await Promise.all([
          countNpsAnswers(store.read, scope, filter, { surveyId, since }),
          countNpsExposures(store.read, scope, filter, { surveyId, since }),
          customersOf(scope).base(filter.segment, ['plan', 'tenure'], { of: 'people' }),
          countNpsAnswers(store.read, scope, filter, { surveyId, since: months[0] ?? since }),
          areHeardOnce(store.read, workspace.id, asked, period),
        ])
        return npsResult({
          periodDays: days,
          heardOnce,
          answers,
          exposures,
          history,
          months: months.map(monthName),
          base: base.map(({ parts: [plan, tenureDays], count }) => ({
            plan: plan as string | null,
            tenureDays: tenureDays as number | null,
            count,
          })),
        })
      },
    )
  }
