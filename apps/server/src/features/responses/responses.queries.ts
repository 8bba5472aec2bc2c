import type { Handle } from '@heed/db'
import { and, eq, getTableColumns } from 'drizzle-orm'

export type ResponseRow = Handle['tables']['responses']['$inferSelect']

/** An answer with its survey. */
export const findResponse = async (
  { db, tables: { responses, surveys } }: Handle,
  workspaceId: string,
  responseId: string,
) =>
  (
    await db
      .select({ response: getTableColumns(responses), survey: getTableColumns(surveys) })
      .from(responses)
      .innerJoin(surveys, and(eq(surveys.workspaceId, responses.workspaceId), eq(surveys.id, responses.surveyId)))
      .where(and(eq(responses.workspaceId, workspaceId), eq(responses.id, responseId)))
  )[0]

/** The answer that one showing of a prompt got. */
export const findResponseTo = async ({ db, tables: { responses } }: Handle, workspaceId: string, exposureId: string) =>
  (
    await db
      .select({ id: responses.id })
      .from(responses)
      .where(and(eq(responses.workspaceId, workspaceId), eq(responses.exposureId, exposureId)))
  )[0]

export const insertResponse = async ({ db, tables }: Handle, row: ResponseRow) => {
  await db.insert(tables.responses).values(row)
}

export const changeResponse = async (
  { db, tables: { responses } }: Handle,
  workspaceId: string,
  responseId: string,
  changes: Pick<ResponseRow, 'score' | 'choices' | 'comment' | 'updatedAt'>,
) => {
  await db
    .update(responses)
    .set(changes)
    .where(and(eq(responses.workspaceId, workspaceId), eq(responses.id, responseId)))
}

/** Stars an answer, or takes its star away with null. @returns whether it is there */
export const markStarred = async (
  { db, tables: { responses } }: Handle,
  workspaceId: string,
  responseId: string,
  starredAt: Date | null,
) =>
  (
    await db
      .update(responses)
      .set({ starredAt })
      .where(and(eq(responses.workspaceId, workspaceId), eq(responses.id, responseId)))
      .returning({ id: responses.id })
  ).length > 0

/** Puts an answer to these areas, and to no others. */
export const replaceAreas = async (
  { db, tables: { responseAreas } }: Handle,
  workspaceId: string,
  responseId: string,
  areaIds: string[],
) => {
  await db
    .delete(responseAreas)
    .where(and(eq(responseAreas.workspaceId, workspaceId), eq(responseAreas.responseId, responseId)))
  if (areaIds.length === 0) return
  await db.insert(responseAreas).values(areaIds.map((areaId) => ({ workspaceId, responseId, areaId })))
}

/** The moment `days` days before another. */
export const daysBefore = (at: Date, days: number) => new Date(at.getTime() - days * 86_400_000)
