import type { Measure } from '@heed/contracts'
import type { Handle } from '@heed/db'
import type { VoiceSums } from '@heed/stats'
import { and, eq, isNotNull, type SQL, sql } from 'drizzle-orm'
import type { Filter, Scope } from '../segments/scope.ts'
import { countedValue, snapshotIn } from '../segments/segment-sql.ts'
import { type Picked, partsOf, pickedIn } from './count-answers.ts'
import { type Dimension, dimensionSql, type Part } from './dimensions-sql.ts'

/** What a voice is: the mean of an account's people, and whether it counts for one or for what the account spends. */
export type Voice = { measure: Measure; option: string | null; unit: 'accounts' | 'spend' }

export type VoiceCount = { parts: Part[]; sums: VoiceSums }

/**
 * The answers of `countAnswers` heard by account, summed up within each combination of the dimensions. An account is one,
 * however it is known; answers of people without one are not heard. It spends what its highest answer says that counts;
 * where accounts count by that, those that spend nothing are left out.
 */
export async function countVoices(
  handle: Handle,
  scope: Scope,
  filter: Filter,
  picked: Picked,
  by: readonly Dimension[],
  { measure, option, unit }: Voice,
): Promise<VoiceCount[]> {
  const { responses, accounts } = handle.tables
  const value = valueSql(measure, option, handle)
  if (!value) return []
  const parts = partsOf(
    by.map((dimension) => dimensionSql(dimension, responses, handle, scope, picked.spendBounds ?? [])),
  )
  const real = (number: SQL) => sql`cast(${number} as double precision)`
  const spend = countedValue(responses.reportingSpendMinor, responses.valuesTrust, scope)
  const voices = handle.db
    .select({
      ...parts.columns,
      account: sql<string>`${accounts.externalId}`.as('account'),
      v: real(sql`avg(${real(value)})`).as('v'),
      w: real(unit === 'accounts' ? sql`1` : sql`max(coalesce(${spend}, 0))`).as('w'),
      people: sql`count(*)`.as('people'),
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
    .as('voices')
  const { v, w, people } = voices
  const sum = (number: SQL) => sql<number>`coalesce(sum(${number}), 0)`.mapWith(Number)
  const outer = partsOf(by.map((_, at) => sql<Part>`${sql.identifier('voices')}.${sql.identifier(`part_${at}`)}`))
  const rows = await handle.db
    .select({
      ...outer.columns,
      accounts: sql<number>`count(*)`.mapWith(Number),
      people: sum(sql`${people}`),
      w: sum(sql`${w}`),
      ww: sum(sql`${w} * ${w}`),
      wv: sum(sql`${w} * ${v}`),
      wwv: sum(sql`${w} * ${w} * ${v}`),
      wwvv: sum(sql`${w} * ${w} * ${v} * ${v}`),
      wvv: sum(sql`${w} * ${v} * ${v}`),
    })
    .from(voices)
    .where(sql`${w} > 0`)
    .groupBy(...outer.places)
  return rows
    .filter((row) => row.accounts > 0)
    .map((row) => {
      const { accounts, people, w, ww, wv, wwv, wwvv, wvv } = row
      return { parts: outer.read(row), sums: { accounts, people, w, ww, wv, wwv, wwvv, wvv } }
    })
}

/** `answerValue` as SQL; nothing where there is no figure. */
export const valueSql = (measure: Measure, option: string | null, { tables: { responses }, dialect }: Handle) => {
  const { score, choices } = responses
  switch (measure) {
    case 'nps':
      return sql`case when ${score} >= 9 then 100 when ${score} >= 7 then 0 else -100 end`
    case 'csat':
      return sql`case when ${score} >= 4 then 100 else 0 end`
    case 'reaction':
      return sql`case when ${score} >= 3 then 100 else 0 end`
    case 'ces':
    case 'rating':
      return sql`${score}`
    case 'choices':
      return option === null
        ? undefined
        : sql`case when ${dialect.holds(sql`cast(${choices} as text)`, sql`cast(${`"${option}"`} as text)`)} then 100 else 0 end`
    case 'text':
      return undefined
  }
}
