import { describe, expect, it } from 'vitest'
import { PersonClaim } from './people.ts'
import { Traits } from './traits.ts'

const faultsOf = (claim: unknown) => PersonClaim.safeParse(claim).error?.issues.map(({ path }) => path.join('.')) ?? []

describe('what is said of a person', () => {
  it('may be little or much', () => {
    expect(faultsOf({})).toEqual([])
    expect(
      faultsOf({
        userId: 'u1',
        email: 'maria@acme.example',
        createdAt: '2025-03-01T10:00:00+02:00',
        traits: { role: 'admin', logins: 12, beta: true },
        account: { accountId: 'a1', plan: 'growth', spendMinor: 0, currency: 'EUR', seats: 0 },
      }),
    ).toEqual([])
  })

  it.each([
    ['an e-mail that is none', { email: 'maria' }, 'email'],
    ['a date in words', { createdAt: 'yesterday' }, 'createdAt'],
    ['spend in parts of a cent', { account: { accountId: 'a', spendMinor: 0.5 } }, 'account.spendMinor'],
    ['spend below nothing', { account: { accountId: 'a', spendMinor: -1 } }, 'account.spendMinor'],
    ['a currency in small letters', { account: { accountId: 'a', currency: 'eur' } }, 'account.currency'],
    ['an account without an id', { account: { plan: 'growth' } }, 'account.accountId'],
    ['a trait that is an object', { traits: { tags: { a: 1 } } }, 'traits.tags'],
  ])('names the field of %s', (_name, claim, field) => {
    expect(faultsOf(claim)).toEqual([field])
  })

  it('has one fault where there are too many traits, whatever is wrong with each', () => {
    const traits = Object.fromEntries(Array.from({ length: 50_000 }, (_, i) => [i, {}]))

    const { error } = PersonClaim.safeParse({ traits })

    expect(error?.issues.map(({ path, message }) => [path, message])).toEqual([[['traits'], 'at most 200 traits']])
  })

  it('does not take trait names that could change an object, or too many', () => {
    expect(Object.getPrototypeOf(Traits.parse(JSON.parse('{"__proto__":{"polluted":true}}')))).toBe(Object.prototype)
    expect(Traits.safeParse({ 'a"b': 'x' }).success).toBe(false)
    expect(Traits.safeParse(Object.fromEntries(Array.from({ length: 201 }, (_, i) => [`t${i}`, i]))).success).toBe(
      false,
    )
  })
})
