import type { Snapshot } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { type Customer, findCustomerByUserId } from './people.queries.ts'

const dayMs = 86_400_000

/** Whole days since becoming a customer; null when that is not known or lies ahead. */
export const tenureDaysAt = (since: Date | null, at: Date) =>
  since && since <= at ? Math.floor((at.getTime() - since.getTime()) / dayMs) : null

/** Plan, spend, tenure and traits of a customer at this moment. Verified only if person and account both are. */
export const snapshotOf = (customer: Customer, at: Date): Snapshot => {
  const { person, account } = customer
  const isVerified = person.trust === 'verified' && (account?.trust ?? 'verified') === 'verified'
  const trust = isVerified ? 'verified' : 'unverified'
  return {
    plan: account?.plan ?? null,
    spendMinor: account?.spendMinor ?? null,
    currency: account?.currency ?? null,
    reportingSpendMinor: account?.reportingSpendMinor ?? null,
    tenureDays: tenureDaysAt(account?.customerSince ?? person.customerSince, at),
    traits: { ...account?.traits, ...person.traits },
    trust,
    valuesTrust: trust,
  }
}

/**
 * The snapshot to keep on what a visitor says. Of a user whom the host's server named, only that word counts, also when
 * an unsigned visitor merely claims to be them: the values are true of the user, though nobody vouched for who speaks.
 */
export const visitorSnapshot = async (tx: Handle, customer: Customer, at: Date): Promise<Snapshot> => {
  const { workspaceId, userId, trust } = customer.person
  const named =
    userId && trust === 'unverified' ? await findCustomerByUserId(tx, workspaceId, userId, 'verified') : null
  return named ? { ...snapshotOf(named, at), trust: 'unverified' } : snapshotOf(customer, at)
}
