export type Language = 'en' | 'de' | 'ar'
export type Plan = 'starter' | 'growth' | 'scale' | 'enterprise'
export const planNames: Record<Plan, string> = {
  starter: 'Starter',
  growth: 'Growth',
  scale: 'Scale',
  enterprise: 'Enterprise',
}
export type Currency = 'EUR' | 'GBP' | 'USD' | 'CHF'

export type Balance = { currency: Currency; minor: number; iban: string }

/** One line of the account. `minor` is negative for money that went out. Negative `daysAgo` would be the future. */
export type Payment = {
  id: string
  daysAgo: number
  party: string
  purpose: string
  minor: number
  currency: Currency
  way: 'transfer' | 'card' | 'debit' | 'fee'
  state: 'done' | 'pending' | 'declined'
}

export type Card = {
  id: string
  holder: string
  label: string
  lastFour: string
  expires: string
  kind: 'physical' | 'virtual'
  frozen: boolean
  spentMinor: number
  limitMinor: number
}

export type InvoiceState = 'draft' | 'sent' | 'paid' | 'overdue'

/** `dueInDays` counts from today; a negative number lies in the past. */
export type Invoice = {
  id: string
  number: string
  client: string
  clientEmail: string
  issuedDaysAgo: number
  dueInDays: number
  state: InvoiceState
  lines: { text: string; quantity: number; unitMinor: number }[]
}

/** A customer of the made-up bank: the person who is signed in, the company, and what stands in its account. */
export type Customer = {
  id: string
  name: string
  email: string
  language: Language
  /** Days since this person was given access. */
  memberForDays: number
  identityChecked: boolean
  company: {
    id: string
    name: string
    plan: Plan
    spendMinor: number
    customerForDays: number
    seats: number
    industry: string
    country: string
    address: string
  }
  balances: [Balance, ...Balance[]]
  payments: Payment[]
  cards: Card[]
  invoices: Invoice[]
}

/** The rows of an account as they are written down: newest first, ids by position. */
export const paymentRows = (
  owner: string,
  rows: [
    daysAgo: number,
    party: string,
    purpose: string,
    minor: number,
    way: Payment['way'],
    state?: Payment['state'],
  ][],
): Payment[] =>
  rows.map(([daysAgo, party, purpose, minor, way, state = 'done'], at) => ({
    id: `${owner}-${rows.length - at}`,
    daysAgo,
    party,
    purpose,
    minor,
    currency: 'EUR',
    way,
    state,
  }))

export const invoiceTotalMinor = (invoice: Invoice): number =>
  invoice.lines.reduce((sum, line) => sum + Math.round(line.quantity * line.unitMinor), 0)
