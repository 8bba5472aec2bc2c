import type { CustomerSort, Segment } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { type BaseCount, type BaseDimension, countBase, listSpends } from '../results/count-base.ts'
import type { SpendBounds } from '../results/dimensions-sql.ts'
import { type PeopleSet, readPeopleSet } from '../results/frames/people-sets.ts'
import type { Scope } from '../segments/scope.ts'
import { countCustomers, type Size } from '../segments/segment-size.queries.ts'
import type { Place } from './list-place.ts'

/** Whom a segment holds, listed. */
export type FoundPeople = {
  /** Which of these people it holds, in their order; in time as they are many. */
  among(ids: string[]): string[]
  /** Ids of the first of all after a place, in order; in time as there are people. */
  first(sort: CustomerSort, after: Place | undefined, count: number): string[]
}

/**
 * What is asked of all people of a workspace as they are now, read in SQL or from memory. A test holds the two together
 * on both stores.
 */
export type Customers = {
  size(segment: Segment): Promise<Size>
  base(
    segment: Segment,
    by: readonly BaseDimension[],
    options: { of: 'people' | 'accounts'; spendBounds?: SpendBounds | undefined },
  ): Promise<BaseCount[]>
  /**
   * What each account spends a month where that counts, of those that nobody is in too; in no order. From memory the same
   * list until one changes.
   */
  spends(): Promise<readonly (number | null)[]>
  /** Who is held, to be asked of rows that people left. */
  peopleSet(segment: Segment): Promise<PeopleSet>
  /** Null: they are not at hand, and a list is better read from indexes. */
  found(segment: Segment): Promise<FoundPeople | null>
}

/** For one look at customers: now, and with what counts of them. */
export type CustomersOf = (scope: Scope) => Customers

export const customersInSql = (handle: Handle, scope: Scope): Customers => ({
  size: (segment) => countCustomers(handle, scope, segment),
  base: (segment, by, options) => countBase(handle, scope, segment, by, options),
  spends: () => listSpends(handle, scope),
  peopleSet: (segment) => readPeopleSet(handle, scope, segment),
  found: async () => null,
})
