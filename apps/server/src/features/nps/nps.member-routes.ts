import { NpsQuery, NpsResult } from '@heed/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Deps } from '../../deps.ts'
import { segmentOf, segmentParams } from '../../http/segment-query.ts'
import { tenureDaysAt } from '../people/snapshot.ts'
import { countAnswers, daysBefore } from '../responses/responses.queries.ts'
import { countBase, scopeOf } from '../segments/segments.queries.ts'
import { countExposures } from '../surveys/surveys.queries.ts'
import { npsResult } from './nps-result.ts'

const monthsShown = 24
/** One wave: a person is asked at most once in it. */
const periodDays = 90

const monthName = (at: Date) => at.toISOString().slice(0, 7)

/** The last 24 months up to now, oldest first, in UTC. */
const lastMonths = (now: Date) =>
  Array.from(
    { length: monthsShown },
    (_, i) => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - monthsShown + 1 + i, 1)),
  )

/** NPS with its margin: raw and weighted, by month and by plan. */
export const npsMemberRoutes =
  ({ store, now }: Deps): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/nps',
      {
        schema: {
          summary: 'NPS of a segment, with its margin',
          querystring: NpsQuery.extend(segmentParams).loose(),
          response: { 200: NpsResult },
        },
      },
      async ({ workspace, query }) => {
        const at = now()
        const scope = scopeOf(workspace, at)
        const segment = segmentOf(query)
        const months = lastMonths(at)
        const { surveyId } = query
        const since = daysBefore(at, periodDays)
        const [answers, exposures, base, history] = await Promise.all([
          countAnswers(store.read, scope, segment, { surveyId, since }),
          countExposures(store.read, scope, segment, { surveyId, since }),
          countBase(store.read, scope, segment),
          countAnswers(store.read, scope, segment, { surveyId, since: months[0] ?? since }),
        ])
        return npsResult({
          periodDays,
          answers,
          exposures,
          history,
          months: months.map(monthName),
          base: base.map(({ plan, accountSince, personSince, people }) => ({
            plan,
            tenureDays: tenureDaysAt(accountSince ?? personSince, at),
            count: people,
          })),
        })
      },
    )
  }
