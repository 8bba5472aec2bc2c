import type { SurveyKind } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { and, count, desc, eq } from 'drizzle-orm'
import { problem } from '../../http/problem.ts'

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

/** @throws Problem survey_not_found */
export const getSurvey = async (handle: Handle, workspaceId: string, surveyId: string): Promise<SurveyRow> => {
  const survey = await findSurvey(handle, workspaceId, surveyId)
  if (!survey) throw problem('survey_not_found')
  return survey
}

export const updateSurvey = async (
  { db, tables: { surveys } }: Handle,
  { workspaceId, id, createdAt, ...changes }: SurveyRow,
) => {
  await db
    .update(surveys)
    .set(changes)
    .where(and(eq(surveys.workspaceId, workspaceId), eq(surveys.id, id)))
}

export const deleteSurvey = async ({ db, tables: { surveys } }: Handle, workspaceId: string, surveyId: string) => {
  await db.delete(surveys).where(and(eq(surveys.workspaceId, workspaceId), eq(surveys.id, surveyId)))
}

/** How many answers a survey has, counting no further than `most`. */
export const countAnswersUpTo = async (
  { db, tables: { responses } }: Handle,
  workspaceId: string,
  surveyId: string,
  most: number,
) => {
  const found = db
    .select({ id: responses.id })
    .from(responses)
    .where(and(eq(responses.workspaceId, workspaceId), eq(responses.surveyId, surveyId)))
    .limit(most)
    .as('found')
  const [row] = await db.select({ answers: count() }).from(found)
  return row?.answers ?? 0
}

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
  dismissal: Pick<ExposureRow, 'dismissedAt' | 'later'>,
) => {
  await db
    .update(exposures)
    .set(dismissal)
    .where(and(eq(exposures.workspaceId, workspaceId), eq(exposures.id, exposureId)))
}
