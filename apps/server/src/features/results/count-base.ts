import type { Segment } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { conditionsOf } from '@heed/segments'
import { and, count, eq, notExists, or, type SQL, sql } from 'drizzle-orm'
import { verifiedTwin } from '../people/verified-twin.ts'
import { personIn } from '../segments/people-alone-sql.ts'
import type { Scope } from '../segments/scope.ts'
import { countedValue, customerIn, isOfDatedAccount } from '../segments/segment-sql.ts'
import { partsOf } from './count-answers.ts'
import { type Part, type SpendBounds, spendBand, tenureBounds } from './dimensions-sql.ts'

const dayMs = 86_400_000

/** What the base can be cut by. */
export type BaseDimension = 'plan' | 'tenure' | 'spend'
export type BaseCount = { parts: Part[]; count: number }

/**
 * People of a segment now, or accounts that have somebody in it, counted as `countAnswers` counts answers.
 * Values that do not count are null.
 */
export async function countBase(
  handle: Handle,
  scope: Scope,
  segment: Segment,
  by: readonly BaseDimension[],
  { of, spendBounds = [] }: { of: 'people' | 'accounts'; spendBounds?: SpendBounds | undefined },
): Promise<BaseCount[]> {
  const { accounts } = handle.tables
  const asked = (node: Segment['all'][number]) => conditionsOf({ all: [node] }).every(isOfDatedAccount)
  const members = membersOf(handle, scope, { all: segment.all.filter((node) => !asked(node)) })
  // What is asked of an account and since when is asked once for all of its people who are alike in that.
  const alike = { ...handle, tables: { ...handle.tables, people: members as unknown as People } }
  const parts = partsOf(
    by.map(
      (dimension) => countedValue(baseSql(dimension, alike, scope, spendBounds), members.trust, scope) as SQL<Part>,
    ),
  )
  return (
    await handle.db
      .select({
        ...parts.columns,
        count: (of === 'people'
          ? sql<number>`coalesce(sum(${members.people}), 0)`
          : sql<number>`count(distinct ${accounts.externalId})`
        ).mapWith(Number),
      })
      .from(members)
      .leftJoin(accounts, and(eq(accounts.workspaceId, scope.workspaceId), eq(accounts.id, members.accountId)))
      .where(customerIn({ all: segment.all.filter(asked) }, alike, scope))
      .groupBy(...parts.places)
  ).map((row) => ({ parts: parts.read(row), count: row.count }))
}

type People = Handle['tables']['people']

/** People of a segment in groups of one account, trust and beginning, in the order of an index. */
const membersOf = (handle: Handle, scope: Scope, segment: Segment) => {
  const { people } = handle.tables
  return handle.db
    .select({
      accountId: people.accountId,
      trust: people.trust,
      customerSince: people.customerSince,
      people: count().as('people'),
    })
    .from(people)
    .where(
      and(
        eq(people.workspaceId, scope.workspaceId),
        sql`${handle.dialect.unindexed(people.verifiedId)} is null`,
        personIn(segment, handle, scope),
      ),
    )
    .groupBy(people.accountId, people.verifiedId, people.trust, people.customerSince)
    .as('members')
}

const baseSql = (dimension: BaseDimension, handle: Handle, { now }: Scope, spendBounds: SpendBounds) => {
  const { people, accounts } = handle.tables
  switch (dimension) {
    case 'plan':
      return sql`${accounts.plan}`
    case 'spend':
      return spendBand(accounts.reportingSpendMinor, spendBounds)
    case 'tenure': {
      const { customerSince } = accounts
      const since = sql`coalesce(${customerSince}, ${people.customerSince})`
      const bands = [...tenureBounds].reverse().map((days) => {
        const begin = sql.param(new Date(now.getTime() - days * dayMs), customerSince)
        return sql`when ${since} <= ${begin} then ${sql.raw(String(days))}`
      })
      return sql`case ${sql.join(bands, sql` `)} end`
    }
  }
}

/**
 * What each account spends a month that counts, in no order: what bands are proposed from. One known both ways is one,
 * with what the host's server named.
 */
export const listSpends = async (
  handle: Handle,
  { workspaceId, unverifiedValues }: Pick<Scope, 'workspaceId' | 'unverifiedValues'>,
) => {
  const { accounts } = handle.tables
  const isNamed = eq(accounts.trust, 'verified')
  const rows = await handle.db
    .select({ spendMinor: accounts.reportingSpendMinor, accounts: count() })
    .from(accounts)
    .where(
      and(
        eq(accounts.workspaceId, workspaceId),
        unverifiedValues === 'use' ? or(isNamed, notExists(verifiedTwin(handle, accounts))) : isNamed,
      ),
    )
    .groupBy(accounts.reportingSpendMinor)
  return rows.flatMap(({ spendMinor, accounts }) => new Array<number | null>(accounts).fill(spendMinor))
}
