import type { SegmentValues } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { and, count, countDistinct, desc, eq, isNull, type SQL, sql } from 'drizzle-orm'
import type { Scope } from './scope.ts'
import { countedValue } from './segment-sql.ts'

const mostShown = 50

/** What a condition's values are of, as the route was asked for them. */
export type ValueField =
  | { kind: 'plan' | 'locale' | 'event' }
  | { kind: 'trait'; of: 'person' | 'account' | undefined; name: string }

/** Values that occur, most frequent first, with how many people or accounts have each. */
export const countValues = async (
  handle: Handle,
  scope: Scope,
  field: ValueField,
  search: string,
): Promise<SegmentValues> => {
  const { people, accounts } = handle.tables
  const ofPeople = and(eq(people.workspaceId, scope.workspaceId), isNull(people.verifiedId))
  const ofAccounts = eq(accounts.workspaceId, scope.workspaceId)
  switch (field.kind) {
    case 'plan':
      return {
        of: 'account' as const,
        values: await top(handle, accounts, countedValue(accounts.plan, accounts.trust, scope), ofAccounts, search),
      }
    case 'locale':
      return {
        of: 'person' as const,
        values: await top(handle, people, countedValue(people.locale, people.trust, scope), ofPeople, search),
      }
    case 'event':
      return { of: 'person' as const, values: await countEvents(handle, scope.workspaceId, search) }
    case 'trait': {
      const table = field.of === 'account' ? accounts : people
      const text = countedValue(handle.dialect.jsonText(table.traits, field.name), table.trust, scope)
      const values = await top(handle, table, text, field.of === 'account' ? ofAccounts : ofPeople, search)
      // Without a side: those of people, else of accounts.
      if (values.length === 0 && field.of === undefined)
        return countValues(handle, scope, { ...field, of: 'account' }, search)
      return { of: field.of ?? ('person' as const), values }
    }
  }
}

/** Events that people did, those of most people first, with how many did each. */
export const countEvents = async (handle: Handle, workspaceId: string, search: string) => {
  const { events } = handle.tables
  return handle.db
    .select({ value: events.name, count: countDistinct(events.personId) })
    .from(events)
    .where(and(eq(events.workspaceId, workspaceId), eq(events.kind, 'track'), holding(handle, events.name, search)))
    .groupBy(events.name)
    .orderBy(desc(countDistinct(events.personId)), events.name)
    .limit(mostShown)
}

type Table = Handle['tables']['people'] | Handle['tables']['accounts']

const top = async (handle: Handle, table: Table, value: SQL, where: SQL | undefined, search: string) => {
  const { accounts } = handle.tables
  const named = handle.db
    .select({
      value: sql<string | null>`${value}`.as('value'),
      account: sql<string | null>`${table === accounts ? accounts.externalId : null}`.as('account'),
    })
    .from(table)
    .where(where)
    .as('named')
  // An account known both ways is one.
  const times = table === accounts ? countDistinct(named.account) : count()
  const rows = await handle.db
    .select({ value: named.value, count: times })
    .from(named)
    .where(and(sql`${named.value} is not null`, holding(handle, sql`${named.value}`, search)))
    .groupBy(named.value)
    .orderBy(desc(times), named.value)
    .limit(mostShown)
  return rows.flatMap(({ value: found, ...row }) => (found === null ? [] : [{ value: found, ...row }]))
}

const holding = ({ dialect }: Handle, text: Parameters<typeof dialect.smallLetters>[0], search: string) =>
  search === ''
    ? undefined
    : dialect.holds(dialect.smallLetters(text), dialect.smallLetters(sql`cast(${search} as text)`))

/** Rows whose traits are looked through for the names in use. */
const sampled = 2_000

/** The traits of the newest people and accounts, for the names that occur. */
export const listTraits = async ({ db, tables: { people, accounts } }: Handle, workspaceId: string) => {
  const read = (table: Table) =>
    db
      .select({ traits: table.traits })
      .from(table)
      .where(eq(table.workspaceId, workspaceId))
      .orderBy(desc(table.id))
      .limit(sampled)
  return { person: await read(people), account: await read(accounts) }
}
