import type { PersonClaim } from '@heed/contracts'
import type { Customer } from './customer.ts'

const dayMs = 86_400_000

/**
 * What the host app tells Heed of its user: `heed('identify', claimOf(customer, new Date(), 'EUR'))`.
 * Dates are counted back from `now`, so that a newcomer stays one.
 */
export const claimOf = (customer: Customer, now: Date, currency: string): PersonClaim => {
  const ago = (days: number) => new Date(now.getTime() - days * dayMs).toISOString()
  const { company } = customer
  return {
    userId: customer.id,
    name: customer.name,
    email: customer.email,
    locale: customer.language,
    createdAt: ago(customer.memberForDays),
    account: {
      accountId: company.id,
      name: company.name,
      plan: company.plan,
      spendMinor: company.spendMinor,
      currency,
      createdAt: ago(company.customerForDays),
      seats: company.seats,
      traits: { industry: company.industry, country: company.country },
    },
  }
}
