import type { Handle } from '@heed/db'
import { and, count, eq, gte, inArray, lte, sql } from 'drizzle-orm'
import { tenureBand } from '../results/dimensions-sql.ts'
import type { Filter, Scope } from '../segments/scope.ts'
import { countedValue, snapshotIn } from '../segments/segment-sql.ts'
import { surveysOfKind } from '../surveys/surveys.queries.ts'

/** Answers to NPS surveys since a moment, counted by month (UTC), plan, tenure band and score: all that NPS needs. */
export const countNpsAnswers = async (
  handle: Handle,
  scope: Scope,
  filter: Filter,
  { surveyId, since }: { surveyId: string | undefined; since: Date },
) => {
  const { responses } = handle.tables
  const month = handle.dialect.month(responses.createdAt)
  const rows = await handle.db
    .select({
      month: sql<string>`${month}`.as('month'),
      plan: sql<string | null>`${countedValue(responses.plan, responses.valuesTrust, scope)}`.as('counted_plan'),
      tenureDays: tenureBand(countedValue(responses.tenureDays, responses.valuesTrust, scope)).as('tenure_floor'),
      score: responses.score,
      answers: count(),
    })
    .from(responses)
    .where(
      and(
        eq(responses.workspaceId, scope.workspaceId),
        gte(responses.createdAt, since),
        lte(responses.createdAt, scope.now),
        surveyId ? eq(responses.surveyId, surveyId) : undefined,
        inArray(responses.surveyId, surveysOfKind(handle, scope.workspaceId, 'nps')),
        snapshotIn(filter, responses, handle, scope),
      ),
    )
    .groupBy(sql`1`, sql`2`, sql`3`, responses.score)
  return rows.flatMap(({ score, ...row }) => (score === null ? [] : [{ ...row, score }]))
}

/** Exposures of NPS surveys since a moment, counted by plan. */
export const countNpsExposures = async (
  handle: Handle,
  scope: Scope,
  filter: Filter,
  { surveyId, since }: { surveyId: string | undefined; since: Date },
) => {
  const { exposures } = handle.tables
  const rows = await handle.db
    .select({
      plan: sql<string | null>`${countedValue(exposures.plan, exposures.valuesTrust, scope)}`.as('counted_plan'),
      count: count(),
    })
    .from(exposures)
    .where(
      and(
        eq(exposures.workspaceId, scope.workspaceId),
        gte(exposures.createdAt, since),
        lte(exposures.createdAt, scope.now),
        surveyId ? eq(exposures.surveyId, surveyId) : undefined,
        inArray(exposures.surveyId, surveysOfKind(handle, scope.workspaceId, 'nps')),
        snapshotIn(filter, exposures, handle, scope),
      ),
    )
    .groupBy(sql`1`)
  return rows.map((row) => ({ ...row, tenureDays: null }))
}
