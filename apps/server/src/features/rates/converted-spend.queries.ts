import type { Handle } from '@heed/db'
import { and, type Column, eq, gte, lt, type SQL, sql } from 'drizzle-orm'

type SpendColumns = { spendMinor: Column; reportingSpendMinor: Column }

/** Moments from `from` on, and before `before` where there is one. */
export type Span = { from: Date; before: Date | null }

/** `convertSpend` in SQL, alike in both stores. Null without a factor. */
const convertedSpend = ({ spendMinor }: Pick<SpendColumns, 'spendMinor'>, factor: number | null): SQL => {
  if (factor === null) return sql`null`
  const converted = sql`floor(${spendMinor} * cast(${factor} as double precision) + 0.5)`
  const most = sql`cast(${Number.MAX_SAFE_INTEGER} as double precision)`
  return sql`case when ${converted} <= ${most} then cast(${converted} as bigint) end`
}

/** A row that holds the right value already is not written again. */
const isOther = ({ reportingSpendMinor }: SpendColumns, converted: SQL) =>
  sql`${reportingSpendMinor} is distinct from ${converted}`

/** What accounts spend in this currency, at a new factor. */
export const convertAccounts = async (
  { db, tables: { accounts } }: Handle,
  workspaceId: string,
  currency: string,
  factor: number | null,
) => {
  const reportingSpendMinor = convertedSpend(accounts, factor)
  await db
    .update(accounts)
    .set({ reportingSpendMinor })
    .where(
      and(
        eq(accounts.workspaceId, workspaceId),
        eq(accounts.currency, currency),
        isOther(accounts, reportingSpendMinor),
      ),
    )
}

/** What customers spent in this currency when they said something within the span, at a new factor. */
export const convertSnapshots = async (
  { db, tables }: Handle,
  workspaceId: string,
  currency: string,
  factor: number | null,
  { from, before }: Span,
) => {
  const { exposures, responses, tickets, deflections, requests, votes } = tables
  for (const table of [exposures, responses, tickets, deflections, requests, votes]) {
    const reportingSpendMinor = convertedSpend(table, factor)
    await db
      .update(table)
      .set({ reportingSpendMinor })
      .where(
        and(
          eq(table.workspaceId, workspaceId),
          eq(table.currency, currency),
          gte(table.createdAt, from),
          before ? lt(table.createdAt, before) : undefined,
          isOther(table, reportingSpendMinor),
        ),
      )
  }
}
