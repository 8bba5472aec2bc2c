import { createHmac } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { signerOf } from '../../testing/signed.ts'
import { recordPerson } from '../people/record-person.ts'
import { revokeSigningKey } from './revoke-signing-key.ts'

const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
/** A token by hand, as whoever forges one makes it. */
const byHand = (header: object, payload: unknown, secret?: string) => {
  const signed = `${base64url(header)}.${base64url(payload)}`
  return `${signed}.${secret === undefined ? '' : createHmac('sha256', secret).update(signed).digest('base64url')}`
}
const hmac = (secret: string, userId: string) => createHmac('sha256', secret).update(userId).digest('hex')

/** The workspace that is attacked, with a key of each kind and one that is revoked; and another one. */
type Target = Awaited<ReturnType<typeof targetOf>>
type Forgery = [name: string, body: (target: Target) => unknown, code?: string]

const targetOf = async (heed: Parameters<Parameters<typeof describeOnBothStores>[1]>[0]) => {
  const workspace = await heed.workspace({})
  const { workspaceId } = workspace
  const other = await heed.workspace({})
  const [hs, es, rs, revoked, stranger] = await Promise.all([
    signerOf(heed, workspaceId, 'HS256'),
    signerOf(heed, workspaceId, 'ES256'),
    signerOf(heed, workspaceId, 'RS256'),
    signerOf(heed, workspaceId, 'HS256'),
    signerOf(heed, other.workspaceId, 'HS256'),
  ])
  await revokeSigningKey(heed.deps, workspaceId, revoked.keyId)
  await recordPerson(
    heed.deps,
    { workspaceId, source: 'server' },
    { userId: 'victim', name: 'Maria', account: { accountId: 'a1', plan: 'starter', spendMinor: 100 } },
  )
  const now = hs.nowSeconds()
  /** What the forger wants to be believed. */
  const wanted = {
    aud: workspaceId,
    iat: now,
    exp: now + 600,
    sub: 'victim',
    account: { id: 'a1', plan: 'enterprise', spendMinor: 9_999_900 },
  }
  return { ...workspace, other, hs, es, rs, revoked, stranger, now, wanted }
}

const token = (forged: (target: Target) => string | Promise<string>) => async (target: Target) => ({
  token: await forged(target),
})
const partsOf = async ({ hs, wanted }: Target) => (await hs.sign(wanted)).split('.') as [string, string, string]
const ownPair = generateKeyPair('ES256', { extractable: true })

