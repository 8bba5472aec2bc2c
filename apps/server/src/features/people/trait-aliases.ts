/** How a value is read: whole minor units, an amount in major units, a moment, an ISO 4217 code, a count, or text. */
export type TraitUnit = 'text' | 'email' | 'moment' | 'minor' | 'major' | 'currency' | 'count'

export type Alias = {
  field: string
  names: readonly string[]
  unit: TraitUnit
  /** Characters of a text; left out: 200. */
  most?: number
}

/** Names under which hosts send what Heed knows by one name. Everything else is a trait, under the name it came with. */
export const personAliases = [
  { field: 'name', names: ['name', 'fullName', 'full_name'], unit: 'text' },
  { field: 'email', names: ['email'], unit: 'email' },
  { field: 'locale', names: ['locale', 'language'], unit: 'text', most: 35 },
  { field: 'createdAt', names: ['createdAt', 'created_at', 'created', 'signedUpAt', 'signed_up_at'], unit: 'moment' },
] as const satisfies readonly Alias[]

export const accountAliases = [
  { field: 'name', names: ['name'], unit: 'text' },
  { field: 'plan', names: ['plan', 'planName', 'plan_name'], unit: 'text', most: 100 },
  { field: 'spendMinor', names: ['spendMinor', 'spend_minor', 'mrrCents', 'mrr_cents'], unit: 'minor' },
  {
    field: 'spendMinor',
    names: ['mrr', 'monthlySpend', 'monthly_spend', 'monthlyRate', 'monthly_rate'],
    unit: 'major',
  },
  { field: 'currency', names: ['currency'], unit: 'currency' },
  { field: 'seats', names: ['seats', 'seatCount', 'seat_count'], unit: 'count' },
  {
    field: 'createdAt',
    names: ['createdAt', 'created_at', 'created', 'customerSince', 'customer_since'],
    unit: 'moment',
  },
] as const satisfies readonly Alias[]

/** Of a person's traits, what says something of the account: for customers who are no company. */
export const ownAccountFields: readonly string[] = ['plan', 'spendMinor', 'currency']
