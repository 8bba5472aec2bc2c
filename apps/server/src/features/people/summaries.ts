import type { AccountSummary, PersonSummary, Snapshot } from '@heed/contracts'
import type { AccountRow, PersonRow } from './people.queries.ts'

export const toPersonSummary = ({ id, userId, name, email, locale, trust }: PersonRow): PersonSummary => ({
  id,
  userId,
  name,
  email,
  locale,
  trust,
})

export const toAccountSummary = (account: AccountRow | null): AccountSummary | null =>
  account && { id: account.id, accountId: account.externalId, name: account.name, seats: account.seats }

/** The snapshot that a row carries. */
export const toSnapshot = ({ plan, spendMinor, currency, tenureDays, traits, trust }: Snapshot): Snapshot => ({
  plan,
  spendMinor,
  currency,
  tenureDays,
  traits,
  trust,
})
