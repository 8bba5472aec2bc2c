import type { Snapshot } from '@heed/contracts'
import type { Customer } from './people.queries.ts'

const dayMs = 86_400_000

/** Whole days since the account's, else the person's, `createdAt`; null when neither is known or it lies ahead. */
const tenureDays = ({ person, account }: Customer, at: Date) => {
  const since = account?.customerSince ?? person.customerSince
  if (!since || since > at) return null
  return Math.floor((at.getTime() - since.getTime()) / dayMs)
}

/** Plan, spend, tenure and traits of a customer at this moment. Verified only if person and account both are. */
export const snapshotOf = (customer: Customer, at: Date): Snapshot => {
  const { person, account } = customer
  return {
    plan: account?.plan ?? null,
    spendMinor: account?.spendMinor ?? null,
    currency: account?.currency ?? null,
    tenureDays: tenureDays(customer, at),
    traits: { ...account?.traits, ...person.traits },
    trust: person.trust === 'verified' && (account?.trust ?? 'verified') === 'verified' ? 'verified' : 'unverified',
  }
}
