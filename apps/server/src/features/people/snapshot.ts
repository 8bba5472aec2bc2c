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
  return {
    plan: account?.plan ?? null,
    spendMinor: account?.spendMinor ?? null,
    currency: account?.currency ?? null,
    tenureDays: tenureDaysAt(account?.customerSince ?? person.customerSince, at),
    traits: { ...account?.traits, ...person.traits },
    trust: person.trust === 'verified' && (account?.trust ?? 'verified') === 'verified' ? 'verified' : 'unverified',
  }
}

/**
 * The snapshot to keep on what a visitor says. What an unsigned visitor leaves out is filled in from what the host's
 * server said of the user they claim to be; it stays unverified, because nobody vouched for the claim itself.
 */
export const visitorSnapshot = async (tx: Handle, customer: Customer, at: Date): Promise<Snapshot> => {
  const claimed = snapshotOf(customer, at)
  const { workspaceId, userId, trust } = customer.person
  const named =
    userId && trust === 'unverified' ? await findCustomerByUserId(tx, workspaceId, userId, 'verified') : null
  if (!named) return claimed
  const known = snapshotOf(named, at)
  const spend = claimed.spendMinor === null ? known : claimed
  return {
    plan: claimed.plan ?? known.plan,
    spendMinor: spend.spendMinor,
    currency: spend.currency,
    tenureDays: claimed.tenureDays ?? known.tenureDays,
    traits: { ...known.traits, ...claimed.traits },
    trust: 'unverified',
  }
}
