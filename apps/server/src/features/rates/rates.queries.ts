import type { Rate, RateKey, RateTable } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { and, asc, count, desc, eq, gt, isNotNull, isNull, lte, ne, type SQL } from 'drizzle-orm'

export type RateRow = Handle['tables']['rates']['$inferSelect']

/** The newest rate of a currency on or before a day (UTC). */
export const findRate = (handle: Handle, workspaceId: string, currency: string, day: string) => {
  const { rates } = handle.tables
  return findFirst(handle, workspaceId, currency, lte(rates.day, day), desc(rates.day))
}

/** The first rate of a currency after a day (UTC). */
export const findNextRate = (handle: Handle, workspaceId: string, currency: string, day: string) => {
  const { rates } = handle.tables
  return findFirst(handle, workspaceId, currency, gt(rates.day, day), asc(rates.day))
}

const findFirst = async (
  { db, tables: { rates } }: Handle,
  workspaceId: string,
  currency: string,
  where: SQL,
  order: SQL,
): Promise<RateRow | undefined> =>
  (
    await db
      .select()
      .from(rates)
      .where(and(eq(rates.workspaceId, workspaceId), eq(rates.currency, currency), where))
      .orderBy(order)
      .limit(1)
  )[0]

export const listRates = ({ db, tables: { rates } }: Handle, workspaceId: string): Promise<Rate[]> =>
  db
    .select({ currency: rates.currency, day: rates.day, rate: rates.rate })
    .from(rates)
    .where(eq(rates.workspaceId, workspaceId))
    .orderBy(asc(rates.currency), desc(rates.day))

/** Inserts the rate, or replaces the one of that day. */
export const saveRate = async ({ db, tables: { rates } }: Handle, row: RateRow) => {
  await db
    .insert(rates)
    .values(row)
    .onConflictDoUpdate({ target: [rates.workspaceId, rates.currency, rates.day], set: { rate: row.rate } })
}

/** @returns whether there was one */
export const deleteRate = async (
  { db, tables: { rates } }: Handle,
  workspaceId: string,
  { currency, day }: RateKey,
): Promise<boolean> => {
  const deleted = await db
    .delete(rates)
    .where(and(eq(rates.workspaceId, workspaceId), eq(rates.currency, currency), eq(rates.day, day)))
    .returning({ day: rates.day })
  return deleted.length > 0
}

/**
 * Currencies in which accounts pay while nothing says what they are worth. What only browsers claim is left out unless
 * the workspace looks at it: else anyone could fill this list.
 */
export const listMissingRates = (
  { db, tables: { accounts } }: Handle,
  workspace: { id: string; currency: string; unverifiedValues: 'ignore' | 'use' | null },
): Promise<RateTable['missing']> => {
  const currency = accounts.currency
  return db
    .select({ currency, accounts: count() })
    .from(accounts)
    .where(
      and(
        eq(accounts.workspaceId, workspace.id),
        isNotNull(accounts.spendMinor),
        isNull(accounts.reportingSpendMinor),
        isNotNull(currency),
        ne(currency, workspace.currency),
        workspace.unverifiedValues === 'use' ? undefined : eq(accounts.trust, 'verified'),
      ),
    )
    .groupBy(currency)
    .orderBy(desc(count()), asc(currency))
    .limit(200) as Promise<RateTable['missing']>
}

/** Every currency of every workspace that has a rate on or before a day. A job of the whole server, so it names no workspace. */
export const listRatedCurrencies = ({ db, tables: { rates } }: Handle, day: string) =>
  db.selectDistinct({ workspaceId: rates.workspaceId, currency: rates.currency }).from(rates).where(lte(rates.day, day))
