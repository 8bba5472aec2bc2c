import type { EarlierResponse, NpsGroup, ResponseItem, ResponseQuery, SurveyKind, SurveyTexts } from '@heed/contracts'
import type { Handle } from '@heed/db'
import {
  and,
  between,
  count,
  desc,
  eq,
  getTableColumns,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  max,
  or,
  type SQL,
} from 'drizzle-orm'
import { parseCursor } from '../../http/cursor.ts'
import type { AccountRow, PersonRow } from '../people/people.queries.ts'
import { toAccountSummary, toPersonSummary, toSnapshot } from '../people/summaries.ts'
import type { Filter, Scope } from '../segments/scope.ts'
import { snapshotIn } from '../segments/segment-sql.ts'
import { surveysOfKind } from '../surveys/surveys.queries.ts'
import { choiceLabels } from './choice-labels.ts'

export type ResponseRow = Handle['tables']['responses']['$inferSelect']

/** An answer's author and words, with what its survey asks. */
export const findResponse = async (
  { db, tables: { responses, surveys } }: Handle,
  workspaceId: string,
  responseId: string,
) =>
  (
    await db
      .select({
        personId: responses.personId,
        comment: responses.comment,
        survey: { id: surveys.id, kind: surveys.kind, form: surveys.form },
      })
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

const groupScores: Record<NpsGroup, [from: number, to: number]> = {
  detractor: [0, 6],
  passive: [7, 8],
  promoter: [9, 10],
}

/** The moment `days` days before another. */
export const daysBefore = (at: Date, days: number) => new Date(at.getTime() - days * 86_400_000)

const monthBounds = (month: string) => {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return { from: new Date(Date.UTC(year, number - 1, 1)), until: new Date(Date.UTC(year, number, 1)) }
}

const matching = (handle: Handle, scope: Scope, filter: Filter, query: ResponseQuery): SQL | undefined => {
  const { responses } = handle.tables
  const month = query.month ? monthBounds(query.month) : undefined
  // A group is a group of NPS scores: a 5 of 5 is no detractor.
  const kinds = [query.kind, query.group && ('nps' as const)].filter((kind) => kind !== undefined)
  return and(
    eq(responses.workspaceId, scope.workspaceId),
    query.surveyId ? eq(responses.surveyId, query.surveyId) : undefined,
    ...kinds.map((kind) => inArray(responses.surveyId, surveysOfKind(handle, scope.workspaceId, kind))),
    query.group ? between(responses.score, ...groupScores[query.group]) : undefined,
    query.score === undefined ? undefined : eq(responses.score, query.score),
    query.commented === undefined
      ? undefined
      : query.commented
        ? isNotNull(responses.comment)
        : isNull(responses.comment),
    query.days ? gte(responses.createdAt, daysBefore(scope.now, query.days)) : undefined,
    month ? and(gte(responses.createdAt, month.from), lt(responses.createdAt, month.until)) : undefined,
    snapshotIn(filter, responses, handle, scope),
  )
}

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

/** Answers of a segment, newest first; one more than the page holds when there is a next one. */
export const listResponses = async (handle: Handle, scope: Scope, filter: Filter, query: ResponseQuery) => {
  const { responses } = handle.tables
  const after = query.cursor ? parseCursor(query.cursor) : undefined
  const rows = await joined(handle)
    .where(
      and(
        matching(handle, scope, filter, query),
        after &&
          or(lt(responses.createdAt, after.at), and(eq(responses.createdAt, after.at), lt(responses.id, after.id))),
      ),
    )
    .orderBy(desc(responses.createdAt), desc(responses.id))
    .limit(query.limit + 1)
  return rows.map(toResponseItem)
}

export const countResponses = async (handle: Handle, scope: Scope, filter: Filter, query: ResponseQuery) => {
  const [row] = await handle.db
    .select({ total: count() })
    .from(handle.tables.responses)
    .where(matching(handle, scope, filter, query))
  return row?.total ?? 0
}

export const findResponseItem = async (handle: Handle, workspaceId: string, responseId: string) => {
  const { responses } = handle.tables
  const [row] = await joined(handle).where(and(eq(responses.workspaceId, workspaceId), eq(responses.id, responseId)))
  return row && toResponseItem(row)
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

/** When a user last answered a survey, whether the host's server or a browser said who they are. */
export const findLastAnswered = async (
  { db, tables: { responses, people } }: Handle,
  workspaceId: string,
  surveyId: string,
  userId: string,
) => {
  const [row] = await db
    .select({ at: max(responses.createdAt) })
    .from(people)
    .innerJoin(responses, and(eq(responses.workspaceId, people.workspaceId), eq(responses.personId, people.id)))
    .where(and(eq(people.workspaceId, workspaceId), eq(people.userId, userId), eq(responses.surveyId, surveyId)))
  return row?.at ?? undefined
}

type Asked = { surveyName: string; kind: SurveyKind; texts: Record<string, SurveyTexts>; defaultLocale: string }
type Answered = Pick<ResponseRow, 'id' | 'score' | 'choices' | 'comment' | 'createdAt'>

const toEarlierResponse = ({ response, surveyName, kind, texts, defaultLocale }: Asked & { response: Answered }) => ({
  id: response.id,
  surveyName,
  kind,
  score: response.score,
  choices: choiceLabels(response.choices, texts, defaultLocale),
  comment: response.comment,
  createdAt: response.createdAt.toISOString(),
})

type JoinedRow = Asked & { response: ResponseRow; person: PersonRow; account: AccountRow | null }

const toResponseItem = ({ response, person, account, ...asked }: JoinedRow): ResponseItem => ({
  ...toEarlierResponse({ response, ...asked }),
  surveyId: response.surveyId,
  page: response.page,
  locale: response.locale,
  person: toPersonSummary(person),
  account: toAccountSummary(account),
  snapshot: toSnapshot(response),
})
