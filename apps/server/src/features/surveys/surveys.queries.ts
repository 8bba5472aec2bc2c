import type { Survey, SurveyKind } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { and, desc, eq, max } from 'drizzle-orm'

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
  db
    .select()
    .from(surveys)
    .where(eq(surveys.workspaceId, workspaceId))
    .orderBy(desc(surveys.createdAt), desc(surveys.id))

/** Ids of the surveys of one kind, to be a part of other statements. */
export const surveysOfKind = ({ db, tables: { surveys } }: Handle, workspaceId: string, kind: SurveyKind) =>
  db
    .select({ id: surveys.id })
    .from(surveys)
    .where(and(eq(surveys.workspaceId, workspaceId), eq(surveys.kind, kind)))

export const toSurvey = ({ workspaceId, ...row }: SurveyRow): Survey => ({
  ...row,
  form: row.form ?? {},
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

/** When each survey was last shown to a user, whether the host's server or a browser said who they are. */
export const listLastShown = async (
  { db, tables: { exposures, people } }: Handle,
  workspaceId: string,
  userId: string,
) =>
  db
    .select({ surveyId: exposures.surveyId, at: max(exposures.createdAt) })
    .from(people)
    .innerJoin(exposures, and(eq(exposures.workspaceId, people.workspaceId), eq(exposures.personId, people.id)))
    .where(and(eq(people.workspaceId, workspaceId), eq(people.userId, userId)))
    .groupBy(exposures.surveyId)
