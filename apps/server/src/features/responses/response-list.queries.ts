import type { EarlierResponse, ResponseItem } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { and, asc, count, desc, eq, getTableColumns, inArray, lt, or, sql } from 'drizzle-orm'
import type { Filter, Scope } from '../segments/scope.ts'
import { matching, type ResponseFilter } from './response-filter.ts'
import { type JoinedRow, toEarlierResponse, toResponseItem } from './to-response-item.ts'

/** What an answer is read with: its survey, and the language in which members read the survey's words. */
const askedColumns = ({ surveys, workspaces }: Handle['tables']) => ({
  surveyName: surveys.name,
  kind: surveys.kind,
  texts: surveys.texts,
  defaultLocale: workspaces.defaultLocale,
})

const joined = ({ db, tables }: Handle) => {
  const { responses, people, accounts, surveys, workspaces } = tables
  return db
    .select({
      response: getTableColumns(responses),
      person: getTableColumns(people),
      account: getTableColumns(accounts),
      ...askedColumns(tables),
    })
    .from(responses)
    .innerJoin(people, and(eq(people.workspaceId, responses.workspaceId), eq(people.id, responses.personId)))
    .innerJoin(surveys, and(eq(surveys.workspaceId, responses.workspaceId), eq(surveys.id, responses.surveyId)))
    .innerJoin(workspaces, eq(workspaces.id, responses.workspaceId))
    .leftJoin(accounts, and(eq(accounts.workspaceId, responses.workspaceId), eq(accounts.id, responses.accountId)))
}

/** A place in a list that goes from the newest answer to the oldest. */
export type ListPlace = { at: Date; id: string }

/** Answers of a segment, newest first, from behind a place on. */
export const listResponses = async (
  handle: Handle,
  scope: Scope,
  filter: Filter,
  query: ResponseFilter,
  { after, limit }: { after: ListPlace | undefined; limit: number },
): Promise<ResponseItem[]> => {
  const { responses } = handle.tables
  const rows = await joined(handle)
    .where(
      and(
        matching(handle, scope, filter, query),
        after &&
          or(lt(responses.createdAt, after.at), and(eq(responses.createdAt, after.at), lt(responses.id, after.id))),
      ),
    )
    .orderBy(desc(responses.createdAt), desc(responses.id))
    .limit(limit)
  return toItems(handle, scope.workspaceId, rows)
}

export const countResponses = async (handle: Handle, scope: Scope, filter: Filter, query: ResponseFilter) => {
  const [row] = await handle.db
    .select({ total: count() })
    .from(handle.tables.responses)
    .where(matching(handle, scope, filter, query))
  return row?.total ?? 0
}

export const findResponseItem = async (handle: Handle, workspaceId: string, responseId: string) => {
  const { responses } = handle.tables
  const rows = await joined(handle).where(and(eq(responses.workspaceId, workspaceId), eq(responses.id, responseId)))
  return (await toItems(handle, workspaceId, rows))[0]
}

/** What a person answered, newest first. */
export const listResponsesOfPerson = async (
  { db, tables }: Handle,
  workspaceId: string,
  personId: string,
): Promise<EarlierResponse[]> => {
  const { responses, surveys, workspaces } = tables
  const { id, score, choices, comment, createdAt } = responses
  const rows = await db
    .select({ response: { id, score, choices, comment, createdAt }, ...askedColumns(tables) })
    .from(responses)
    .innerJoin(surveys, and(eq(surveys.workspaceId, responses.workspaceId), eq(surveys.id, responses.surveyId)))
    .innerJoin(workspaces, eq(workspaces.id, responses.workspaceId))
    .where(and(eq(responses.workspaceId, workspaceId), eq(responses.personId, personId)))
    .orderBy(desc(responses.createdAt), desc(responses.id))
    .limit(20)
  return rows.map(toEarlierResponse)
}

const toItems = async (handle: Handle, workspaceId: string, rows: JoinedRow[]) => {
  const [areas, older] = await Promise.all([
    listAreasOf(handle, workspaceId, rows),
    listOlderTexts(handle, workspaceId, rows),
  ])
  return rows.map((row) => {
    const texts = older.get(`${row.response.surveyId} ${row.response.surveyVersion}`)
    return toResponseItem(row, texts, areas.get(row.response.id) ?? [])
  })
}

/** The areas of each answer, by name. */
const listAreasOf = async ({ db, dialect, tables }: Handle, workspaceId: string, rows: JoinedRow[]) => {
  const { responseAreas, areas } = tables
  const found = new Map<string, ResponseItem['areas']>()
  if (rows.length === 0) return found
  const ids = rows.map(({ response }) => response.id)
  const tags = await db
    .select({ responseId: responseAreas.responseId, id: areas.id, name: areas.name })
    .from(responseAreas)
    .innerJoin(areas, and(eq(areas.workspaceId, responseAreas.workspaceId), eq(areas.id, responseAreas.areaId)))
    .where(and(eq(responseAreas.workspaceId, workspaceId), inArray(responseAreas.responseId, ids)))
    .orderBy(asc(dialect.sortKey(sql`${areas.name}`)), asc(areas.id))
  for (const { responseId, ...area } of tags) found.set(responseId, [...(found.get(responseId) ?? []), area])
  return found
}

/** The words of earlier versions, for options that the survey no longer has. */
const listOlderTexts = async ({ db, tables: { surveyVersions } }: Handle, workspaceId: string, rows: JoinedRow[]) => {
  const isUnknown = ({ response, texts }: JoinedRow) =>
    response.choices?.some((id) => !Object.values(texts).some((words) => words.options?.[id])) ?? false
  const surveyIds = [...new Set(rows.filter(isUnknown).map(({ response }) => response.surveyId))]
  if (surveyIds.length === 0) return new Map<string, JoinedRow['texts']>()
  const versions = await db
    .select()
    .from(surveyVersions)
    .where(and(eq(surveyVersions.workspaceId, workspaceId), inArray(surveyVersions.surveyId, surveyIds)))
  return new Map(versions.map(({ surveyId, version, definition }) => [`${surveyId} ${version}`, definition.texts]))
}
