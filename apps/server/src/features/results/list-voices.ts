import type { Handle } from '@heed/db'
import { and, eq, isNotNull, sql } from 'drizzle-orm'
import type { Filter, Scope } from '../segments/scope.ts'
import { countedValue, snapshotIn } from '../segments/segment-sql.ts'
import { type Picked, partsOf, pickedIn } from './count-answers.ts'
import { type Voice, valueSql } from './count-voices.ts'
import { type Dimension, dimensionSql, type Part } from './dimensions-sql.ts'

/** What the people of one account said within some parts, added up, and the highest spend that an answer says. */
export type AccountVoice = { parts: Part[]; account: string; total: number; people: number; spendMinor: number }

/** The accounts of `countVoices` before each becomes one voice, to be put together with those of other spans. */
export async function listVoices(
  handle: Handle,
  scope: Scope,
  filter: Filter,
  picked: Picked,
  by: readonly Dimension[],
  { measure, option }: Voice,
): Promise<AccountVoice[]> {
  const { responses, accounts } = handle.tables
  const value = valueSql(measure, option, handle)
  if (!value) return []
  const parts = partsOf(
    by.map((dimension) => dimensionSql(dimension, responses, handle, scope, picked.spendBounds ?? [])),
  )
  const spend = countedValue(responses.reportingSpendMinor, responses.valuesTrust, scope)
  const rows = await handle.db
    .select({
      ...parts.columns,
      account: sql<string>`${accounts.externalId}`.as('account'),
      total: sql<number>`sum(${value})`.mapWith(Number),
      people: sql<number>`count(*)`.mapWith(Number),
      spendMinor: sql<number>`max(coalesce(${spend}, 0))`.mapWith(Number),
    })
    .from(responses)
    .innerJoin(accounts, and(eq(accounts.workspaceId, responses.workspaceId), eq(accounts.id, responses.accountId)))
    .where(
      and(
        pickedIn(responses, scope, picked),
        isNotNull(measure === 'choices' ? responses.choices : responses.score),
        snapshotIn(filter, responses, handle, scope),
      ),
    )
    .groupBy(...parts.places, parts.placeAfter)
  return rows.map((row) => {
    const { account, total, people, spendMinor } = row
    return { parts: parts.read(row), account, total, people, spendMinor }
  })
}
