import { describe, expect, it } from 'vitest'
import { createHeed } from './index.ts'
import { fakeHeed, hostOf, pass, stopTime } from './testing/fake-heed.ts'

stopTime()

const events = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => `e${from + index}`)

describe('what a host says', () => {
  it('waits for others, and goes with them in one request, in order', async () => {
    const server = fakeHeed()
    const { heed, faults } = hostOf(server)

    heed.identify({ userId: 4711, traits: { name: 'Lena Okafor', createdAt: new Date('2024-02-01') } })
    heed.group({ userId: '4711', groupId: 'acme', traits: { plan: 'growth', spendMinor: 12_900, currency: 'EUR' } })
    heed.page({ anonymousId: 'a1', name: 'Pricing', timestamp: '2026-03-01T08:00:00Z' })
    for (const event of events(4, 19)) heed.track({ userId: '4711', event })
    await pass(0)
    expect(server.requests).toEqual([])
    heed.track({ userId: '4711', event: 'e20', messageId: 'm20' })
    await pass(0)

    expect(server.requests).toMatchObject([
      { address: 'https://heed.example.com/v1/batch', authorization: 'Bearer sk_test' },
    ])
    const [identify, group, page, ...tracks] = server.requests[0]?.batch ?? []
    expect(identify).toEqual({
      type: 'identify',
      userId: 4711,
      traits: { name: 'Lena Okafor', createdAt: '2024-02-01T00:00:00.000Z' },
      timestamp: '2026-03-02T10:00:00.000Z',
      messageId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
    expect(group).toMatchObject({ type: 'group', groupId: 'acme', traits: { plan: 'growth', spendMinor: 12_900 } })
    expect(page).toMatchObject({ type: 'page', anonymousId: 'a1', timestamp: '2026-03-01T08:00:00Z' })
    expect(tracks.map(({ event }) => event)).toEqual(events(4, 20))
    expect(tracks.at(-1)).toMatchObject({ type: 'track', messageId: 'm20' })
    expect(new Set(server.stored().map(({ messageId }) => messageId)).size).toBe(20)
    expect(faults).toEqual([])
  })

  it('goes alone when nothing else comes within the interval', async () => {
    const server = fakeHeed()
    const { heed } = hostOf(server)

    heed.track({ userId: '1', event: 'e1' })
    await pass(9_000)
    heed.track({ userId: '1', event: 'e2' })
    await pass(999)
    expect(server.requests).toEqual([])
    await pass(1)
    expect(server.events()).toEqual(['e1', 'e2'])

    heed.track({ userId: '1', event: 'e3' })
    await pass(10_000)
    expect(server.requests).toHaveLength(2)
    expect(server.events()).toEqual(['e1', 'e2', 'e3'])
  })

  it('goes as it was said, whatever becomes of the object', async () => {
    const server = fakeHeed()
    const { heed } = hostOf(server)
    const traits = { plan: 'growth' }

    heed.group({ userId: '1', groupId: 'acme', traits })
    traits.plan = 'free'
    await heed.flush()

    expect(server.stored()).toMatchObject([{ traits: { plan: 'growth' } }])
  })

  it('is sent after what is on its way, never beside it', async () => {
    const server = fakeHeed()
    let answer: ((reply: Response) => void) | undefined
    server.answers.push(() => new Promise((resolve) => (answer = resolve)))
    const { heed } = hostOf(server, { flushAt: 1 })

    heed.track({ userId: '1', event: 'e1' })
    heed.track({ userId: '1', event: 'e2' })
    await pass(20_000)
    expect(server.requests).toHaveLength(1)
    answer?.(Response.json({ success: true, results: [{ messageId: null, stored: 'stored', warnings: [] }] }))
    await pass(0)

    expect(server.requests).toHaveLength(2)
    expect(server.events()).toEqual(['e2'])
  })

  it('is sent in requests that Heed takes, each message once', async () => {
    const server = fakeHeed()
    const { heed, faults } = hostOf(server, { flushAt: 1_000 })
    const text = 'ü'.repeat(15_000)

    for (const event of events(1, 40)) heed.track({ userId: '1', event, properties: { text } })
    await heed.flush()

    expect(server.requests.map(({ batch }) => batch.length)).toEqual([16, 16, 8])
    expect(Math.max(...server.requests.map(({ bytes }) => bytes))).toBeLessThanOrEqual(500 * 1024)
    expect(server.events()).toEqual(events(1, 40))
    expect(faults).toEqual([])
  })

  it('does nothing when nothing waits', async () => {
    const server = fakeHeed()
    const { heed } = hostOf(server)

    expect(await heed.flush()).toBe(0)
    expect(await heed.close()).toEqual([])
    expect(server.requests).toEqual([])
  })

  it('goes through the fetch of the moment, with a host that ends in a slash', async () => {
    const server = fakeHeed()
    const heed = createHeed({ secretKey: 'sk_test', host: 'https://example.com/heed/' })
    const before = globalThis.fetch
    globalThis.fetch = server.fetch
    try {
      heed.track({ userId: '1', event: 'e1' })
      await heed.flush()
    } finally {
      globalThis.fetch = before
    }

    expect(server.requests).toMatchObject([{ address: 'https://example.com/heed/v1/batch' }])
  })
})

describe('a client', () => {
  it.each([
    [{ secretKey: 'pk_sample', host: 'https://heed.example.com' }, /secretKey .* begins with sk_/],
    [{ secretKey: undefined as unknown as string, host: 'https://heed.example.com' }, /secretKey/],
    [{ secretKey: 'sk_test', host: 'heed.example.com' }, /host/],
    [{ secretKey: 'sk_test', host: 'localhost:4747' }, /host/],
    [{ secretKey: 'sk_test', host: undefined as unknown as string }, /host/],
  ])('is not made of %j', (options, fault) => {
    expect(() => createHeed(options)).toThrow(fault)
  })

  it('does not repeat the key in what it throws', () => {
    expect(() => createHeed({ secretKey: 'xk_4711', host: 'https://heed.example.com' })).not.toThrow(/4711/)
  })
})
