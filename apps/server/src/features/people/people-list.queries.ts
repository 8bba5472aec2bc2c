import type { CustomerSort, Segment } from '@heed/contracts'
import { type Handle, personLabel } from '@heed/db'
import { and, eq, getTableColumns, inArray, or, sql } from 'drizzle-orm'
import type { Scope } from '../segments/scope.ts'
import { customerIn } from '../segments/segment-sql.ts'
import { beginningsOf, beginsWith } from './customer-search.ts'
import type { Customers, FoundPeople } from './customers.ts'
import { fitsAccount } from './fits-account.ts'
import { afterPlace, sortedBy } from './list-order.ts'
import { readCursor } from './list-place.ts'
import type { Customer } from './people.queries.ts'
import { peopleOrder, peopleSorts } from './people-order.ts'
import { listed, theirAccount, walkPeople } from './people-walks.ts'
import { inOrderOf, type Reading, readInOrder, stepsInSql } from './read-in-order.ts'

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
  const after = cursor === undefined ? undefined : readCursor(cursor, peopleSorts[sort])
  const searched = search ? namesOf(handle, scope.workspaceId, search) : undefined
  const isFew = accountIds !== undefined || (searched !== undefined && (await searched.areFew()))
  const isEveryone = segment.all.length === 0 && !searched
  const reach = isFew ? 'few' : isEveryone ? 'all' : 'some'
  const found = reach === 'some' && !searched ? await customers.found(segment) : null
  const reading = found
    ? readingInMemory(handle, scope, sort, found)
    : readingInSql(handle, scope, segment, { sort, searched, accountIds })
  const ids = await readInOrder(reading, reach, after, limit + 1)
  return inOrderOf(ids, await findCustomers(handle, scope.workspaceId, ids), ({ person }) => person.id)
}

const readingInMemory = (handle: Handle, scope: Scope, sort: CustomerSort, found: FoundPeople): Reading => ({
  walk: (from, count) => walkPeople(handle, scope, sort, from, count),
  among: async (ids) => found.among(ids),
  gather: async (from, count) => found.first(sort, from, count),
  steps: stepsInMemory,
})

type Narrowed = Pick<PeopleQuery, 'sort' | 'accountIds'> & { searched: ReturnType<typeof namesOf> | undefined }

const readingInSql = (
  handle: Handle,
  scope: Scope,
  segment: Segment,
  { sort, searched, accountIds }: Narrowed,
): Reading => {
  const { people, accounts } = handle.tables
  const order = peopleOrder(handle, scope, sort)
  const narrowed = and(customerIn(segment, handle, scope), searched?.isFound)
  return {
    walk: (from, count) => walkPeople(handle, scope, sort, from, count),
    among: async (ids) => {
      const rows = await handle.db
        // For SQLite: an index that held all that is selected would be read from end to end.
        .select({ id: people.id, traits: people.traits })
        .from(people)
        .leftJoin(accounts, theirAccount(handle))
        .where(and(eq(people.workspaceId, scope.workspaceId), inArray(people.id, ids), narrowed))
      return rows.map(({ id }) => id)
    },
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
    steps: stepsInSql,
  }
}

/** All people are looked at in memory in the time that some thousands of them are read from an index. */
const stepsInMemory = [256, 1_024]

const findCustomers = async (handle: Handle, workspaceId: string, ids: string[]): Promise<Customer[]> => {
  const { people, accounts } = handle.tables
  if (ids.length === 0) return []
  return handle.db
    .select({ person: getTableColumns(people), account: getTableColumns(accounts) })
    .from(people)
    .leftJoin(accounts, theirAccount(handle))
    .where(and(eq(people.workspaceId, workspaceId), inArray(people.id, ids)))
}

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
