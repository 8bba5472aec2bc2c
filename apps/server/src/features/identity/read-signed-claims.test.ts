import { expect, it } from 'vitest'
import { readSignedClaims } from './read-signed-claims.ts'

const read = (claims: Parameters<typeof readSignedClaims>[0]) => readSignedClaims(claims, 'USD')

it('reads a person and the account by the names of identify', () => {
  const { person, warnings } = read({
    sub: 'u1',
    aud: 'wsp_1',
    iat: 1,
    exp: 2,
    email: 'maria@acme.example',
    name: 'Maria',
    locale: 'de-AT',
    created_at: '2025-03-01T10:00:00Z',
    traits: { role: 'admin' },
    account: { id: 'a1', plan: 'growth', spendMinor: 12_900, currency: 'EUR', created_at: '2024-02-01T00:00:00Z' },
  })

  expect(warnings).toEqual([])
  expect(person).toEqual({
    userId: 'u1',
    email: 'maria@acme.example',
    name: 'Maria',
    locale: 'de-AT',
    createdAt: '2025-03-01T10:00:00.000Z',
    traits: { role: 'admin' },
    account: {
      accountId: 'a1',
      plan: 'growth',
      spendMinor: 12_900,
      currency: 'EUR',
      createdAt: '2024-02-01T00:00:00.000Z',
      traits: {},
    },
  })
})

it('takes external_id in place of sub, and both where they are one', () => {
  expect(read({ external_id: 'u1' }).person.userId).toBe('u1')
  expect(read({ external_id: 'u1', sub: 'u1' }).person.userId).toBe('u1')
})

it('leaves out what it cannot read, and names it', () => {
  const { person, warnings } = read({
    sub: 'u1',
    email: 'maria',
    name: null,
    traits: { role: 'admin' },
    account: { id: 'a1', plan: 'growth', spendMinor: -1 },
  })

  expect(person).toEqual({
    userId: 'u1',
    traits: { role: 'admin' },
    account: { accountId: 'a1', plan: 'growth', traits: {} },
  })
  expect(warnings.map(({ field }) => field)).toEqual(['email', 'account.spendMinor'])
})

it.each([{ plan: 'growth' }, 'a1', 7, []])('takes no account from %j', (account) => {
  const { person, warnings } = read({ sub: 'u1', account })

  expect(person).toEqual({ userId: 'u1', traits: {} })
  expect(warnings.map(({ field }) => field)).toContain('account')
})

it('takes spend and dates by the names that servers use', () => {
  const { person, warnings } = read({
    sub: 'u1',
    traits: { signed_up_at: 1424730535 },
    account: { id: 'a1', mrr: 129.9, currency: 'eur' },
  })

  expect(warnings).toEqual([])
  expect(person).toMatchObject({
    createdAt: '2015-02-23T22:28:55.000Z',
    account: { accountId: 'a1', spendMinor: 12_990, currency: 'EUR' },
  })
})
