import type { Handle } from '@heed/db'
import { and, type Column, countDistinct, eq, gte, isNull, lt, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Scope } from '../segments/scope.ts'
import { countedValue } from '../segments/segment-sql.ts'
import { type Audience, audienceIn } from './audience.ts'
import type { CellValues } from './sampling-cells.ts'

const dayMs = 86_400_000

export type CountedCell = CellValues & { people: number }

/** People of an audience now, by plan, tenure band and spend: in bands between cuts, or by each amount without any. */
export const countCells = async (
  handle: Handle,
  scope: Scope,
  audience: Audience,
  cuts: readonly number[] | null,
): Promise<CountedCell[]> => {
  const { people, accounts } = handle.tables
  const rows = await handle.db
    .select({ ...cellColumns(handle, scope, cuts), people: sql<number>`count(*)`.mapWith(Number) })
    .from(people)
    .leftJoin(accounts, theirAccount(handle))
    .where(
      and(eq(people.workspaceId, scope.workspaceId), isNull(people.verifiedId), audienceIn(audience, handle, scope)),
    )
    .groupBy(sql`1`, sql`2`, sql`3`)
  return rows.map(({ people: counted, ...row }) => ({ ...toValues(row), people: counted }))
}

/**
 * Whether a person belongs to an audience now, and the cell they are in: the same columns as those of the base.
 * @param ids all rows of the person, so that what others did need not be read
 */
export const findStanding = async (
  handle: Handle,
  scope: Scope,
  audience: Audience,
  { id, ids }: { id: string; ids: readonly string[] },
): Promise<{ targeted: boolean; values: CellValues } | undefined> => {
  const { people, accounts } = handle.tables
  const holds = audienceIn(audience, handle, { ...scope, only: ids }) ?? sql`1 = 1`
  const [row] = await handle.db
    .select({
      ...cellColumns(handle, scope, null),
      targeted: sql<number>`case when ${holds} then 1 else 0 end`.mapWith(Number),
    })
    .from(people)
    .leftJoin(accounts, theirAccount(handle))
    .where(and(eq(people.workspaceId, scope.workspaceId), eq(people.id, id)))
  return row && { targeted: row.targeted === 1, values: toValues(row) }
}

/** `newSince`: of a span only people who had not spoken in it before that moment. */
type Span = { from: Date; before: Date | null; newSince?: Date }

/** People who saw a survey within a span, by the cell that they were in then. */
export const countShown = (handle: Handle, scope: Scope, surveyId: string, span: Span, cuts: readonly number[]) =>
  countSpoken(handle, handle.tables.exposures, scope, surveyId, span, cuts)

/** People who answered a survey within a span, by the cell that they were in then. */
export const countAnswered = (handle: Handle, scope: Scope, surveyId: string, span: Span, cuts: readonly number[]) =>
  countSpoken(handle, handle.tables.responses, scope, surveyId, span, cuts)

type Spoken = Handle['tables']['exposures'] | Handle['tables']['responses']

const countSpoken = async (
  handle: Handle,
  table: Spoken,
  scope: Scope,
  surveyId: string,
  { from, before, newSince }: Span,
  cuts: readonly number[],
): Promise<CountedCell[]> => {
  const value = (column: Column | SQL) => countedValue(column, table.valuesTrust, scope)
  const rows = await handle.db
    .select({
      plan: sql<string | null>`${value(table.plan)}`.as('cell_plan'),
      tenureDays: sql<number | null>`${value(tenureFloorOf(table.tenureDays))}`.as('cell_tenure'),
      spendMinor: sql<number | null>`${value(spendFloorOf(table.reportingSpendMinor, cuts))}`.as('cell_spend'),
      people: countDistinct(table.personId),
    })
    .from(table as Handle['tables']['exposures'])
    .where(
      and(
        eq(table.workspaceId, scope.workspaceId),
        eq(table.surveyId, surveyId),
        gte(table.createdAt, newSince && newSince > from ? newSince : from),
        before ? lt(table.createdAt, before) : undefined,
        newSince && newSince > from ? isNull(spokenEarlier(handle, table, from, newSince)) : undefined,
      ),
    )
    .groupBy(sql`1`, sql`2`, sql`3`)
  return rows.map(({ people, ...row }) => ({ ...toValues(row), people }))
}

/**
 * By the person's index, whichever store plans: SQLite would else look through all that was said in the time, and
 * PostgreSQL might read the whole wave for a `not exists`.
 */
const spokenEarlier = ({ db, dialect }: Handle, table: Spoken, from: Date, before: Date): SQL => {
  const earlier = alias(table as Handle['tables']['exposures'], 'earlier')
  const createdAt = dialect.unindexed(earlier.createdAt)
  const found = db
    .select({ one: sql`1` })
    .from(earlier)
    .where(
      and(
        eq(earlier.workspaceId, table.workspaceId),
        eq(earlier.personId, table.personId),
        sql`${dialect.unindexed(earlier.surveyId)} = ${table.surveyId}`,
        sql`${createdAt} >= ${sql.param(from, earlier.createdAt)}`,
        sql`${createdAt} < ${sql.param(before, earlier.createdAt)}`,
      ),
    )
    .limit(1)
  return sql`(${found})`
}

const cellColumns = (handle: Handle, scope: Scope, cuts: readonly number[] | null) => {
  const { people, accounts } = handle.tables
  const value = (column: Column | SQL) => countedValue(column, people.trust, scope)
  const spend = accounts.reportingSpendMinor
  return {
    plan: sql<string | null>`${value(accounts.plan)}`.as('cell_plan'),
    tenureDays: sql<number | null>`${value(tenureFloorSince(handle, scope.now))}`.as('cell_tenure'),
    spendMinor: sql<number | null>`${value(cuts ? spendFloorOf(spend, cuts) : sql`${spend}`)}`.as('cell_spend'),
  }
}

/** Lowest tenure of the band (those of @heed/segments), so that SQL can count by band. */
const tenureFloorSince = ({ tables: { people, accounts } }: Handle, now: Date): SQL => {
  const since = sql`coalesce(${accounts.customerSince}, ${people.customerSince})`
  const isFor = (days: number) =>
    sql`${since} <= ${sql.param(new Date(now.getTime() - days * dayMs), accounts.customerSince)}`
  return sql`case when ${isFor(365)} then 365 when ${isFor(180)} then 180 when ${isFor(90)} then 90 when ${isFor(0)} then 0 end`
}

const tenureFloorOf = (days: Column): SQL =>
  sql`case when ${days} >= 365 then 365 when ${days} >= 180 then 180 when ${days} >= 90 then 90 when ${days} >= 0 then 0 end`

/** Where the band of an amount begins: 0 for nothing, 1 below the first cut. Cuts are whole numbers of ours. */
const spendFloorOf = (spend: Column, cuts: readonly number[]): SQL => {
  const bands = cuts
    .toReversed()
    .map((cut) => sql` when ${spend} >= ${sql.raw(String(cut))} then ${sql.raw(String(cut))}`)
  return sql`case${sql.join(bands)} when ${spend} > 0 then 1 when ${spend} <= 0 then 0 end`
}

const theirAccount = ({ tables: { people, accounts } }: Handle) =>
  and(eq(accounts.workspaceId, people.workspaceId), eq(accounts.id, people.accountId))

// PostgreSQL's driver gives whole numbers of eight bytes as texts.
const toValues = ({ plan, tenureDays, spendMinor }: CellValues): CellValues => ({
  plan,
  tenureDays: tenureDays === null ? null : Number(tenureDays),
  spendMinor: spendMinor === null ? null : Number(spendMinor),
})
