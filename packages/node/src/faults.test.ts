import { once } from 'node:events'
import { expect, it, vi } from 'vitest'
import { fakeHeed, hostOf, offline, pass, resulting, stopTime } from './testing/fake-heed.ts'

stopTime()

it('names a message that is too large, and sends the rest', async () => {
  const server = fakeHeed()
  const { heed, faults } = hostOf(server)

  heed.track({ userId: '1', event: 'e1' })
  heed.track({ userId: '1', event: 'Imported', messageId: 'm2', properties: { text: 'ü'.repeat(16_384) } })
  heed.track({ userId: '1', event: 'e3' })
  await heed.flush()

  expect(server.events()).toEqual(['e1', 'e3'])
  expect(faults).toMatchObject([{ code: 'too_large', messages: [{ messageId: 'm2' }] }])
  expect(faults[0]?.message).toMatch(/^track "Imported" m2: it is 32897 bytes long, Heed takes 32768/)
})

it('takes a message of exactly 32 kB, and none of a byte more', async () => {
  const server = fakeHeed()
  const { heed, codes } = hostOf(server)
  const said = (text: string) => ({ userId: '1', event: 'e', messageId: 'm', properties: { text } })
  const bare = JSON.stringify({ ...said(''), type: 'track', timestamp: new Date() }).length

  heed.track(said('x'.repeat(32_768 - bare)))
  expect(codes()).toEqual([])
  heed.track(said('x'.repeat(32_769 - bare)))
  expect(codes()).toEqual(['too_large'])
})

it('tells of what is no JSON, and never throws', async () => {
  const server = fakeHeed()
  const { heed, faults } = hostOf(server)
  const circle: Record<string, unknown> = {}
  circle.self = circle

  heed.identify({ userId: '1', traits: { circle } })
  heed.track({ userId: '1', event: 'e1', properties: { amount: 1n } })
  heed.page(undefined as never)
  await heed.flush()

  expect(faults.map(({ code, messages }) => [code, messages])).toEqual([
    ['not_json', []],
    ['not_json', []],
    ['not_json', []],
  ])
  expect(faults[0]).toMatchObject({ message: expect.stringContaining('identify'), cause: { name: 'TypeError' } })
  expect(server.requests).toEqual([])
})

it('names what Heed refused and what it could not read, message by message', async () => {
  const problem = {
    code: 'invalid_input',
    status: 400,
    title: 'Some fields are missing or not as they should be.',
    errors: [{ field: 'userId', message: 'is missing' }],
  }
  const warnings = [{ field: 'traits.monthlySpend', message: 'must be a number' }]
  const server = fakeHeed([
    resulting(
      ({ messageId }) =>
        ({ m1: { stored: 'refused', problem }, m2: { warnings }, m3: { stored: 'repeated' } })[messageId] ?? {},
    ),
  ])
  const { heed, faults } = hostOf(server)

  heed.identify({ userId: '', messageId: 'm1' })
  heed.group({ userId: '1', groupId: 'acme', messageId: 'm2', traits: { monthlySpend: 'a secret' } })
  heed.track({ userId: '1', event: 'e3', messageId: 'm3' })
  heed.track({ userId: '1', event: 'e4', messageId: 'm4' })
  await heed.flush()

  expect(faults).toMatchObject([
    {
      code: 'refused',
      message: `identify m1: it was refused. ${problem.title} userId is missing`,
      messages: [{ messageId: 'm1' }],
      fields: problem.errors,
      cause: problem,
    },
    {
      code: 'partly_read',
      message: 'group m2: it is stored without what could not be read: traits.monthlySpend must be a number',
      messages: [{ messageId: 'm2' }],
      fields: warnings,
    },
  ])
  expect(faults.map(({ message }) => message).join()).not.toContain('a secret')
})

it('tells of what comes when too many wait, and sends those that do', async () => {
  const server = fakeHeed([offline])
  const { heed, faults, codes } = hostOf(server, { flushAt: 1, maxQueue: 2 })

  for (const event of ['e1', 'e2', 'e3']) heed.track({ userId: '1', event })
  expect(codes()).toEqual(['queue_full'])
  expect(faults[0]?.messages).toMatchObject([{ event: 'e3' }])
  await pass(1_000)
  expect(server.events()).toEqual(['e1', 'e2'])

  heed.track({ userId: '1', event: 'e4' })
  await pass(0)
  expect(server.events()).toEqual(['e1', 'e2', 'e4'])
})

it.each([
  [
    'throws',
    () => {
      throw new Error('mine')
    },
  ],
  ['rejects', () => Promise.reject(new Error('mine'))],
])('does not mind a listener that %s', async (_name, onError) => {
  const rejected = vi.fn()
  process.on('unhandledRejection', rejected)
  const server = fakeHeed()
  const { heed } = hostOf(server, { onError })

  heed.track({ userId: '1', event: 'e1', properties: { amount: 1n } })
  heed.track({ userId: '1', event: 'e2' })
  await heed.flush()
  vi.useRealTimers()
  await new Promise((resolve) => setImmediate(resolve))

  expect(server.events()).toEqual(['e2'])
  expect(rejected).not.toHaveBeenCalled()
  process.off('unhandledRejection', rejected)
})

it('warns by the process when nobody listens', async () => {
  const warned = once(process, 'warning')
  const { heed } = hostOf(fakeHeed(), { onError: undefined })

  heed.track({ userId: '1', event: 'e1', properties: { amount: 1n } })

  expect(await warned).toMatchObject([{ name: 'HeedWarning', code: 'heed_not_json' }])
})