const forgeries: Forgery[] = [
  ['a word', token(() => 'victim')],
  ['two dots', token(() => '..')],
  ['a token without a signature part', token(async (t) => (await partsOf(t)).slice(0, 2).join('.'))],
  ['a token with an empty signature', token(async (t) => `${(await partsOf(t)).slice(0, 2).join('.')}.`)],
  ['a token with five parts', token(async (t) => [...(await partsOf(t)), 'x', 'y'].join('.'))],
  ['alg none', token(({ hs, wanted }) => byHand({ alg: 'none', kid: hs.keyId }, wanted))],
  ['alg nOnE', token(({ hs, wanted }) => byHand({ alg: 'nOnE', kid: hs.keyId }, wanted))],
  ['alg none with a signature', token(({ hs, wanted }) => byHand({ alg: 'none', kid: hs.keyId }, wanted, 'x'))],
  ['no alg', token(({ hs, wanted }) => byHand({ kid: hs.keyId }, wanted, hs.secret))],
  [
    'HS256 with the RSA public key as the secret',
    token(({ rs, wanted }) => byHand({ alg: 'HS256', kid: rs.keyId }, wanted, rs.publicKey)),
  ],
  [
    'HS256 with the RSA public key as the secret, trimmed',
    token(({ rs, wanted }) => byHand({ alg: 'HS256', kid: rs.keyId }, wanted, rs.publicKey.trim())),
  ],
  [
    'HS256 with the EC public key as the secret',
    token(({ es, wanted }) => byHand({ alg: 'HS256', kid: es.keyId }, wanted, es.publicKey)),
  ],
  ['the secret with the kid of another key', token(({ hs, rs, wanted }) => hs.sign(wanted, { kid: rs.keyId }))],
  ['the RSA key with the kid of the secret', token(({ hs, rs, wanted }) => rs.sign(wanted, { kid: hs.keyId }))],
  ['HS512 with the right secret', token(({ hs, wanted }) => hs.sign(wanted, { alg: 'HS512' }))],
  [
    'RS256 announced as HS256',
    token(async ({ rs, wanted }) => {
      const [, payload, signature] = (await rs.sign(wanted)).split('.')
      return `${base64url({ alg: 'HS256', kid: rs.keyId })}.${payload}.${signature}`
    }),
  ],
  ['another secret', token(({ hs, wanted }) => byHand({ alg: 'HS256', kid: hs.keyId }, wanted, 'guessed'))],
  ['an empty secret', token(({ hs, wanted }) => byHand({ alg: 'HS256', kid: hs.keyId }, wanted, ''))],
  [
    'someone else’s id put into a good token',
    token(async ({ hs, wanted }) => {
      const [header, , signature] = (await hs.sign({ ...wanted, sub: 'me' })).split('.')
      return `${header}.${base64url(wanted)}.${signature}`
    }),
  ],
  [
    'a better plan put into a good token',
    token(async ({ hs, wanted }) => {
      const [header, , signature] = (await hs.sign({ ...wanted, account: { id: 'a1', plan: 'starter' } })).split('.')
      return `${header}.${base64url(wanted)}.${signature}`
    }),
  ],
  ['a signature cut short', token(async (t) => (await partsOf(t)).join('.').slice(0, -4))],
  ['a signature of zeros', token(async (t) => [...(await partsOf(t)).slice(0, 2), 'A'.repeat(43)].join('.'))],
  [
    'a key of the forger’s own in the header',
    token(async ({ es, wanted }) => {
      const { privateKey, publicKey } = await ownPair
      return es.sign(wanted, { jwk: await exportJWK(publicKey) }, privateKey)
    }),
  ],
  [
    'an address to fetch the forger’s key from',
    token(async ({ es, wanted }) =>
      es.sign(wanted, { jku: 'https://evil.example/jwks.json' }, (await ownPair).privateKey),
    ),
  ],
  [
    'a critical extension',
    token(({ hs, wanted }) => hs.sign(wanted, { crit: ['exp2'], exp2: 1 }).catch(() => 'x.y.z')),
  ],
  ['no kid', token(({ hs, wanted }) => hs.sign(wanted, { kid: undefined }))],
  ['a kid that is not there', token(({ hs, wanted }) => hs.sign(wanted, { kid: `${hs.keyId.slice(0, -4)}0000` }))],
  ['a revoked key', token(({ revoked, wanted }) => revoked.sign(wanted))],
  ['a key of another workspace', token(({ stranger, wanted }) => stranger.sign(wanted))],
  ['a kid up the folders', token(({ wanted }) => byHand({ alg: 'HS256', kid: '../../../../dev/null' }, wanted, ''))],
  ['a kid that is a file', token(({ wanted }) => byHand({ alg: 'HS256', kid: '/proc/self/environ' }, wanted, ''))],
  ['a kid that is SQL', token(({ wanted }) => byHand({ alg: 'HS256', kid: "' union select 'k' --" }, wanted, 'k'))],
  [
    'a kid that is an address',
    token(({ wanted }) => byHand({ alg: 'HS256', kid: 'https://evil.example/k' }, wanted, '')),
  ],
  ['a kid with NUL', token(({ hs, wanted }) => byHand({ alg: 'HS256', kid: `${hs.keyId}\u0000` }, wanted, hs.secret))],
  ['a kid that is a number', token(({ hs, wanted }) => byHand({ alg: 'HS256', kid: 1 }, wanted, hs.secret))],
  ['a kid that is a list', token(({ hs, wanted }) => byHand({ alg: 'HS256', kid: [hs.keyId] }, wanted, hs.secret))],
  ['a token that ended', token(({ hs, wanted, now }) => hs.sign({ ...wanted, exp: now - 61 })), 'identity_expired'],
  [
    'a token that ended years ago',
    token(({ hs, wanted }) => hs.sign({ ...wanted, iat: 1e9, exp: 1e9 + 60 })),
    'identity_expired',
  ],
  ['a token of tomorrow', token(({ hs, wanted, now }) => hs.sign({ ...wanted, nbf: now + 3600 }))],
  ['an iat in the future', token(({ hs, wanted, now }) => hs.sign({ ...wanted, iat: now + 300, exp: now + 600 }))],
  ['no end', token(({ hs, wanted }) => hs.sign({ ...wanted, exp: undefined }))],
  ['an end that is text', token(({ hs, wanted, now }) => hs.sign({ ...wanted, exp: `${now + 600}` }))],
  ['an end that is nothing', token(({ hs, wanted }) => hs.sign({ ...wanted, exp: null }))],
  ['an end in 25 hours', token(({ hs, wanted, now }) => hs.sign({ ...wanted, exp: now + 90_000 }))],
  ['an end in a year', token(({ hs, wanted, now }) => hs.sign({ ...wanted, iat: undefined, exp: now + 31_536_000 }))],
  ['the last hour of a month', token(({ hs, wanted, now }) => hs.sign({ ...wanted, iat: now - 2_592_000 }))],
  ['milliseconds for seconds', token(({ hs, wanted, now }) => hs.sign({ ...wanted, exp: (now + 600) * 1000 }))],
  ['no audience', token(({ hs, wanted }) => hs.sign({ ...wanted, aud: undefined }))],
  ['another workspace as audience', token(({ hs, other, wanted }) => hs.sign({ ...wanted, aud: other.workspaceId }))],
  ['a list of other audiences', token(({ hs, wanted }) => hs.sign({ ...wanted, aud: ['heed', '*'] }))],
  ['an audience that is no text', token(({ hs, wanted }) => hs.sign({ ...wanted, aud: true }))],
  ['nobody', token(({ hs, wanted }) => hs.sign({ ...wanted, sub: undefined }))],
  ['an empty id', token(({ hs, wanted }) => hs.sign({ ...wanted, sub: '' }))],
  ['an id that is a number', token(({ hs, wanted }) => hs.sign({ ...wanted, sub: 7 }))],
  ['an id that is a list', token(({ hs, wanted }) => hs.sign({ ...wanted, sub: ['victim'] }))],
  ['an id that is an object', token(({ hs, wanted }) => hs.sign({ ...wanted, sub: { $ne: null } }))],
  ['an id without end', token(({ hs, wanted }) => hs.sign({ ...wanted, sub: 'v'.repeat(256) }))],
  ['an id that would be cleaned into another', token(({ hs, wanted }) => hs.sign({ ...wanted, sub: 'vic\u0000tim' }))],
  ['two ids', token(({ hs, wanted }) => hs.sign({ ...wanted, sub: 'me', external_id: 'victim' }))],
  [
    'a list in place of claims',
    token(({ hs, wanted }) => byHand({ alg: 'HS256', kid: hs.keyId }, [wanted], hs.secret)),
  ],
  ['a token of 9 kB', token(({ hs, wanted }) => hs.sign({ ...wanted, pad: 'x'.repeat(7000) })), 'invalid_input'],
  ['a hash with another secret', () => ({ userId: 'victim', userHash: hmac('guessed', 'victim') })],
  ['the hash of another user', ({ hs }) => ({ userId: 'victim', userHash: hmac(hs.secret, 'me') })],
  ['a hash with the public key', ({ rs }) => ({ userId: 'victim', userHash: hmac(rs.publicKey, 'victim') })],
  ['a hash with a revoked key', ({ revoked }) => ({ userId: 'victim', userHash: hmac(revoked.secret, 'victim') })],
  ['a hash of another workspace', ({ stranger }) => ({ userId: 'victim', userHash: hmac(stranger.secret, 'victim') })],
  [
    'a token that was good, as an id and its hash',
    async ({ hs }) => {
      const [header, payload, signature = ''] = (await hs.sign({ sub: 'v', iat: undefined })).split('.')
      return { userId: `${header}.${payload}`, userHash: Buffer.from(signature, 'base64url').toString('hex') }
    },
  ],
  ['a plain hash', () => ({ userId: 'victim', userHash: '0'.repeat(64) })],
  [
    'a hash of half the length',
    ({ hs }) => ({ userId: 'victim', userHash: hmac(hs.secret, 'victim').slice(32) }),
    'invalid_input',
  ],
  ['a hash of nobody', ({ hs }) => ({ userHash: hmac(hs.secret, 'victim') }), 'invalid_input'],
]

