import { PersonClaim } from '@heed/contracts'
import { describe, expect, it } from 'vitest'
import { customers, firstCustomer } from './all.ts'
import { billingCurrency } from './billing-currency.ts'
import { chosenCustomer, keepCustomer } from './chosen-customer.ts'
import { claimOf } from './claim.ts'

const storageWith = (kept: string | null) => ({ getItem: () => kept })

describe('the customers of the demo', () => {
  it.each(customers)('$name makes a claim that Heed accepts, recognisably of the demo', (customer) => {
    const now = new Date('2026-03-01T10:00:00Z')

    const claim = PersonClaim.parse(claimOf(customer, now, 'USD'))

    expect(claim.userId).toMatch(/^demo-/)
    expect(claim.account).toMatchObject({ currency: 'USD', spendMinor: customer.company.spendMinor })
    expect(claim.account?.accountId).toMatch(/^demo-/)
    expect(claim.email).toMatch(/\.example$/)
    expect(Date.parse(claim.createdAt ?? '')).toBe(now.getTime() - customer.memberForDays * 86_400_000)
  })

  it('differ in id and company and cover all four plans and three languages', () => {
    expect(new Set(customers.map(({ id }) => id)).size).toBe(customers.length)
    expect(new Set(customers.map(({ company }) => company.id)).size).toBe(customers.length)
    expect(new Set(customers.map(({ company }) => company.plan)).size).toBe(4)
    expect(new Set(customers.map(({ language }) => language))).toEqual(new Set(['en', 'de', 'ar']))
  })

  it('each have an invoice left to send, and nobody was there before the company', () => {
    for (const { invoices, memberForDays, company } of customers) {
      expect(invoices.some(({ state }) => state === 'draft')).toBe(true)
      expect(memberForDays).toBeLessThanOrEqual(company.customerForDays)
    }
  })
})

describe('who is signed in', () => {
  it('is the one whom the address names, by short or full id', () => {
    expect(chosenCustomer('?as=maryam', storageWith('demo-lena')).id).toBe('demo-maryam')
    expect(chosenCustomer('?as=demo-tom', storageWith(null)).id).toBe('demo-tom')
  })

  it('is the one who was chosen before when the address names nobody we know', () => {
    expect(chosenCustomer('', storageWith('demo-lena')).id).toBe('demo-lena')
    expect(chosenCustomer('?as=nobody', storageWith('demo-lena')).id).toBe('demo-lena')
  })

  it('is the first customer when storage is empty or refused', () => {
    const refusing = {
      getItem: () => {
        throw new DOMException('refused', 'SecurityError')
      },
      setItem: () => {
        throw new DOMException('refused', 'SecurityError')
      },
    }

    keepCustomer(firstCustomer, refusing)

    expect(chosenCustomer('', refusing)).toBe(firstCustomer)
    expect(chosenCustomer('', storageWith(null))).toBe(firstCustomer)
  })
})

describe('the currency in which the bank bills', () => {
  const storage = (kept: string | null) => {
    const values = new Map(kept ? [['northbank.currency', kept]] : [])
    return {
      values,
      getItem: (name: string) => values.get(name) ?? null,
      setItem: (name: string, value: string) => void values.set(name, value),
    }
  }

  it('is the one that the address names, and stays that for the tab', () => {
    const tab = storage(null)

    expect(billingCurrency('?key=pk_x&currency=USD', tab)).toBe('USD')
    expect(billingCurrency('', tab)).toBe('USD')
  })

  it('is the euro, where nothing is named or storage is refused', () => {
    const refused = () => {
      throw new DOMException('refused', 'SecurityError')
    }
    expect(billingCurrency('', storage(null))).toBe('EUR')
    expect(billingCurrency('?currency=dollars', storage(null))).toBe('EUR')
    expect(billingCurrency('?currency=CHF', { getItem: refused, setItem: refused })).toBe('CHF')
    expect(billingCurrency('', { getItem: refused, setItem: refused })).toBe('EUR')
  })
})
