import type { AccountSort } from '@heed/contracts'
import { accountLabel, type Handle } from '@heed/db'
import { sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Scope } from '../segments/scope.ts'
import { sortKeyOf } from './customer-search.ts'
import { type Order, paramAs } from './list-order.ts'
import type { Place } from './list-place.ts'
import type { AccountRow } from './people.queries.ts'

/** What each sort of accounts goes by, for reading cursors. */
export const accountSorts = { name: 'text', spend: 'number', tenure: 'time' } as const

/** An account as it is listed, beside which a segment looks at people joined to theirs. */
export const listedOf = ({ tables: { accounts } }: Handle) => alias(accounts, 'listed')
export type Listed = ReturnType<typeof listedOf>

/** Accounts by what they are called; by spend, highest first; by how long they have been a customer, longest first. */
export const accountOrder = (handle: Handle, listed: Listed, { unverifiedValues }: Scope, sort: AccountSort): Order => {
  const common = { tie: sql`''`, id: listed.id }
  const counts = unverifiedValues === 'use' ? sql`1 = 1` : sql`${listed.trust} = 'verified'`
  switch (sort) {
    case 'name': {
      const value = handle.dialect.sortKey(accountLabel(listed))
      return { ...common, value, known: sql`${value} >= ''`, descending: false, param: paramAs() }
    }
    case 'spend': {
      const value = listed.reportingSpendMinor
      const known = sql`(${counts} and ${value} is not null)`
      return { ...common, value, known, descending: true, param: paramAs() }
    }
    case 'tenure': {
      const value = listed.customerSince
      const known = sql`(${counts} and ${value} is not null)`
      return { ...common, value, known, descending: false, param: paramAs(value) }
    }
  }
}

/** Where an account stands in a sort: the same that `accountOrder` says in SQL. */
export const placeOfAccount = (account: AccountRow, sort: AccountSort, scope: Scope): Place => {
  const { id } = account
  const isCounted = scope.unverifiedValues === 'use' || account.trust === 'verified'
  switch (sort) {
    case 'name':
      return { value: sortKeyOf(account.name || account.externalId), tie: '', id }
    case 'spend':
      return { value: isCounted ? account.reportingSpendMinor : null, tie: '', id }
    case 'tenure':
      return { value: isCounted ? (account.customerSince?.getTime() ?? null) : null, tie: '', id }
  }
}
