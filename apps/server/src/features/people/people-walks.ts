import type { CustomerSort } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { and, asc, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import type { Scope } from '../segments/scope.ts'
import { afterId, afterValue, type Order, paramAs } from './list-order.ts'
import { inPlace, type Place } from './list-place.ts'
import { peopleOrder } from './people-order.ts'

// Every statement here is one that an index of packages/db/src/tables/people.ts answers in the order asked for. SQLite
// takes the tables of a cross join in the order they are written in.

/** Up to `count` places of the list of all people after a place. */
export async function walkPeople(
  handle: Handle,
  scope: Scope,
  sort: CustomerSort,
  after: Place | undefined,
  count: number,
): Promise<Place[]> {
  const known = after?.value === null ? [] : await walkKnown(handle, scope, sort, after, count)
  if (known.length >= count) return known
  return [...known, ...(await walkUnknown(handle, scope, sort, after, count - known.length))]
}

/** Whoever is listed; a browser's claim to be a known user is not a person of its own. */
export const listed = ({ tables: { people } }: Handle, workspaceId: string) =>
  and(eq(people.workspaceId, workspaceId), isNull(people.verifiedId))

export const theirAccount = ({ tables: { people, accounts } }: Handle) =>
  and(eq(accounts.workspaceId, people.workspaceId), eq(accounts.id, people.accountId))

const walkUnknown = async (
  handle: Handle,
  scope: Scope,
  sort: CustomerSort,
  after: Place | undefined,
  count: number,
): Promise<Place[]> => {
  const { people, accounts } = handle.tables
  const order = peopleOrder(handle, scope, sort)
  const isTheirOwn = sort === 'name' || sort === 'seen'
  const where = and(
    listed(handle, scope.workspaceId),
    isTheirOwn ? sql`${order.value} is null` : sql`not (${order.known})`,
    afterId(order, after),
  )
  const from = handle.db.select({ id: people.id }).from(people)
  const rows = await (isTheirOwn ? from : from.leftJoin(accounts, theirAccount(handle)))
    .where(where)
    .orderBy(directed(order, people.id))
    .limit(count)
  return rows.map(({ id }) => ({ value: null, tie: '', id }))
}

const directed = ({ descending }: Pick<Order, 'descending'>, value: Order['value']) =>
  descending ? sql`${value} desc` : sql`${value}`

const walkKnown = (
  handle: Handle,
  scope: Scope,
  sort: CustomerSort,
  after: Place | undefined,
  count: number,
): Promise<Place[]> => {
  switch (sort) {
    case 'name':
    case 'seen':
      return walkOwn(handle, scope, sort, after, count)
    case 'spend':
      return walkSpend(handle, scope, after, count)
    case 'tenure':
      return walkTenure(handle, scope, after, count)
  }
}

type Valued = { value: unknown; tie?: string; id: string }
const toPlace = ({ value, tie = '', id }: Valued): Place => ({
  value: value instanceof Date ? value.getTime() : (value as string | number),
  tie,
  id,
})

const walkOwn = async (
  handle: Handle,
  scope: Scope,
  sort: 'name' | 'seen',
  after: Place | undefined,
  count: number,
) => {
  const { people } = handle.tables
  const order = peopleOrder(handle, scope, sort)
  const value: SQL = sort === 'seen' ? sql`${people.lastSeenAt}`.mapWith(people.lastSeenAt) : sql`${order.value}`
  // For SQLite: "is not null" of an expression is no range of an index.
  const isThere = sort === 'seen' ? isNotNull(people.lastSeenAt) : sql`${order.value} >= ''`
  const rows = await handle.db
    .select({ value, id: people.id })
    .from(people)
    .where(and(listed(handle, scope.workspaceId), afterValue(order, after) ?? isThere))
    .orderBy(directed(order, order.value), directed(order, people.id))
    .limit(count)
  return rows.map(toPlace)
}

/** Whose values count, as `peopleOrder` has it. */
const trusts = ({ unverifiedValues }: Scope) =>
  unverifiedValues === 'use' ? (['verified', 'unverified'] as const) : (['verified'] as const)

const walkSpend = async (handle: Handle, scope: Scope, after: Place | undefined, count: number) => {
  const { people, accounts } = handle.tables
  const order = peopleOrder(handle, scope, 'spend')
  const rows = await handle.db
    .select({ value: accounts.reportingSpendMinor, tie: accounts.id, id: people.id })
    .from(accounts)
    .crossJoin(people)
    .where(and(ofAccounts(handle, scope), order.known, afterValue(order, after)))
    .orderBy(directed(order, order.value), directed(order, accounts.id), directed(order, people.id))
    .limit(count)
  return rows.map(toPlace)
}

const ofAccounts = (handle: Handle, { workspaceId }: Scope) => {
  const { people, accounts } = handle.tables
  return and(eq(accounts.workspaceId, workspaceId), eq(people.accountId, accounts.id), listed(handle, workspaceId))
}

/** Three lists in one: by the account's date, and by one's own of those without an account, or whose account has none. */
const walkTenure = async (handle: Handle, scope: Scope, after: Place | undefined, count: number) => {
  const lists = await Promise.all([
    walkAccountSince(handle, scope, after, count),
    walkSinceAlone(handle, scope, after, count),
    walkSinceInstead(handle, scope, after, count),
  ])
  return lists.flat().sort(inPlace).slice(0, count)
}

const walkAccountSince = async (handle: Handle, scope: Scope, after: Place | undefined, count: number) => {
  const { people, accounts } = handle.tables
  const value = accounts.customerSince
  const order = { ...peopleOrder(handle, scope, 'tenure'), value, tie: accounts.id }
  const rows = await handle.db
    .select({ value, tie: accounts.id, id: people.id })
    .from(accounts)
    .crossJoin(people)
    .where(
      and(
        ofAccounts(handle, scope),
        isNotNull(value),
        sql`${people.trust} in ${trusts(scope)}`,
        afterValue(order, after),
      ),
    )
    .orderBy(asc(value), asc(accounts.id), asc(people.id))
    .limit(count)
  return rows.map(toPlace)
}

const ownSince = ({ tables: { people } }: Handle) => ({
  value: people.customerSince,
  tie: sql`''`,
  id: people.id,
  descending: false,
  param: paramAs(people.customerSince),
})

const walkSinceAlone = async (handle: Handle, scope: Scope, after: Place | undefined, count: number) => {
  const { people } = handle.tables
  const { customerSince, id } = people
  // One statement for each trust, because the index has it before the date.
  const lists = await Promise.all(
    trusts(scope).map((trust) =>
      handle.db
        .select({ value: customerSince, id })
        .from(people)
        .where(
          and(
            listed(handle, scope.workspaceId),
            isNull(people.accountId),
            eq(people.trust, trust),
            isNotNull(customerSince),
            afterValue(ownSince(handle), after),
          ),
        )
        // For SQLite: nothing but the index by account has this order, so that it does not walk past those with one.
        .orderBy(asc(customerSince), sql`${id} || ''`)
        .limit(count),
    ),
  )
  return lists.flat().map(toPlace)
}

/** So many accounts have few enough people to be sorted. */
const fewAccounts = 300

/** If few accounts have no date, their people are sorted; if many, the people are walked by date, past those of other accounts. */
const walkSinceInstead = async (handle: Handle, scope: Scope, after: Place | undefined, count: number) => {
  const { people, accounts } = handle.tables
  const undated = and(eq(accounts.workspaceId, scope.workspaceId), isNull(accounts.customerSince))
  const some = await handle.db
    .select({ id: accounts.id })
    .from(accounts)
    .where(undated)
    .limit(fewAccounts + 1)
  const selected = handle.db.select({ value: people.customerSince, id: people.id })
  const joined =
    some.length <= fewAccounts ? selected.from(accounts).crossJoin(people) : selected.from(people).crossJoin(accounts)
  const rows = await joined
    .where(
      and(
        undated,
        ofAccounts(handle, scope),
        sql`${people.trust} in ${trusts(scope)}`,
        isNotNull(people.customerSince),
        afterValue(ownSince(handle), after),
      ),
    )
    .orderBy(asc(people.customerSince), asc(people.id))
    .limit(count)
  return rows.map(toPlace)
}
