import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { findAccountByExternalId } from '../people/people.queries.ts'
import { hostOf } from './testing-host.ts'

type Sent = Record<string, unknown> & { type: string }
const messages = JSON.parse(readFileSync(join(import.meta.dirname, 'fixtures/segment-spec.json'), 'utf8')) as Sent[]

/** Every value within, by its path; what is empty says nothing. */
const leaves = (value: unknown, path = ''): [string, unknown][] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, each]) => leaves(each, path ? `${path}.${name}` : name))
    : value === null
      ? []
      : [[path, value]]

describeOnBothStores('the messages of the Segment spec', (heed) => {
  const open = () => hostOf(heed)

  it('are accepted, at least sixty of them, and no field of them is lost', async () => {
    const { post, events, people, account } = await open()
    const batch: Sent[] = messages.map((message, i) => ({ messageId: `m${i}`, ...message }))

    const { status, body } = await post('batch', { batch })

    expect(messages.length).toBeGreaterThanOrEqual(60)
    expect(status).toBe(200)
    expect(body.results.filter(({ stored, warnings }) => stored !== 'stored' || warnings.length > 0)).toEqual([])
    const userIds = new Map((await people()).map(({ id, userId }) => [id, userId]))
    const rows = new Map((await events()).map((row) => [row.messageId, row]))
    for (const message of batch.filter(({ groupId }) => groupId !== 'alone')) {
      const row = rows.get(String(message.messageId))
      const kept = new Map(
        leaves({
          timestamp: row?.at.toISOString(),
          ...row?.rest,
          type: row?.kind,
          messageId: row?.messageId,
          userId: userIds.get(row?.personId ?? ''),
          ...(row?.kind === 'track' && { event: row.name }),
          [row?.kind === 'identify' || row?.kind === 'group' ? 'traits' : 'properties']: row?.properties,
        }),
      )
      const lost = leaves(message).filter(
        ([path, value]) => kept.get(path) !== (/^(userId|groupId)$/.test(path) ? `${value}` : value),
      )
      expect(lost, JSON.stringify(message).slice(0, 200)).toEqual([])
    }
    // Of an account alone there is no event: all that is said of it is in the account.
    expect(await account('alone')).toMatchObject({
      name: 'Nobody yet',
      customerSince: new Date('2012-03-04T10:00:00Z'),
    })
  })

  it('say what a person and an account are, under whichever name', async () => {
    const { post, person } = await open()
    await post('batch', { batch: messages })

    expect(await person('reserved')).toMatchObject({
      person: {
        name: 'Peter Gibbons',
        email: 'peter@example.com',
        customerSince: new Date('2015-02-23T22:28:55.111Z'),
        traits: { 'address.city': 'San Francisco', age: 30, title: 'VP of Engineering', username: 'pgibbons' },
      },
      account: { externalId: 'group-reserved', plan: 'enterprise', customerSince: new Date('2012-03-04T10:00:00Z') },
    })
    for (const alias of ['mrr', 'monthlySpend', 'monthly_spend', 'monthly_rate', 'mrr_cents', 'spendMinor'])
      expect((await person(`pays-${alias}`)).account, alias).toMatchObject({ spendMinor: 9_990, currency: 'EUR' })
    expect((await person('pays-yen')).account).toMatchObject({ spendMinor: 12_000, currency: 'JPY' })
    expect((await person('pays-default')).account).toMatchObject({ spendMinor: 120_000, currency: 'USD' })
    const dates = ['iso-day', 'unix-seconds', 'unix-ms', 'with-offset']
    const since = await Promise.all(dates.map(async (id) => (await person(id)).person.customerSince?.toISOString()))
    expect(since).toEqual([
      '2015-02-23T00:00:00.000Z',
      '2015-02-23T22:28:55.000Z',
      '2015-02-23T22:28:55.111Z',
      '2024-02-29T21:30:00.000Z',
    ])
    expect((await person('with-offset')).person.traits).toMatchObject({ trialEnds: '2024-03-15T04:30:00.000Z' })
    expect((await person('4711')).account).toMatchObject({ externalId: '4711', plan: 'starter', spendMinor: 2_900 })
    expect((await person('intercom')).account).toMatchObject({ externalId: 'ic-1', plan: 'pro', spendMinor: 15_500 })
    expect((await person('nested')).person.traits).toEqual({
      'settings.theme': 'dark',
      'settings.notifications.email': true,
      'settings.notifications.push': false,
    })
  })

  it('are one each when they are sent twice, and when two servers send them at once', async () => {
    const { post, workspaceId } = await open()
    const batch = messages.map((message, i) => ({ ...message, messageId: `m${i}` }))

    const [first, second] = await Promise.all([post('batch', { batch }), post('batch', { batch })])
    const third = await post('batch', { batch })

    expect([first.status, second.status, third.status]).toEqual([200, 200, 200])
    expect(third.body.results.filter(({ stored }) => stored !== 'repeated')).toEqual([])
    const { db, tables } = heed.store.read
    const rows = await db.select().from(tables.events).where(eq(tables.events.workspaceId, workspaceId))
    expect(rows).toHaveLength(messages.length)
  })

  it('are one each also where they speak of an account alone, of which no event of anybody is kept', async () => {
    const { post, account, events } = await open()
    const say = async (messageId: string, plan: string) => {
      heed.clock.advance('1m')
      const { body } = await post('group', { messageId, groupId: 'acme', traits: { plan } })
      return body.results[0]?.stored
    }
    const stored = [await say('g1', 'basic'), await say('g2', 'pro')]

    const again = await say('g1', 'basic')

    expect([...stored, again]).toEqual(['stored', 'stored', 'repeated'])
    expect((await account('acme')).plan).toBe('pro')
    const nobodys = { personId: '', accountId: null, name: 'group', properties: {}, rest: {} }
    expect(await events()).toMatchObject([nobodys, nobodys])
  })

  it('name what cannot be read, and the rest of the batch and of the message lands', async () => {
    const { post, person } = await open()

    const { status, body } = await post('batch', {
      batch: [
        { type: 'identify', userId: 'u1', traits: { email: 'no address', createdAt: '2026-02-30', role: 'admin' } },
        { type: 'group', userId: 'u1', groupId: 'g1', traits: { plan: 'pro', mrr: 'much', currency: 'XXQ' } },
        { type: 'track', userId: 'u1' },
        { type: 'wave', userId: 'u1' },
        { type: 'track', event: 'Nobody did it' },
        'no message',
        { type: 'track', userId: 'u1', event: 'Too long', properties: { text: 'x'.repeat(33_000) } },
        { type: 'track', userId: 'u1', event: 'Landed' },
      ],
    })

    expect(status).toBe(200)
    expect(body.success).toBe(false)
    expect(
      body.results.map(({ stored, problem, warnings }) => [
        stored,
        problem?.errors?.[0]?.field ?? problem?.code ?? warnings.map(({ field }) => field),
      ]),
    ).toEqual([
      ['stored', ['traits.email', 'traits.createdAt']],
      ['stored', ['traits.mrr', 'traits.currency']],
      ['refused', 'event'],
      ['refused', 'type'],
      ['refused', 'userId'],
      ['refused', 'type'],
      ['refused', 'too_large'],
      ['stored', []],
    ])
    expect(await person('u1')).toMatchObject({
      person: { email: null, customerSince: null, traits: { role: 'admin' } },
      account: { plan: 'pro', spendMinor: null },
    })
  })

  it('leave a newer word as it is when they arrive late, and correct a clock that is wrong', async () => {
    const { post, person, eventsOf } = await open()
    const now = heed.clock.now().getTime()
    const at = (ago: number) => new Date(now - ago).toISOString()
    const plan = (of: string, timestamp: string) =>
      post('group', { userId: 'u1', groupId: 'g1', traits: { plan: of }, timestamp })

    await plan('new', at(1_000))
    await plan('old', at(60_000))
    // A clock that goes a year ahead says that it happened a minute before it was sent.
    const ahead = 365 * 86_400_000
    await post('track', { userId: 'u1', event: 'Ahead', timestamp: at(60_000 - ahead), sentAt: at(-ahead) })
    await post('track', { userId: 'u1', event: 'To come', timestamp: at(-ahead) })

    expect((await person('u1')).account?.plan).toBe('new')
    // A request that takes a few seconds is no clock that is wrong.
    await post('track', { userId: 'u1', event: 'Slow', timestamp: at(20_000), sentAt: at(5_000) })

    expect((await eventsOf('Slow'))[0]?.at).toEqual(new Date(now - 20_000))
    expect((await eventsOf('Ahead'))[0]?.at).toEqual(new Date(now - 60_000))
    expect((await eventsOf('To come'))[0]?.at).toEqual(new Date(now))
    expect((await person('u1')).person.lastSeenAt).toEqual(new Date(now))
  })

  it('make an anonymous person the user, with their history, and never the other way round', async () => {
    const { post, person, eventsOf } = await open()
    await post('track', { anonymousId: 'a1', event: 'Looked around' })

    await post('identify', { anonymousId: 'a1', userId: 'u1' })
    await post('identify', { anonymousId: 'a1', traits: { role: 'admin' } })
    const other = await post('identify', { anonymousId: 'a1', userId: 'u2' })

    const { person: u1 } = await person('u1')
    expect((await eventsOf('Looked around'))[0]?.personId).toBe(u1.id)
    expect(u1.traits).toEqual({ role: 'admin' })
    expect(other.body.results[0]?.warnings).toMatchObject([{ field: 'anonymousId' }])
    expect((await person('u2')).person.id).not.toBe(u1.id)
  })

  it('need the secret key, whole, and stay within the size of a batch', async () => {
    const { keys, post } = await open()
    const json = { batch: [{ type: 'track', userId: 'u1', event: 'e' }] }
    const wrong = await heed.call({
      method: 'POST',
      url: '/v1/batch',
      json,
      headers: { authorization: `Bearer ${keys.publishable}` },
    })

    const large = await post('batch', {
      batch: Array.from({ length: 30 }, () => ({
        type: 'track',
        userId: 'u',
        event: 'e',
        properties: { text: 'x'.repeat(20_000) },
      })),
    })

    expect(wrong.status).toBe(401)
    expect(large.problem.code).toBe('too_large')
    const one = await post('track', { userId: 'u', event: 'e', properties: { text: 'x'.repeat(33_000) } })
    expect(one.status).toBe(413)
    expect((await post('identify', {})).problem.errors?.[0]?.field).toBe('userId')
  })

  it('say of an account alone what it is', async () => {
    const { post, workspaceId } = await open()

    const { body } = await post('group', { groupId: 'g1', traits: { plan: 'pro' } })

    expect(body).toMatchObject({ success: true, results: [{ stored: 'stored' }] })
    expect(await findAccountByExternalId(heed.store.read, workspaceId, 'g1', 'verified')).toMatchObject({ plan: 'pro' })
  })
})
