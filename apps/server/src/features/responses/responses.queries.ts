import type { NpsGroup, ResponseItem, ResponseQuery, Segment } from '@heed/contracts'
import type { Handle } from '@heed/db'
import {
  and,
  between,
  count,
  desc,
  eq,
  getTableColumns,
  gte,
  isNotNull,
  isNull,
  lt,
  lte,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
import { parseCursor } from '../../http/cursor.ts'
import type { AccountRow, PersonRow } from '../people/people.queries.ts'
import { toAccountSummary, toPersonSummary, toSnapshot } from '../people/summaries.ts'
import { snapshotIn } from '../segments/segment-sql.ts'
import type { Scope } from '../segments/segments.queries.ts'

export type ResponseRow = Handle['tables']['responses']['$inferSelect']

export const findResponse = async ({ db, tables: { responses } }: Handle, workspaceId: string, responseId: string) =>
  (
    await db
      .select()
      .from(responses)
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
  changes: Pick<ResponseRow, 'score' | 'comment' | 'updatedAt'>,
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

const matching = (handle: Handle, scope: Scope, segment: Segment, query: ResponseQuery): SQL | undefined => {
  const { responses } = handle.tables
  const month = query.month ? monthBounds(query.month) : undefined
  return and(
    eq(responses.workspaceId, scope.workspaceId),
    query.surveyId ? eq(responses.surveyId, query.surveyId) : undefined,
    query.group ? between(responses.score, ...groupScores[query.group]) : undefined,
    query.score === undefined ? undefined : eq(responses.score, query.score),
    query.commented === undefined
      ? undefined
      : query.commented
        ? isNotNull(responses.comment)
        : isNull(responses.comment),
    query.days ? gte(responses.createdAt, daysBefore(scope.now, query.days)) : undefined,
    month ? and(gte(responses.createdAt, month.from), lt(responses.createdAt, month.until)) : undefined,
    snapshotIn(segment, responses, { handle, currency: scope.currency }),
  )
}

const joined = ({ db, tables: { responses, people, accounts, surveys } }: Handle) =>
  db
    .select({
      response: getTableColumns(responses),
      person: getTableColumns(people),
      account: getTableColumns(accounts),
      surveyName: surveys.name,
    })
    .from(responses)
    .innerJoin(people, and(eq(people.workspaceId, responses.workspaceId), eq(people.id, responses.personId)))
    .innerJoin(surveys, and(eq(surveys.workspaceId, responses.workspaceId), eq(surveys.id, responses.surveyId)))
    .leftJoin(accounts, and(eq(accounts.workspaceId, responses.workspaceId), eq(accounts.id, responses.accountId)))

/** Answers of a segment, newest first; one more than the page holds when there is a next one. */
export const listResponses = async (handle: Handle, scope: Scope, segment: Segment, query: ResponseQuery) => {
  const { responses } = handle.tables
  const after = query.cursor ? parseCursor(query.cursor) : undefined
  const rows = await joined(handle)
    .where(
      and(
        matching(handle, scope, segment, query),
        after &&
          or(lt(responses.createdAt, after.at), and(eq(responses.createdAt, after.at), lt(responses.id, after.id))),
      ),
    )
    .orderBy(desc(responses.createdAt), desc(responses.id))
    .limit(query.limit + 1)
  return rows.map(toResponseItem)
}

export const countResponses = async (handle: Handle, scope: Scope, segment: Segment, query: ResponseQuery) => {
  const [row] = await handle.db
    .select({ total: count() })
    .from(handle.tables.responses)
    .where(matching(handle, scope, segment, query))
  return row?.total ?? 0
}

export const findResponseItem = async (handle: Handle, workspaceId: string, responseId: string) => {
  const { responses } = handle.tables
  const [row] = await joined(handle).where(and(eq(responses.workspaceId, workspaceId), eq(responses.id, responseId)))
  return row && toResponseItem(row)
}

/** What a person answered, newest first. */
export const listResponsesOfPerson = async (
  { db, tables: { responses } }: Handle,
  workspaceId: string,
  personId: string,
) =>
  (
    await db
      .select({ id: responses.id, score: responses.score, comment: responses.comment, createdAt: responses.createdAt })
      .from(responses)
      .where(and(eq(responses.workspaceId, workspaceId), eq(responses.personId, personId)))
      .orderBy(desc(responses.createdAt), desc(responses.id))
      .limit(20)
  ).map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }))

/** Answers since a moment, counted by month (UTC), plan, tenure band and score: all that NPS figures need. */
export const countAnswers = async (
  handle: Handle,
  scope: Scope,
  segment: Segment,
  { surveyId, since }: { surveyId: string | undefined; since: Date },
) => {
  const { responses } = handle.tables
  const month = handle.dialect.month(responses.createdAt)
  return handle.db
    .select({
      month: sql<string>`${month}`.as('month'),
      plan: responses.plan,
      tenureDays: tenureFloor(responses.tenureDays).as('tenure_floor'),
      score: responses.score,
      answers: count(),
    })
    .from(responses)
    .where(
      and(
        eq(responses.workspaceId, scope.workspaceId),
        gte(responses.createdAt, since),
        lte(responses.createdAt, scope.now),
        surveyId ? eq(responses.surveyId, surveyId) : undefined,
        snapshotIn(segment, responses, { handle, currency: scope.currency }),
      ),
    )
    .groupBy(sql`1`, responses.plan, sql`3`, responses.score)
}

/** Lowest tenure of the band that a tenure falls in (the bands of @heed/segments), so that SQL can count by band. */
const tenureFloor = (tenureDays: Handle['tables']['responses']['tenureDays']) =>
  sql<
    number | null
  >`case when ${tenureDays} is null then null when ${tenureDays} >= 365 then 365 when ${tenureDays} >= 180 then 180 when ${tenureDays} >= 90 then 90 else 0 end`

type JoinedRow = { response: ResponseRow; person: PersonRow; account: AccountRow | null; surveyName: string }

const toResponseItem = ({ response, person, account, surveyName }: JoinedRow): ResponseItem => ({
  id: response.id,
  surveyId: response.surveyId,
  surveyName,
  score: response.score,
  comment: response.comment,
  createdAt: response.createdAt.toISOString(),
  page: response.page,
  locale: response.locale,
  person: toPersonSummary(person),
  account: toAccountSummary(account),
  snapshot: toSnapshot(response),
})
