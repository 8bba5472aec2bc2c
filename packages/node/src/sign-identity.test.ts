import { createHmac, generateKeyPairSync } from 'node:crypto'
import { PersonClaim, signingAlgorithms } from '@heed/contracts'
import { decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type SigningKey, signIdentity, userHash } from './index.ts'

const secret = 'a secret that Heed has made, 43 characters.'
const named = { kid: 'sgk_1', workspaceId: 'wsp_1' }
const key: SigningKey = { ...named, secret }
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
const pem = (pair: typeof ec) => pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()

const now = new Date('2026-03-02T10:00:00.400Z')
const nowSeconds = Math.floor(now.getTime() / 1000)
beforeEach(() => {
  vi.useFakeTimers({ now, toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const lena = {
  userId: '4711',
  email: 'lena@acme.example',
  name: 'Lena Okafor',
  createdAt: new Date('2024-02-01T00:00:00Z'),
  locale: 'de-CH',
  traits: { role: 'admin', beta: true, regions: ['eu'], left: undefined },
  account: {
    accountId: 'acme',
    name: 'Acme',
    plan: 'growth',
    spendMinor: 12_900,
    currency: 'EUR',
    createdAt: '2023-11-05T12:00:00+01:00',
    seats: 40,
    traits: { industry: 'Retail' },
  },
}

describe('a token', () => {
  it('says who the user is, to one workspace, for five minutes', async () => {
    const token = await signIdentity(key, lena)

    expect(decodeProtectedHeader(token)).toEqual({ alg: 'HS256', kid: 'sgk_1' })
    const { payload } = await jwtVerify(token, new TextEncoder().encode(secret), {
      algorithms: ['HS256'],
      audience: 'wsp_1',
    })
    expect(payload).toEqual({
      sub: '4711',
      aud: 'wsp_1',
      iat: nowSeconds,
      exp: nowSeconds + 300,
      email: 'lena@acme.example',
      name: 'Lena Okafor',
      createdAt: '2024-02-01T00:00:00.000Z',
      locale: 'de-CH',
      traits: { role: 'admin', beta: true, regions: ['eu'] },
      account: { ...lena.account, createdAt: '2023-11-05T11:00:00.000Z' },
    })
  })

  it('says nothing that the contract does not take', async () => {
    const { sub, aud, iat, exp, ...said } = decodeJwt(await signIdentity(key, lena))
    expect(PersonClaim.parse({ userId: sub, ...said })).toEqual({ userId: '4711', ...said })
  })

  it('says nothing of a day that is null, as JavaScript may have it', async () => {
    const never = null as unknown as undefined
    const person = { userId: '1', createdAt: never, account: { accountId: 'a', createdAt: never } }

    const { createdAt, account } = decodeJwt(await signIdentity(key, person))

    expect({ createdAt, account }).toEqual({ createdAt: undefined, account: { accountId: 'a' } })
  })

  it('lasts as long as it is told, a day at most', async () => {
    const lasts = async (expiresInSeconds: number) =>
      Number(decodeJwt(await signIdentity(key, { userId: '1' }, { expiresInSeconds })).exp) - nowSeconds

    expect(await lasts(86_400)).toBe(86_400)
    expect(await lasts(0.5)).toBe(1)
    await expect(lasts(86_401)).rejects.toThrow(/expiresInSeconds .* 86400/)
    await expect(lasts(0)).rejects.toThrow(/expiresInSeconds/)
    await expect(lasts(Number.NaN)).rejects.toThrow(/expiresInSeconds/)
  })

  it.each([
    ['ES256', 'PEM', ec, pem(ec)],
    ['ES256', 'PEM in one line', ec, pem(ec).replaceAll('\n', '\\n')],
    ['ES256', 'KeyObject', ec, ec.privateKey],
    ['RS256', 'PEM', rsa, pem(rsa)],
    ['RS256', 'KeyObject', rsa, rsa.privateKey],
  ] as const)('is signed in %s with a %s', async (algorithm, _form, pair, privateKey) => {
    const token = await signIdentity({ ...named, algorithm, privateKey }, lena)

    const { protectedHeader, payload } = await jwtVerify(token, pair.publicKey, { algorithms: [algorithm] })
    expect(protectedHeader).toEqual({ alg: algorithm, kid: 'sgk_1' })
    expect(payload.sub).toBe('4711')
  })

  it('is signed with a CryptoKey', async () => {
    const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
    const pair = await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify'])

    const token = await signIdentity({ ...named, algorithm: 'ES256', privateKey: pair.privateKey }, lena)

    expect((await jwtVerify(token, pair.publicKey)).payload.sub).toBe('4711')
  })

  it('is signed in every algorithm of the contract', () => {
    expect([...signingAlgorithms]).toEqual(['HS256', 'ES256', 'RS256'] satisfies SigningKey['algorithm'][])
  })
})

describe('no token', () => {
  const keys: [string, object, RegExp][] = [
    ['kid', { ...key, kid: '' }, /kid is missing/],
    ['kid at all', { workspaceId: 'wsp_1', secret }, /kid is missing/],
    ['workspace', { ...key, workspaceId: undefined }, /workspaceId is missing/],
    ['secret', { ...named }, /secret is 0 bytes long/],
    ['secret that is long enough', { ...named, secret: 'x'.repeat(31) }, /secret is 31 bytes long, HS256 needs 32/],
    ['private key', { ...named, algorithm: 'ES256', secret }, /ES256 needs a privateKey/],
    ['private key that can be read', { ...named, algorithm: 'RS256', privateKey: 'MIIE' }, /privateKey cannot be read/],
    ['key of that kind', { ...named, algorithm: 'RS256', privateKey: pem(ec) }, /cannot sign RS256/],
    ['algorithm', { ...named, algorithm: 'none', privateKey: pem(ec) }, /cannot sign none/],
  ]
  it.each(keys)('is made without a %s', async (_name, bad, fault) => {
    await expect(signIdentity(bad as SigningKey, lena)).rejects.toThrow(fault)
  })

  it.each([
    ['a user without an id', { ...lena, userId: '' }, /userId/],
    ['a user whose id is a number', { ...lena, userId: 4711 as unknown as string }, /userId must be text/],
    ['an account without an id', { ...lena, account: { plan: 'growth' } as never }, /account\.accountId/],
    ['a day that is none', { ...lena, createdAt: 'soon' }, /createdAt must be a date/],
    [
      'a day of the account that is none',
      { ...lena, account: { accountId: 'a', createdAt: new Date('x') } },
      /account\./,
    ],
    [
      'a day in Unix time',
      { ...lena, createdAt: 1_709_211_909 as never },
      /: createdAt must be a date, as a Date or as text, not a number/,
    ],
    [
      'a day of the account in Unix time',
      { ...lena, account: { accountId: 'a', createdAt: 1_709_211_909 as never } },
      /account\.createdAt must be a date, .* not a number/,
    ],
    ['too much to say', { ...lena, traits: { text: 'x'.repeat(8_000) } }, /Heed takes 8192/],
  ])('is made for %s', async (_name, person, fault) => {
    await expect(signIdentity(key, person)).rejects.toThrow(fault)
  })

  it('has the secret in its fault', async () => {
    const short = 'opensesame'
    await expect(signIdentity({ ...named, secret: short }, lena)).rejects.not.toThrow(short)
  })
})

describe('the hash of a user', () => {
  it('is the HMAC-SHA256 of the id, in hex', () => {
    // RFC 4231, test case 2.
    expect(userHash('what do ya want for nothing?', 'Jefe')).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    )
    expect(userHash('Zoë', secret)).toBe(createHmac('sha256', secret).update('Zoë').digest('hex'))
  })

  it('is not made of nothing', () => {
    expect(() => userHash('', secret)).toThrow(/userId/)
    expect(() => userHash('1', '')).toThrow(/secret/)
    expect(() => userHash('eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0', secret)).toThrow(/beginning of a token/)
    expect(() => userHash(undefined as unknown as string, secret)).toThrow(/userId/)
  })
})
