import type { AccountSort, Segment } from '@heed/contracts'
import { accountLabel, type Handle } from '@heed/db'
import { and, count, eq, exists, inArray, isNull, notExists, or, type SQL, sql } from 'drizzle-orm'
import type { Scope } from '../segments/scope.ts'
import { customerIn } from '../segments/segment-sql.ts'
import { accountOrder, accountSorts, type Listed, listedOf, placeOfAccount } from './account-order.ts'
import { beginningsOf, beginsWith } from './customer-search.ts'
import { fitsAccount } from './fits-account.ts'
import { afterId, afterPlace, afterValue, type Order, sortedBy } from './list-order.ts'
import { type Place, readCursor } from './list-place.ts'
import type { AccountRow } from './people.queries.ts'
import { inOrderOf, readInOrder, stepsInSql } from './read-in-order.ts'
import { verifiedTwin } from './verified-twin.ts'

export type AccountsQuery = {
  sort: AccountSort
  limit: number
  cursor?: string | undefined
  search?: string | undefined
}

/**
 * A page of the accounts that have somebody in a segment, of all accounts for everyone; one more than it holds when there
 * is a next one. By what they are called; by spend, the highest first; by how long they have been a customer, the longest
 * first. Those without such a value, or none that counts, come last, by id. An account known both ways is one, with what
 * the host's server said.
 * @throws Problem invalid_input when the cursor is of another sort
 */
export const listAccounts = async (
  handle: Handle,
  scope: Scope,
  segment: Segment,
  { sort, limit, cursor, search }: AccountsQuery,
): Promise<AccountRow[]> => {
  const listed = listedOf(handle)
  const order = accountOrder(handle, listed, scope, sort)
  const after = cursor === undefined ? undefined : readCursor(cursor, accountSorts[sort])
  const isListed = and(
    eq(listed.workspaceId, scope.workspaceId),
    or(eq(listed.trust, 'verified'), notExists(verifiedTwin(handle, listed))),
  )
  const isWhole = segment.all.length === 0
  const read = (where: SQL | undefined, sorted: SQL[], most: number): Promise<AccountRow[]> =>
    handle.db
      .select()
      .from(listed)
      .where(and(isListed, where))
      .orderBy(...sorted)
      .limit(most)
  const ids = await readInOrder(
    {
      walk: async (from, most) => {
        const rows = await walkAccounts(read, order, from, most)
        return rows.map((account) => placeOfAccount(account, sort, scope))
      },
      among: async (some) => {
        const rows = await handle.db
          .select({ id: listed.id })
          .from(listed)
          .where(and(isListed, inArray(listed.id, some), hasSomebodyIn(segment, listed, handle, scope)))
        return rows.map(({ id }) => id)
      },
      gather: async (from, most) => {
        const isAmong = isWhole ? undefined : inArray(listed.externalId, accountsIn(segment, handle, scope))
        const isFound = search ? found(handle, listed, search) : undefined
        return (await read(and(isAmong, isFound, afterPlace(order, from)), sortedBy(order), most)).map(({ id }) => id)
      },
      steps: stepsInSql,
    },
    search ? 'few' : isWhole ? 'all' : 'some',
    after,
    limit + 1,
  )
  if (ids.length === 0) return []
  const rows = await handle.db
    .select()
    .from(listed)
    .where(and(isListed, inArray(listed.id, ids)))
  return inOrderOf(ids, rows, ({ id }) => id)
}

type Read = (where: SQL | undefined, sorted: SQL[], most: number) => Promise<AccountRow[]>

/** Two statements, so that an index has each in order. */
const walkAccounts = async (read: Read, order: Order, after: Place | undefined, most: number) => {
  const directed = (value: Order['value']) => (order.descending ? sql`${value} desc` : sql`${value}`)
  const known =
    after?.value === null
      ? []
      : await read(and(order.known, afterValue(order, after)), [directed(order.value), directed(order.id)], most)
  if (known.length >= most) return known
  const isUnknown = and(sql`not (${order.known})`, afterId(order, after))
  return [...known, ...(await read(isUnknown, [directed(order.id)], most - known.length))]
}

/** Whether somebody in the segment belongs to the account, by the host's server's word or by a claim. */
const hasSomebodyIn = (segment: Segment, listed: Listed, handle: Handle, scope: Scope): SQL => {
  const { people, accounts } = handle.tables
  return exists(
    handle.db
      .select({ one: sql`1` })
      .from(accounts)
      .crossJoin(people) // SQLite takes the tables of a cross join in this order: this account first, then its people
      .where(and(eq(accounts.externalId, listed.externalId), belongsIn(segment, handle, scope))),
  )
}

/** The host's ids of all accounts that have somebody in the segment. */
const accountsIn = (segment: Segment, handle: Handle, scope: Scope) => {
  const { people, accounts } = handle.tables
  const selected = handle.db.select({ externalId: accounts.externalId })
  const joined = fitsAccount(segment, handle, scope)
    ? selected.from(accounts).crossJoin(people)
    : selected.from(people).crossJoin(accounts)
  return joined.where(belongsIn(segment, handle, scope))
}

/** Over accounts beside their people: those of the segment, each of whom is counted. */
const belongsIn = (segment: Segment, handle: Handle, scope: Scope): SQL | undefined => {
  const { people, accounts } = handle.tables
  return and(
    eq(accounts.workspaceId, scope.workspaceId),
    fitsAccount(segment, handle, scope),
    eq(people.workspaceId, scope.workspaceId),
    eq(people.accountId, accounts.id),
    isNull(people.verifiedId),
    customerIn(segment, handle, scope),
  )
}

/** Whose name or id begins so. */
const found = (handle: Handle, listed: Listed, search: string): SQL | undefined =>
  or(
    ...beginningsOf(search).flatMap((beginning) => [
      beginsWith(handle, accountLabel(listed), beginning),
      beginsWith(handle, listed.externalId, beginning),
    ]),
  )

/** How many people belong to each of these accounts of the host's, by its own id of them. */
export const countPeople = async (
  { db, tables: { people, accounts } }: Handle,
  workspaceId: string,
  externalIds: string[],
): Promise<Map<string, number>> => {
  if (externalIds.length === 0) return new Map()
  const rows = await db
    .select({ externalId: accounts.externalId, people: count() })
    .from(accounts)
    .innerJoin(people, and(eq(people.workspaceId, accounts.workspaceId), eq(people.accountId, accounts.id)))
    .where(
      and(eq(accounts.workspaceId, workspaceId), inArray(accounts.externalId, externalIds), isNull(people.verifiedId)),
    )
    .groupBy(accounts.externalId)
  return new Map(rows.map((row) => [row.externalId, row.people]))
}

/** How many people belong to any of these accounts, by Heed's own ids. */
export const countPeopleIn = async (
  { db, tables: { people } }: Handle,
  workspaceId: string,
  accountIds: string[],
): Promise<number> => {
  const [row] = await db
    .select({ people: count() })
    .from(people)
    .where(and(eq(people.workspaceId, workspaceId), inArray(people.accountId, accountIds), isNull(people.verifiedId)))
  return row?.people ?? 0
}
