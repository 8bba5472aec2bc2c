import type { Handle } from '@heed/db'
import { and, count, desc, eq, getTableColumns, gte, lt, max, sql } from 'drizzle-orm'

type Period = { since: Date; until: Date }

/** Surveys newest first, each with when it was last answered, and how often it was shown from a moment on until another. */
export const listSurveysInUse = async ({ db, tables }: Handle, workspaceId: string, { since, until }: Period) => {
  const { surveys, responses, exposures } = tables
  const lastAnswer = db
    .select({ at: max(responses.createdAt) })
    .from(responses)
    .where(and(eq(responses.workspaceId, workspaceId), eq(responses.surveyId, surveys.id)))
  const shown = db
    .select({ times: count() })
    .from(exposures)
    .where(
      and(
        eq(exposures.workspaceId, workspaceId),
        eq(exposures.surveyId, surveys.id),
        gte(exposures.createdAt, since),
        lt(exposures.createdAt, until),
      ),
    )
  return db
    .select({
      survey: getTableColumns(surveys),
      lastAnswerAt: sql<Date | null>`(${lastAnswer})`.mapWith(responses.createdAt).as('last_answer_at'),
      seen: sql<number>`(${shown})`.mapWith(Number).as('seen'),
    })
    .from(surveys)
    .where(eq(surveys.workspaceId, workspaceId))
    .orderBy(desc(surveys.createdAt), desc(surveys.id))
}

/** The answers of all surveys from a moment on until another, those of one survey that say the same in one row. */
export const countAnswersOfAll = async (
  { db, tables: { responses } }: Handle,
  workspaceId: string,
  { since, until }: Period,
) =>
  db
    .select({ surveyId: responses.surveyId, score: responses.score, choices: responses.choices, answers: count() })
    .from(responses)
    .where(and(eq(responses.workspaceId, workspaceId), gte(responses.createdAt, since), lt(responses.createdAt, until)))
    .groupBy(responses.surveyId, responses.score, responses.choices)
