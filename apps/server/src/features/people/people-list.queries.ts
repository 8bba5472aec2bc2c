import type { CustomerSort, Segment } from '@heed/contracts'
import { type Handle, personLabel } from '@heed/db'
import { conditionsOf } from '@heed/segments'
import { and, eq, getTableColumns, inArray, or, type SQL, sql } from 'drizzle-orm'
import type { Scope } from '../segments/scope.ts'
import { customerIn } from '../segments/segment-sql.ts'
import { beginningsOf, beginsWith } from './customer-search.ts'
import type { Customers } from './customers.ts'
import { fitsAccount } from './fits-account.ts'
import { afterPlace, sortedBy } from './list-order.ts'
import { type Place, readCursor } from './list-place.ts'
import type { Customer } from './people.queries.ts'
import { peopleOrder, peopleSorts } from './people-order.ts'
import { listed, theirAccount, walkPeople } from './people-walks.ts'
import { type Reach, type Reading, readInOrder } from './read-in-order.ts'

export type PeopleQuery = {
  sort: CustomerSort
  limit: number
  cursor?: string | undefined
  search?: string | undefined
  /** Of these accounts alone, by Heed's own ids: one that is known both ways has two. */
  accountIds?: string[] | undefined
}

/**
 * A page of a segment's people, one more than it holds when there is a next one. By what they are called; by the spend of
 * their account, the highest first; by how long they have been a customer, the longest first; by who was here last.
 * Whoever has no such value, or none that counts, comes last, by id. Nobody is listed who only claims to be a known user.
 * @throws Problem invalid_input when the cursor is of another sort
 */
export const listPeople = async (
  { handle, customers }: { handle: Handle; customers: Customers },
  scope: Scope,
  segment: Segment,
  { sort, limit, cursor, search, accountIds }: PeopleQuery,
): Promise<Customer[]> => {
  const { people, accounts } = handle.tables
  const order = peopleOrder(handle, scope, sort)
  const after = cursor === undefined ? undefined : readCursor(cursor, peopleSorts[sort])
  const searched = search ? namesOf(handle, scope.workspaceId, search) : undefined
  const narrowed = and(customerIn(segment, handle, scope), searched?.isFound)
  const isFew = accountIds !== undefined || (searched !== undefined && (await searched.areFew()))
  const walk = (from: Place | undefined, count: number) => walkPeople(handle, scope, sort, from, count)
  const idOf = ({ person }: Customer) => person.id
  const rowsWhere = (ids: string[], where?: SQL): Promise<Customer[]> =>
    handle.db
      .select({ person: getTableColumns(people), account: getTableColumns(accounts) })
      .from(people)
      .leftJoin(accounts, theirAccount(handle))
      .where(and(eq(people.workspaceId, scope.workspaceId), inArray(people.id, ids), where))
  const fromMemory = async (): Promise<{ reading: Reading<Customer>; reach: Reach } | null> => {
    const found = searched ? null : await customers.found(segment)
    if (!found) return null
    const rowsOf = (ids: string[]) => rowsWhere(ids.filter(found.holds))
    const gather = async (from: Place | undefined, count: number) => found.first(sort, from, count)
    return { reading: { walk, rowsOf, gather, idOf }, reach: found.people <= mostInMemory ? 'few' : 'some' }
  }
  const inSql: Reading<Customer> = {
    walk,
    rowsOf: (ids) => rowsWhere(ids, narrowed),
    gather: async (from, count) => {
      const rows = await handle.db
        .select({ id: people.id })
        .from(people)
        .leftJoin(accounts, theirAccount(handle))
        .where(
          and(
            listed(handle, scope.workspaceId),
            accountIds && inArray(people.accountId, accountIds),
            searched?.isAmongFound,
            ofFittingAccounts(handle, scope, segment),
            narrowed,
            afterPlace(order, from),
          ),
        )
        .orderBy(...sortedBy(order))
        .limit(count)
      return rows.map(({ id }) => id)
    },
    idOf,
    otherwise: fromMemory,
  }
  const reach = isFew ? 'few' : narrowed === undefined ? 'all' : 'some'
  // What people did is asked of all of them or of none, so that the first few in an index are no shorter way.
  const first = reach === 'some' && asksForDeeds(segment) ? await fromMemory() : null
  return readInOrder(first?.reading ?? inSql, first?.reach ?? reach, after, limit + 1)
}

const asksForDeeds = (segment: Segment) =>
  conditionsOf(segment).some(({ field }) => field === 'event' || field === 'tickets' || field === 'nps')

/** So many people are sorted in memory sooner than they are looked for along an index. */
const mostInMemory = 40_000

/** The people of accounts that fit. */
const ofFittingAccounts = (handle: Handle, scope: Scope, segment: Segment) => {
  const { people, accounts } = handle.tables
  const fits = fitsAccount(segment, handle, scope)
  if (!fits) return undefined
  const fitting = handle.db
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.workspaceId, scope.workspaceId), fits))
  return inArray(people.accountId, fitting)
}

/** So many people that were found are sorted at once. */
const fewPeople = 2_000

/** Whose name, address or id begins so: asked of one row, of the indexes, and whether it is few. */
const namesOf = (handle: Handle, workspaceId: string, search: string) => {
  const { people } = handle.tables
  const begins = beginningsOf(search).flatMap((beginning) =>
    [personLabel(people), people.email, people.userId].map((text) => beginsWith(handle, text, beginning)),
  )
  const lists = begins.map((condition) => {
    const ids = handle.db
      .select({ id: people.id })
      .from(people)
      .where(and(eq(people.workspaceId, workspaceId), condition))
    return sql`select id from ${ids.as('found')}`
  })
  return {
    isFound: or(...begins),
    isAmongFound: sql`${people.id} in (${sql.join(lists, sql` union `)})`,
    areFew: async () => {
      const some = await handle.db
        .select({ id: sql<string>`id` })
        .from(sql`(${sql.join(lists, sql` union all `)}) as found`)
        .limit(fewPeople + 1)
      return some.length <= fewPeople
    },
  }
}
