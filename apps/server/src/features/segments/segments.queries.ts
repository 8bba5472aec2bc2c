import type { Segment } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { and, count, countDistinct, desc, eq, isNotNull, notExists, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { WorkspaceRow } from '../workspaces/workspaces.queries.ts'
import { customerIn } from './segment-sql.ts'

/** How a query knows whose data it reads, and in which currency spend is compared. */
export type Scope = { workspaceId: string; currency: string; now: Date }

export const scopeOf = ({ id, currency }: WorkspaceRow, now: Date): Scope => ({ workspaceId: id, currency, now })

/**
 * People of a workspace who count: everyone the host's server named, and those known from a browser's claim alone.
 * Somebody known both ways is one person.
 */
const countedPeople = ({ db, tables: { people } }: Handle, workspaceId: string) => {
  const named = alias(people, 'named')
  const alsoNamed = db
    .select({ one: sql`1` })
    .from(named)
    .where(and(eq(named.workspaceId, people.workspaceId), eq(named.userId, people.userId), eq(named.trust, 'verified')))
  return and(eq(people.workspaceId, workspaceId), or(eq(people.trust, 'verified'), notExists(alsoNamed)))
}

/** People and accounts of a segment now, and their spend in the reporting currency. */
export const countCustomers = async (handle: Handle, { workspaceId, currency, now }: Scope, segment: Segment) => {
  const { people, accounts } = handle.tables
  const rows = await handle.db
    .select({
      externalId: accounts.externalId,
      trust: accounts.trust,
      spendMinor: accounts.spendMinor,
      currency: accounts.currency,
      people: count(),
    })
    .from(people)
    .leftJoin(accounts, and(eq(accounts.workspaceId, people.workspaceId), eq(accounts.id, people.accountId)))
    .where(and(countedPeople(handle, workspaceId), customerIn(segment, { handle, currency, now })))
    .groupBy(accounts.externalId, accounts.trust, accounts.spendMinor, accounts.currency)
  // An account known both ways counts once, with what the host's server says.
  const spendOf = new Map<string, number>()
  for (const row of rows) {
    if (row.externalId === null || (row.trust === 'unverified' && spendOf.has(row.externalId))) continue
    spendOf.set(row.externalId, row.currency === currency ? (row.spendMinor ?? 0) : 0)
  }
  return {
    people: rows.reduce((sum, row) => sum + row.people, 0),
    accounts: spendOf.size,
    spendMinor: [...spendOf.values()].reduce((sum, spend) => sum + spend, 0),
  }
}

/** Plans in use, most accounts first. */
export const listPlans = async ({ db, tables: { accounts } }: Handle, workspaceId: string) =>
  db
    .select({ value: accounts.plan, accounts: countDistinct(accounts.externalId) })
    .from(accounts)
    .where(and(eq(accounts.workspaceId, workspaceId), isNotNull(accounts.plan)))
    .groupBy(accounts.plan)
    .orderBy(desc(countDistinct(accounts.externalId)), accounts.plan)

/** The traits of every account, for counting values. */
export const listAccountTraits = async ({ db, tables: { accounts } }: Handle, workspaceId: string) =>
  db.select({ traits: accounts.traits }).from(accounts).where(eq(accounts.workspaceId, workspaceId)).limit(50_000)

/** People now by plan and date of becoming a customer, counted: the base that a sample is held against. */
export const countBase = async (handle: Handle, { workspaceId, currency, now }: Scope, segment: Segment) => {
  const { people, accounts } = handle.tables
  return handle.db
    .select({
      plan: accounts.plan,
      accountSince: accounts.customerSince,
      personSince: people.customerSince,
      people: countDistinct(people.id),
    })
    .from(people)
    .leftJoin(accounts, and(eq(accounts.workspaceId, people.workspaceId), eq(accounts.id, people.accountId)))
    .where(and(countedPeople(handle, workspaceId), customerIn(segment, { handle, currency, now })))
    .groupBy(accounts.plan, accounts.customerSince, people.customerSince)
}
