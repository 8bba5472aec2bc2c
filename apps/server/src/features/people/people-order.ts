import type { CustomerSort } from '@heed/contracts'
import { type Handle, personLabel } from '@heed/db'
import { sql } from 'drizzle-orm'
import type { Scope } from '../segments/scope.ts'
import { sortKeyOf } from './customer-search.ts'
import { type Order, paramAs } from './list-order.ts'
import type { Place } from './list-place.ts'
import type { Customer } from './people.queries.ts'

/** What each sort of people goes by, for reading cursors. */
export const peopleSorts = { name: 'text', spend: 'number', tenure: 'time', seen: 'time' } as const

/** Whether plan, spend and tenure of somebody count, who may be known by a browser's claim alone. */
const counts = ({ tables: { people } }: Handle, { unverifiedValues }: Scope) =>
  unverifiedValues === 'use' ? sql`1 = 1` : sql`${people.trust} = 'verified'`

/**
 * People by what they are called; by their account's spend, highest first; by how long the account, else they themselves,
 * have been a customer, longest first; by who was here last. Over people joined to their accounts.
 */
export const peopleOrder = (handle: Handle, scope: Scope, sort: CustomerSort): Order => {
  const { people, accounts } = handle.tables
  const { id } = people
  switch (sort) {
    case 'name': {
      const value = handle.dialect.sortKey(personLabel(people))
      return { value, known: sql`${value} is not null`, tie: sql`''`, id, descending: false, param: paramAs() }
    }
    case 'seen': {
      const value = people.lastSeenAt
      return { value, known: sql`${value} is not null`, tie: sql`''`, id, descending: true, param: paramAs(value) }
    }
    case 'spend': {
      const value = accounts.reportingSpendMinor
      const known = sql`${counts(handle, scope)} and ${value} is not null`
      return { value, known, tie: accounts.id, id, descending: true, param: paramAs() }
    }
    case 'tenure': {
      const value = sql`coalesce(${accounts.customerSince}, ${people.customerSince})`
      return {
        value,
        known: sql`${counts(handle, scope)} and ${value} is not null`,
        tie: sql`case when ${accounts.customerSince} is null then '' else ${accounts.id} end`,
        id,
        descending: false,
        param: paramAs(accounts.customerSince),
      }
    }
  }
}

/** Where a person stands in a sort: the same that `peopleOrder` says in SQL. */
export const placeOfPerson = ({ person, account }: Customer, sort: CustomerSort, scope: Scope): Place => {
  const { id } = person
  const isCounted = scope.unverifiedValues === 'use' || person.trust === 'verified'
  const nowhere = { value: null, tie: '', id }
  switch (sort) {
    case 'name': {
      const label = person.name || person.email || person.userId
      return label === null ? nowhere : { value: sortKeyOf(label), tie: '', id }
    }
    case 'seen':
      return { value: person.lastSeenAt?.getTime() ?? null, tie: '', id }
    case 'spend': {
      const spend = account?.reportingSpendMinor ?? null
      return isCounted && account && spend !== null ? { value: spend, tie: account.id, id } : nowhere
    }
    case 'tenure': {
      const since = account?.customerSince ?? person.customerSince
      return isCounted && since
        ? { value: since.getTime(), tie: account?.customerSince ? account.id : '', id }
        : nowhere
    }
  }
}
