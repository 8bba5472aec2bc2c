import { generateKeyPairSync } from 'node:crypto'
import type { CreatedSigningKey, IdentitySettings } from '@heed/contracts'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { signInAs } from '../../testing/sign-in-as.ts'
import { signerOf } from '../../testing/signed.ts'

const pem = (key: { export(options: { type: 'spki'; format: 'pem' }): string | Buffer }) =>
  key.export({ type: 'spki', format: 'pem' }).toString()
const rsa = (modulusLength: number) => generateKeyPairSync('rsa', { modulusLength })
const ec = (namedCurve: string) => generateKeyPairSync('ec', { namedCurve })
const rsa2048 = rsa(2048)

describeOnBothStores('the settings of signed identity', (heed) => {
  const given = async () => {
    const workspace = await heed.workspace({})
    return { ...workspace, admin: await signInAs(heed, workspace.workspaceId, 'admin') }
  }

  it('tell what the audience of tokens is, and believe nobody from the start', async () => {
    const { workspaceId } = await given()
    const viewer = await signInAs(heed, workspaceId, 'viewer')

    const { body } = await viewer.get('/identity')

    expect(body).toEqual({
      workspaceId,
      enforced: false,
      unverifiedValues: 'ignore',
      keys: [],
      seen: { days: 30, signed: 0, unsigned: 0, anonymous: 0 },
    })
  })

  it('tell the secret of a new key once', async () => {
    const { admin } = await given()

    const made = await admin.send<CreatedSigningKey>('POST', '/identity/keys', { algorithm: 'HS256', name: 'Web app' })
    const { body } = await admin.get<IdentitySettings>('/identity')

    expect(made.status).toBe(201)
    expect(made.body.secret).toMatch(/^[\w-]{43}$/)
    expect(made.headers['cache-control']).toBe('no-store')
    const { secret, ...told } = made.body
    expect(body.keys).toEqual([told])
    expect(told).toMatchObject({ algorithm: 'HS256', name: 'Web app', hint: secret?.slice(0, 6), lastUsedAt: null })
    expect(JSON.stringify(body)).not.toContain(secret)
  })

  it.each([
    ['RS256', rsa2048],
    ['RS256', rsa(4096)],
    ['ES256', ec('P-256')],
  ] as const)('take a public key for %s', async (algorithm, { publicKey }) => {
    const { admin } = await given()

    const made = await admin.send<CreatedSigningKey>('POST', '/identity/keys', {
      algorithm,
      name: 'Web app',
      publicKey: `\n${pem(publicKey)}\n`,
    })

    expect(made).toMatchObject({ status: 201, body: { algorithm, secret: null } })
    expect(made.body.hint).toMatch(/^[0-9a-f]{16}$/)
  })

  it.each([
    ['RS256', 'an RSA key that is too short', pem(rsa(1024).publicKey)],
    ['RS256', 'an EC key', pem(ec('P-256').publicKey)],
    ['ES256', 'an RSA key', pem(rsa2048.publicKey)],
    ['ES256', 'another curve', pem(ec('P-384').publicKey)],
    ['ES256', 'the curve of coins', pem(ec('secp256k1').publicKey)],
    ['RS256', 'a private key', rsa2048.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()],
    ['RS256', 'an older form', rsa2048.publicKey.export({ type: 'pkcs1', format: 'pem' }).toString()],
    ['RS256', 'a key for RSA-PSS', pem(generateKeyPairSync('rsa-pss', { modulusLength: 2048 }).publicKey)],
    ['RS256', 'a certificate', '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----'],
    ['RS256', 'a broken key', '-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----'],
    ['RS256', 'a word', 'key'],
  ])('refuse for %s %s', async (algorithm, _what, publicKey) => {
    const { admin } = await given()

    const made = await admin.send('POST', '/identity/keys', { algorithm, name: 'Web app', publicKey })

    expect(made.problem).toMatchObject({ status: 400, code: 'signing_key_unfit' })
    expect(made.problem.detail).toBeTruthy()
    expect((await admin.get<IdentitySettings>('/identity')).body.keys).toEqual([])
  })

  it('enforce nothing without a key, and keep the last key while they enforce', async () => {
    const { admin, workspaceId } = await given()
    const early = await admin.send('PATCH', '/identity', { enforced: true })
    const host = await signerOf(heed, workspaceId)

    await admin.send('PATCH', '/identity', { enforced: true })
    const last = await admin.send('DELETE', `/identity/keys/${host.keyId}`)
    const during = await admin.get<IdentitySettings>('/identity')
    await admin.send('PATCH', '/identity', { enforced: false })
    const free = await admin.send('DELETE', `/identity/keys/${host.keyId}`)

    expect(early.problem).toMatchObject({ status: 409, code: 'nobody_signed' })
    expect(last.problem).toMatchObject({ status: 409, code: 'nobody_signed' })
    expect(during.body).toMatchObject({ enforced: true, keys: [{ id: host.keyId }] })
    expect(free.status).toBe(204)
    expect((await admin.get('/identity')).body).toMatchObject({ enforced: false, keys: [] })
  })

  it('change what is left out of a patch in nothing', async () => {
    const { admin } = await given()
    await admin.send('PATCH', '/identity', { unverifiedValues: 'use' })

    const { body } = await admin.send('PATCH', '/identity', {})

    expect(body).toMatchObject({ enforced: false, unverifiedValues: 'use' })
  })

  it('revoke a key once, at once, and no key of another workspace', async () => {
    const { admin, workspaceId, visitor } = await given()
    const host = await signerOf(heed, workspaceId)
    const there = await given()

    const elsewhere = await there.admin.send('DELETE', `/identity/keys/${host.keyId}`)
    const kept = await visitor().put('/person', { token: await host.sign({ sub: 'u1' }) })
    const revoked = await admin.send('DELETE', `/identity/keys/${host.keyId}`)
    const refused = await visitor().put('/person', { token: await host.sign({ sub: 'u1' }) })

    expect(elsewhere.problem.code).toBe('signing_key_not_found')
    expect(kept.status).toBe(200)
    expect(revoked.status).toBe(204)
    expect(refused.problem.code).toBe('identity_invalid')
    expect((await admin.send('DELETE', `/identity/keys/${host.keyId}`)).problem.code).toBe('signing_key_not_found')
  })

  it('count the visitors of the last 30 days by how they came', async () => {
    const { workspaceId, visitor, surveyId } = await given()
    const host = await signerOf(heed, workspaceId)
    const answer = (browser: ReturnType<typeof visitor>) =>
      browser.put(`/responses/${heed.deps.newId('response')}`, { surveyId, score: 9 })
    const [nameless, gone] = [visitor(), visitor()]
    await answer(gone)
    await answer(nameless)
    heed.clock.advance('20d')
    await answer(nameless)
    heed.clock.advance('20d')
    await visitor().put('/person', { token: await host.sign({ sub: 'u1' }) })
    await visitor().put('/person', { token: await host.sign({ sub: 'u1' }) })
    await visitor().put('/person', { userId: 'u1' })

    // Nobody stays signed in for so long.
    const admin = await signInAs(heed, workspaceId, 'admin')
    const { body } = await admin.get<IdentitySettings>('/identity')

    expect(body.seen).toEqual({ days: 30, signed: 2, unsigned: 1, anonymous: 1 })
  })

  it('are changed by nobody below an admin', async () => {
    const { ada, workspaceId } = await given()
    const host = await signerOf(heed, workspaceId)

    const replies = [
      await ada.send('PATCH', '/identity', { enforced: true }),
      await ada.send('POST', '/identity/keys', { algorithm: 'HS256', name: 'Mine' }),
      await ada.send('DELETE', `/identity/keys/${host.keyId}`),
    ]

    expect(replies.map(({ problem }) => problem.code)).toEqual(['role_too_low', 'role_too_low', 'role_too_low'])
    expect((await ada.get<IdentitySettings>('/identity')).body.keys).toHaveLength(1)
  })
})