describeOnBothStores('a forged identity', (heed) => {
  let made: Promise<Target> | undefined
  const target = () => {
    made ??= targetOf(heed)
    return made
  }
  const verified = async ({ workspaceId }: Target) => {
    const { db, tables } = heed.store.read
    const [people, accounts, visitors] = await Promise.all(
      [tables.people, tables.accounts, tables.visitors].map((table) =>
        db.select().from(table).where(eq(table.workspaceId, workspaceId)),
      ),
    )
    return { people, accounts, visitors }
  }

  it.each(forgeries)('changes nothing: %s', async (_name, body, code = 'identity_invalid') => {
    const attacked = await target()
    const before = await verified(attacked)
    const browser = attacked.visitor()

    const reply = await browser.put('/person', await body(attacked))

    expect(reply.problem).toMatchObject({ status: code === 'invalid_input' ? 400 : 401, code })
    if (code !== 'invalid_input') expect(reply.problem.detail).toMatch(/^[A-Z].*\.$/)
    expect(JSON.stringify(reply.body)).not.toContain(attacked.hs.secret)
    expect(await verified(attacked)).toEqual(before)
  })

  it('is what the same without the flaw is not', async () => {
    const attacked = await target()

    const replies = await Promise.all(
      [attacked.hs, attacked.es, attacked.rs].map(async (host) =>
        attacked.visitor().put('/person', { token: await host.sign({ ...attacked.wanted, sub: 'me' }) }),
      ),
    )

    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200])
    const hash = hmac(attacked.hs.secret, 'me').toUpperCase()
    expect((await attacked.visitor().put('/person', { userId: 'me', userHash: hash })).status).toBe(200)
  })

  it('is no claim of plan and spend either: it stays beside what is verified', async () => {
    const attacked = await targetOf(heed)
    const before = await verified(attacked)
    const browser = attacked.visitor()

    await browser.put('/person', {
      userId: 'victim',
      account: { accountId: 'a1', plan: 'enterprise', spendMinor: 9_999_900 },
    })

    const after = await verified(attacked)
    const trusted = (rows: unknown[]) => rows.filter((row) => (row as { trust: string }).trust === 'verified')
    expect(trusted(after.people ?? [])).toEqual(before.people)
    expect(trusted(after.accounts ?? [])).toEqual(before.accounts)
  })

  it('reads no token with the time of another clock than the server’s', async () => {
    const { hs, workspaceId, visitor } = await targetOf(heed)
    const real = Math.floor(Date.now() / 1000)

    const reply = await visitor().put('/person', {
      token: await new SignJWT({ sub: 'me', aud: workspaceId, exp: real + 600 })
        .setProtectedHeader({ alg: 'HS256', kid: hs.keyId })
        .sign(new TextEncoder().encode(hs.secret)),
    })

    expect(reply.problem.code).toBe('identity_invalid')
  })
})
