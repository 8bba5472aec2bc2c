import { generateKeyPairSync } from 'node:crypto'
import type { ResponsePage, SignedVisitor } from '@heed/contracts'
import { createHeed, type HeedFault, type HeedOptions, type SigningKey, signIdentity, userHash } from '@heed/node'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { networkTo } from '../../testing/host-server.ts'
import { createSigningKey } from '../identity/create-signing-key.ts'

describeOnBothStores('a host that speaks with @heed/node', (heed) => {
  // The host's clock is the server's.
  beforeEach(() => {
    vi.useFakeTimers({ now: heed.clock.now(), toFake: ['Date'] })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  const given = async (options: Partial<HeedOptions> = {}) => {
    const workspace = await heed.workspace()
    const network = networkTo(heed)
    const faults: HeedFault[] = []
    const host = createHeed({
      secretKey: workspace.keys.secret,
      host: 'https://heed.example.com',
      fetch: network.fetch,
      onError: (fault) => faults.push(fault),
      ...options,
    })
    const { db, tables } = heed.store.read
    const { workspaceId } = workspace
    return {
      ...workspace,
      network,
      host,
      faults,
      events: async () =>
        (await db.select().from(tables.events).where(eq(tables.events.workspaceId, workspaceId))).sort(
          (one, other) => one.at.getTime() - other.at.getTime(),
        ),
      people: () => db.select().from(tables.people).where(eq(tables.people.workspaceId, workspaceId)),
      accounts: () => db.select().from(tables.accounts).where(eq(tables.accounts.workspaceId, workspaceId)),
    }
  }

  it('tells it who a customer is, and what they did', async () => {
    const { host, faults, people, accounts, events } = await given()

    host.identify({ userId: 4711, traits: { name: 'Lena Okafor', email: 'lena@acme.example', role: 'admin' } })
    host.group({
      userId: 4711,
      groupId: 'acme',
      traits: {
        name: 'Acme',
        plan: 'growth',
        spendMinor: 12_900,
        currency: 'USD',
        seats: 40,
        createdAt: new Date('2024-02-01T00:00:00Z'),
        industry: 'Retail',
      },
    })
    host.track({ userId: 4711, event: 'Report exported', properties: { rows: 12 }, messageId: 'm3' })
    host.page({ userId: 4711, name: 'Pricing', context: { ip: '192.0.2.1' } })

    expect(await host.close()).toEqual([])
    expect(faults).toEqual([])
    expect(await people()).toMatchObject([
      { userId: '4711', trust: 'verified', name: 'Lena Okafor', email: 'lena@acme.example', traits: { role: 'admin' } },
    ])
    expect(await accounts()).toMatchObject([
      {
        externalId: 'acme',
        trust: 'verified',
        name: 'Acme',
        plan: 'growth',
        spendMinor: 12_900,
        currency: 'USD',
        reportingSpendMinor: 12_900,
        seats: 40,
        customerSince: new Date('2024-02-01T00:00:00Z'),
        traits: { industry: 'Retail' },
      },
    ])
    const told = await events()
    expect(told.find(({ kind }) => kind === 'track')).toMatchObject({
      name: 'Report exported',
      messageId: 'm3',
      properties: { rows: 12 },
      at: heed.clock.now(),
    })
    expect(told.find(({ kind }) => kind === 'page')).toMatchObject({ name: 'Pricing' })
  })

  it('hears which message was refused, and what of another could not be read; the rest is stored', async () => {
    const { host, faults, accounts, events } = await given()

    host.identify({ userId: '', messageId: 'm1' })
    host.group({ userId: '1', groupId: 'acme', messageId: 'm2', traits: { plan: 'growth', createdAt: 'some day' } })
    host.track({ userId: '1', event: 'Report exported', messageId: 'm3' })
    await host.flush()

    expect(faults.map(({ code, messages }) => [code, messages[0]?.messageId])).toEqual([
      ['refused', 'm1'],
      ['partly_read', 'm2'],
    ])
    expect(faults[0]?.cause).toMatchObject({ code: 'invalid_input', status: 400 })
    expect(faults[1]?.fields.map(({ field }) => field)).toEqual(['traits.createdAt'])
    expect(await accounts()).toMatchObject([{ externalId: 'acme', plan: 'growth', customerSince: null }])
    expect((await events()).map(({ messageId }) => messageId)).toContain('m3')
  })

  it('hears that its key is not known, once for all that it said', async () => {
    const { host, faults, people } = await given({ secretKey: 'sk_nobody' })

    host.identify({ userId: '1' })
    host.track({ userId: '1', event: 'Report exported' })
    await host.flush()

    expect(faults).toMatchObject([{ code: 'refused', cause: { code: 'unknown_key', status: 401 } }])
    expect(faults[0]?.messages).toHaveLength(2)
    expect(await people()).toEqual([])
  })

  it('sends more than one request may hold, each message of 32 kB whole', async () => {
    const { host, faults, events, network } = await given({ flushAt: 1_000 })
    const text = 'x'.repeat(32_500)

    for (let index = 0; index < 40; index += 1) host.track({ userId: '1', event: `e${index}`, properties: { text } })
    await host.flush()

    expect(faults).toEqual([])
    expect(network.requests()).toBe(3)
    const told = await events()
    expect(told).toHaveLength(40)
    expect(told.every(({ properties }) => properties.text === text)).toBe(true)
  })

  const pair = (algorithm: 'ES256' | 'RS256') =>
    algorithm === 'ES256'
      ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
      : generateKeyPairSync('rsa', { modulusLength: 2048 })

  const keyOf = async (workspaceId: string, algorithm: 'HS256' | 'ES256' | 'RS256'): Promise<SigningKey> => {
    if (algorithm === 'HS256') {
      const made = await createSigningKey(heed.deps, workspaceId, { algorithm, name: 'Test' })
      return { kid: made.id, workspaceId, secret: made.secret ?? '' }
    }
    const { publicKey, privateKey } = pair(algorithm)
    const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString()
    const { id: kid } = await createSigningKey(heed.deps, workspaceId, { algorithm, name: 'Test', publicKey: pem })
    return { kid, workspaceId, algorithm, privateKey }
  }

  it.each(['HS256', 'ES256', 'RS256'] as const)('signs in %s who its user is, and is believed', async (algorithm) => {
    const { workspaceId, surveyId, visitor, ada, accounts } = await given()
    const browser = visitor()
    const token = await signIdentity(await keyOf(workspaceId, algorithm), {
      userId: '4711',
      name: 'Lena Okafor',
      email: 'lena@acme.example',
      locale: 'de-CH',
      createdAt: new Date('2024-02-01T00:00:00Z'),
      traits: { role: 'admin' },
      account: { accountId: 'acme', plan: 'growth', spendMinor: 12_900, currency: 'USD', createdAt: '2023-11-05' },
    })

    const { status, body } = await browser.put<SignedVisitor>('/person', { token })
    await browser.put(`/responses/${heed.deps.newId('response')}`, { surveyId, score: 9 })

    expect(status).toBe(200)
    // Five minutes, and the minute by which clocks may differ.
    expect(body).toEqual({ signedForMs: 360_000, warnings: [] })
    const { body: answers } = await ada.get<ResponsePage>('/responses')
    expect(answers.items).toMatchObject([
      {
        person: { userId: '4711', name: 'Lena Okafor', trust: 'verified' },
        snapshot: { plan: 'growth', spendMinor: 12_900, trust: 'verified', valuesTrust: 'verified' },
      },
    ])
    expect(await accounts()).toMatchObject([{ customerSince: new Date('2023-11-05T00:00:00Z'), trust: 'verified' }])
  })

  it('is not believed for another workspace, or after its time', async () => {
    const { workspaceId, visitor } = await given()
    const elsewhere = await given()
    const key = await keyOf(workspaceId, 'HS256')

    const token = await signIdentity(key, { userId: '4711' })
    const foreign = await elsewhere.visitor().put('/person', { token })
    heed.clock.advance('7m')
    const late = await visitor().put('/person', { token })

    expect(foreign.problem).toMatchObject({ status: 401, code: 'identity_invalid' })
    expect(late.problem).toMatchObject({ status: 401, code: 'identity_expired' })
  })

  it('vouches for the id of a user by the hash that other widgets take', async () => {
    const { workspaceId, visitor, people } = await given()
    const key = await keyOf(workspaceId, 'HS256')
    const secret = 'secret' in key ? key.secret : ''

    const believed = await visitor().put('/person', { userId: 'Zoë', userHash: userHash('Zoë', secret) })
    const forged = await visitor().put('/person', { userId: 'Mia', userHash: userHash('Zoë', secret) })

    expect(believed.status).toBe(200)
    expect(forged.problem).toMatchObject({ status: 401, code: 'identity_invalid' })
    expect(await people()).toMatchObject([{ userId: 'Zoë', trust: 'verified' }])
  })
})
