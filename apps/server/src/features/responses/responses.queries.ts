import { type Handle, prepared } from '@heed/db'
import { and, eq, getTableColumns } from 'drizzle-orm'

export type ResponseRow = Omit<Handle['tables']['responses']['$inferSelect'], 'changeMark'>

type Key = Pick<ResponseRow, 'workspaceId' | 'id'>

const listWithSurvey = prepared(({ db, tables: { responses, surveys } }, { workspaceId, id }: Key) =>
  db
    .select({ response: getTableColumns(responses), survey: getTableColumns(surveys) })
    .from(responses)
    .innerJoin(surveys, and(eq(surveys.workspaceId, responses.workspaceId), eq(surveys.id, responses.surveyId)))
    .where(and(eq(responses.workspaceId, workspaceId), eq(responses.id, id))),
)

/** An answer with its survey. */
export const findResponse = async (handle: Handle, workspaceId: string, responseId: string) =>
  (await listWithSurvey(handle, { workspaceId, id: responseId }))[0]

const listOfExposure = prepared(
  ({ db, tables: { responses } }, { workspaceId, exposureId }: { workspaceId: string; exposureId: string }) =>
    db
      .select({ id: responses.id })
      .from(responses)
      .where(and(eq(responses.workspaceId, workspaceId), eq(responses.exposureId, exposureId))),
)

/** The answer that one showing of a prompt got. */
export const findResponseTo = async (handle: Handle, workspaceId: string, exposureId: string) =>
  (await listOfExposure(handle, { workspaceId, exposureId }))[0]

export const insertResponse = prepared(({ db, tables }, row: ResponseRow) => db.insert(tables.responses).values(row))

export const changeResponse = prepared(
  (
    { db, tables: { responses } },
    {
      workspaceId,
      id,
      ...changes
    }: Pick<ResponseRow, keyof Key | 'personId' | 'score' | 'choices' | 'comment' | 'updatedAt'>,
  ) =>
    db
      .update(responses)
      .set(changes)
      .where(and(eq(responses.workspaceId, workspaceId), eq(responses.id, id))),
)

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
