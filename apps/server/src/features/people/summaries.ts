import type { AccountItem, AccountSummary, PersonItem, PersonSummary, Snapshot } from '@heed/contracts'
import type { AccountRow, Customer, PersonRow } from './people.queries.ts'
import { snapshotOf, tenureDaysAt } from './snapshot.ts'

export const toPersonSummary = ({ id, userId, name, email, locale, trust }: PersonRow): PersonSummary => ({
  id,
  userId,
  name,
  email,
  locale,
  trust,
})

export const toAccountSummary = <A extends AccountRow | null>(account: A) =>
  (account && {
    id: account.id,
    accountId: account.externalId,
    name: account.name,
    seats: account.seats,
  }) as A extends AccountRow ? AccountSummary : AccountSummary | null

/** Plan, spend and tenure of a customer at a moment. */
export const toValues = (customer: Customer, at: Date) => {
  const { plan, spendMinor, currency, reportingSpendMinor, tenureDays } = snapshotOf(customer, at)
  return { plan, spendMinor, currency, reportingSpendMinor, tenureDays }
}

/** The same of an account by itself. */
export const toAccountValues = (account: AccountRow, at: Date) => {
  const { plan, spendMinor, currency, reportingSpendMinor, customerSince } = account
  return { plan, spendMinor, currency, reportingSpendMinor, tenureDays: tenureDaysAt(customerSince, at) }
}

export const toPersonItem = (customer: Customer, at: Date): PersonItem => ({
  ...toPersonSummary(customer.person),
  ...toValues(customer, at),
  account: toAccountSummary(customer.account),
  lastSeenAt: customer.person.lastSeenAt?.toISOString() ?? null,
  traits: { ...customer.account?.traits, ...customer.person.traits },
})

/** @param people how many belong to it */
export const toAccountItem = (account: AccountRow, people: number, at: Date): AccountItem => ({
  ...toAccountSummary(account),
  ...toAccountValues(account, at),
  trust: account.trust,
  people,
  traits: account.traits,
})

/** The snapshot that a row carries. */
export const toSnapshot = (row: Snapshot): Snapshot => ({
  plan: row.plan,
  spendMinor: row.spendMinor,
  currency: row.currency,
  reportingSpendMinor: row.reportingSpendMinor,
  tenureDays: row.tenureDays,
  traits: row.traits,
  trust: row.trust,
  valuesTrust: row.valuesTrust,
})
