import type { Handle } from '@heed/db'
import { and, eq, gt, lte } from 'drizzle-orm'

export type TestLinkRow = Handle['tables']['testLinks']['$inferSelect']

export const insertTestLink = async ({ db, tables: { testLinks } }: Handle, row: TestLinkRow) => {
  await db.insert(testLinks).values(row)
}

/** The survey of a link that has not ended. */
export const findTestedSurvey = async (
  { db, tables: { testLinks, surveys } }: Handle,
  workspaceId: string,
  hash: string,
  now: Date,
) =>
  (
    await db
      .select({ survey: surveys })
      .from(testLinks)
      .innerJoin(surveys, and(eq(surveys.workspaceId, testLinks.workspaceId), eq(surveys.id, testLinks.surveyId)))
      .where(and(eq(testLinks.workspaceId, workspaceId), eq(testLinks.hash, hash), gt(testLinks.expiresAt, now)))
  )[0]?.survey

export const deleteTestLinks = async ({ db, tables: { testLinks } }: Handle, workspaceId: string, surveyId: string) => {
  await db.delete(testLinks).where(and(eq(testLinks.workspaceId, workspaceId), eq(testLinks.surveyId, surveyId)))
}

export const deleteEndedTestLinks = async ({ db, tables: { testLinks } }: Handle, workspaceId: string, now: Date) => {
  await db.delete(testLinks).where(and(eq(testLinks.workspaceId, workspaceId), lte(testLinks.expiresAt, now)))
}
