import type { SurveyKind } from '@heed/contracts'
import { type Handle, prepared } from '@heed/db'
import { and, count, desc, eq } from 'drizzle-orm'
import { problem } from '../../http/problem.ts'

export type SurveyRow = Handle['tables']['surveys']['$inferSelect']
export type ExposureRow = Handle['tables']['exposures']['$inferSelect']

export const insertSurvey = async ({ db, tables }: Handle, row: SurveyRow) => {
  await db.insert(tables.surveys).values(row)
}

type Key = { workspaceId: string; id: string }

const listById = prepared(({ db, tables: { surveys } }, { workspaceId, id }: Key) =>
  db
    .select()
    .from(surveys)
    .where(and(eq(surveys.workspaceId, workspaceId), eq(surveys.id, id))),
)

export const findSurvey = async (handle: Handle, workspaceId: string, surveyId: string) =>
  (await listById(handle, { workspaceId, id: surveyId }))[0]

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

/** Surveys that were launched and neither paused nor ended, newest first; those with a schedule need a look at the clock. */
export const listRunningSurveys = async ({ db, tables: { surveys } }: Handle, workspaceId: string) =>
  db
    .select()
    .from(surveys)
    .where(and(eq(surveys.workspaceId, workspaceId), eq(surveys.state, 'running')))
    .orderBy(desc(surveys.createdAt), desc(surveys.id))

/** Ids of the surveys of one kind, to be a part of other statements. */
export const surveysOfKind = ({ db, tables: { surveys } }: Handle, workspaceId: string, kind: SurveyKind) =>
  db
    .select({ id: surveys.id })
    .from(surveys)
    .where(and(eq(surveys.workspaceId, workspaceId), eq(surveys.kind, kind)))

/** Inserts the exposure; the same id again is the same exposure. */
export const insertExposure = prepared(({ db, tables: { exposures } }, row: ExposureRow) =>
  db.insert(exposures).values(row).onConflictDoNothing(),
)

const listExposures = prepared(({ db, tables: { exposures } }, { workspaceId, id }: Key) =>
  db
    .select()
    .from(exposures)
    .where(and(eq(exposures.workspaceId, workspaceId), eq(exposures.id, id))),
)

export const findExposure = async (handle: Handle, workspaceId: string, exposureId: string) =>
  (await listExposures(handle, { workspaceId, id: exposureId }))[0]

/** Says when a prompt was closed without an answer. */
export const markDismissed = prepared(
  (
    { db, tables: { exposures } },
    { workspaceId, id, ...dismissal }: Pick<ExposureRow, keyof Key | 'dismissedAt' | 'later'>,
  ) =>
    db
      .update(exposures)
      .set(dismissal)
      .where(and(eq(exposures.workspaceId, workspaceId), eq(exposures.id, id))),
)
