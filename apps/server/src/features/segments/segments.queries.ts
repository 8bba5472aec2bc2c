import type { Segment } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { and, count, countDistinct, desc, eq, isNotNull } from 'drizzle-orm'
import { customerIn } from './segment-sql.ts'

/** How a query knows whose data it reads, and in which currency spend is compared. */
export type Scope = { workspaceId: string; currency: string; now: Date }

const customersJoined = ({ db, tables: { people, accounts } }: Handle) =>
  db
    .select({ accountId: accounts.id, spendMinor: accounts.spendMinor, currency: accounts.currency, people: count() })
    .from(people)
    .leftJoin(accounts, and(eq(accounts.workspaceId, people.workspaceId), eq(accounts.id, people.accountId)))

/** People and accounts of a segment now, and their spend in the reporting currency. */
export const countCustomers = async (handle: Handle, { workspaceId, currency, now }: Scope, segment: Segment) => {
  const { people, accounts } = handle.tables
  const rows = await customersJoined(handle)
    .where(and(eq(people.workspaceId, workspaceId), customerIn(segment, { handle, currency, now })))
    .groupBy(accounts.id, accounts.spendMinor, accounts.currency)
  const withAccount = rows.filter(({ accountId }) => accountId !== null)
  return {
    people: rows.reduce((sum, row) => sum + row.people, 0),
    accounts: withAccount.length,
    spendMinor: withAccount.reduce((sum, row) => sum + (row.currency === currency ? (row.spendMinor ?? 0) : 0), 0),
  }
}

/** Plans in use, most accounts first. */
export const listPlans = async ({ db, tables: { accounts } }: Handle, workspaceId: string) =>
  db
    .select({ value: accounts.plan, accounts: count() })
    .from(accounts)
    .where(and(eq(accounts.workspaceId, workspaceId), isNotNull(accounts.plan)))
    .groupBy(accounts.plan)
    .orderBy(desc(count()), accounts.plan)

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
    .where(and(eq(people.workspaceId, workspaceId), customerIn(segment, { handle, currency, now })))
    .groupBy(accounts.plan, accounts.customerSince, people.customerSince)
}
