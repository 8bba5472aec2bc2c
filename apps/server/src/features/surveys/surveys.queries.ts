import type { Segment, Survey } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { and, count, desc, eq, gte, lte } from 'drizzle-orm'
import { snapshotIn } from '../segments/segment-sql.ts'
import type { Scope } from '../segments/segments.queries.ts'

export type SurveyRow = Handle['tables']['surveys']['$inferSelect']
export type ExposureRow = Handle['tables']['exposures']['$inferSelect']

export const insertSurvey = async ({ db, tables }: Handle, row: SurveyRow) => {
  await db.insert(tables.surveys).values(row)
}

export const findSurvey = async ({ db, tables: { surveys } }: Handle, workspaceId: string, surveyId: string) =>
  (
    await db
      .select()
      .from(surveys)
      .where(and(eq(surveys.workspaceId, workspaceId), eq(surveys.id, surveyId)))
  )[0]

export const listSurveys = async ({ db, tables: { surveys } }: Handle, workspaceId: string) =>
  db.select().from(surveys).where(eq(surveys.workspaceId, workspaceId)).orderBy(desc(surveys.createdAt))

export const toSurvey = ({ workspaceId, ...row }: SurveyRow): Survey => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
})

/** Inserts the exposure; the same id again is the same exposure. */
export const insertExposure = async ({ db, tables: { exposures } }: Handle, row: ExposureRow) => {
  await db.insert(exposures).values(row).onConflictDoNothing()
}

export const findExposure = async ({ db, tables: { exposures } }: Handle, workspaceId: string, exposureId: string) =>
  (
    await db
      .select()
      .from(exposures)
      .where(and(eq(exposures.workspaceId, workspaceId), eq(exposures.id, exposureId)))
  )[0]

export const markDismissed = async (
  { db, tables: { exposures } }: Handle,
  workspaceId: string,
  exposureId: string,
  at: Date,
) => {
  await db
    .update(exposures)
    .set({ dismissedAt: at })
    .where(and(eq(exposures.workspaceId, workspaceId), eq(exposures.id, exposureId)))
}

/** Exposures since a moment, counted by plan. */
export const countExposures = async (
  handle: Handle,
  scope: Scope,
  segment: Segment,
  { surveyId, since }: { surveyId: string | undefined; since: Date },
) => {
  const { exposures } = handle.tables
  const rows = await handle.db
    .select({ plan: exposures.plan, count: count() })
    .from(exposures)
    .where(
      and(
        eq(exposures.workspaceId, scope.workspaceId),
        gte(exposures.createdAt, since),
        lte(exposures.createdAt, scope.now),
        surveyId ? eq(exposures.surveyId, surveyId) : undefined,
        snapshotIn(segment, exposures, { handle, currency: scope.currency }),
      ),
    )
    .groupBy(exposures.plan)
  return rows.map((row) => ({ ...row, tenureDays: null }))
}
