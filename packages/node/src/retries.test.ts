import { expect, it, vi } from 'vitest'
import { answering, fakeHeed, hostOf, offline, pass, resulting, silent, stopTime } from './testing/fake-heed.ts'

stopTime()

const timesOf = ({ requests }: ReturnType<typeof fakeHeed>) => {
  const [first] = requests
  return requests.map(({ at }) => at - (first?.at ?? 0))
}

it.each([
  ['no answer', offline],
  ['429', answering(429)],
  ['408', answering(408)],
  ['500', answering(500, { code: 'internal' })],
  ['503', answering(503)],
  ['200 from somebody else', () => new Response('<h1>Welcome</h1>')],
  ['200 without a result for each', answering(200, { success: true, results: [] })],
  ['results of another kind', answering(200, { success: true, results: ['stored'] })],
])('%s: sends the same again', async (_name, failing) => {
  const server = fakeHeed([failing, failing])
  const { heed, faults } = hostOf(server)

  heed.track({ userId: '1', event: 'e1' })
  heed.track({ userId: '1', event: 'e2' })
  const flushed = heed.flush({ timeoutMs: 60_000 })
  await pass(2_000)

  expect(await flushed).toBe(0)
  expect(server.requests).toHaveLength(3)
  expect(new Set(server.requests.map(({ batch }) => JSON.stringify(batch))).size).toBe(1)
  expect(server.events()).toEqual(['e1', 'e2'])
  expect(faults).toEqual([])
})

it('waits twice as long each time, up to a minute', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(1)
  const server = fakeHeed(Array.from({ length: 9 }, () => offline))
  const { heed } = hostOf(server, { flushAt: 1 })

  heed.track({ userId: '1', event: 'e1' })
  await pass(300_000)

  const times = timesOf(server)
  const pauses = times.slice(1).map((at, index) => at - (times[index] ?? 0))
  expect(pauses).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000])
  expect(server.events()).toEqual(['e1'])
})

it('waits as long as Retry-After asks, and begins anew after a success', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(1)
  const server = fakeHeed([answering(429, {}, { 'retry-after': '42' })])
  const { heed } = hostOf(server, { flushAt: 1 })

  heed.track({ userId: '1', event: 'e1' })
  await pass(41_999)
  expect(server.requests).toHaveLength(1)
  await pass(1)
  expect(server.events()).toEqual(['e1'])

  server.answers.push(offline)
  heed.track({ userId: '1', event: 'e2' })
  await pass(500)
  expect(server.events()).toEqual(['e1', 'e2'])
})

it('flushes at once instead of pausing, but no sooner than Heed has asked for', async () => {
  const server = fakeHeed(Array.from({ length: 8 }, () => offline))
  const { heed } = hostOf(server, { flushAt: 1 })
  heed.track({ userId: '1', event: 'e1' })
  await pass(70_000)
  expect(server.requests).toHaveLength(8)

  const flushed = heed.flush({ timeoutMs: 100 })
  await pass(100)
  expect(await flushed).toBe(0)
  expect(server.events()).toEqual(['e1'])

  server.answers.push(answering(503, {}, { 'retry-after': '42' }))
  heed.track({ userId: '1', event: 'e2' })
  await pass(0)
  const asked = heed.flush({ timeoutMs: 100 })
  await pass(100)
  expect(await asked).toBe(1)
  expect(server.requests).toHaveLength(10)
})

it('does not send again what would be refused again', async () => {
  const problem = { code: 'unknown_key', status: 401, title: 'This key is not known, or it was revoked.' }
  const server = fakeHeed([
    answering(401, problem),
    answering(302, undefined, { location: 'https://elsewhere.example' }),
  ])
  const { heed, faults } = hostOf(server, { flushAt: 2 })

  heed.track({ userId: '1', event: 'e1' })
  heed.track({ userId: '1', event: 'e2' })
  await pass(60_000)
  heed.track({ userId: '1', event: 'e3' })
  await heed.flush()

  expect(server.requests).toHaveLength(2)
  expect(faults).toMatchObject([
    { code: 'refused', messages: [{ event: 'e1' }, { event: 'e2' }], cause: problem },
    { code: 'refused', messages: [{ event: 'e3' }], message: expect.stringContaining('302') },
  ])
  expect(faults[0]?.message).toBe('2 messages were refused: This key is not known, or it was revoked.')
})

it('sends again only those that were put off, and gives up the one that always is', async () => {
  const putOff = resulting(({ event }) =>
    event === 'e2'
      ? { stored: 'refused', problem: { code: 'internal', status: 500, title: 'Something went wrong.' } }
      : {},
  )
  const server = fakeHeed(Array.from({ length: 20 }, () => putOff))
  const { heed, faults, codes } = hostOf(server, { flushAt: 3 })

  for (const event of ['e1', 'e2', 'e3']) heed.track({ userId: '1', event })
  await pass(600_000)

  const sent = server.requests.map(({ batch }) => batch.map(({ event }) => event))
  expect(sent).toEqual([['e1', 'e2', 'e3'], ...Array.from({ length: 8 }, () => ['e2'])])
  expect(codes()).toEqual(['unreachable', 'refused'])
  expect(faults[1]?.messages).toMatchObject([{ event: 'e2' }])
})

it('finds the one message on which Heed fails, and sends the others', async () => {
  const server = fakeHeed()
  const failing: (typeof server.answers)[number] = (sent, signal) =>
    sent.batch.some(({ event }) => event === 'e3') ? answering(500)(sent, signal) : server.store(sent, signal)
  server.answers.push(...Array.from({ length: 100 }, () => failing))
  const { heed, faults } = hostOf(server, { flushAt: 5 })

  for (const event of ['e1', 'e2', 'e3', 'e4', 'e5']) heed.track({ userId: '1', event })
  await pass(5_000)
  heed.track({ userId: '1', event: 'e6' })
  await pass(600_000)

  expect(server.events()).toEqual(['e1', 'e2', 'e4', 'e5', 'e6'])
  expect(faults.filter(({ code }) => code === 'refused')).toMatchObject([
    { messages: [{ event: 'e3' }], message: expect.stringContaining('Heed fails on it: it answered 500') },
  ])
  expect(server.requests.slice(0, 3).map(({ batch }) => batch.length)).toEqual([5, 5, 5])
  expect(server.requests.filter(({ batch }) => batch.length > 1)).toHaveLength(3)
})

it('sends all together again once a Heed that failed is well', async () => {
  const server = fakeHeed(Array.from({ length: 5 }, () => answering(500)))
  const { heed, codes } = hostOf(server, { flushAt: 4 })

  for (const event of ['e1', 'e2', 'e3', 'e4']) heed.track({ userId: '1', event })
  await pass(60_000)
  for (const event of ['e5', 'e6', 'e7', 'e8']) heed.track({ userId: '1', event })
  await pass(0)

  expect(server.events()).toEqual(['e1', 'e2', 'e3', 'e4', 'e5', 'e6', 'e7', 'e8'])
  expect(server.requests.at(-1)?.batch).toHaveLength(4)
  expect(codes()).toEqual(['unreachable'])
})

it('tells once that Heed cannot be reached, and goes on', async () => {
  const server = fakeHeed(Array.from({ length: 12 }, () => offline))
  const { heed, faults } = hostOf(server)

  heed.track({ userId: '1', event: 'e1' })
  heed.track({ userId: '1', event: 'e2' })
  await pass(1_800_000)

  expect(faults).toMatchObject([
    {
      code: 'unreachable',
      message: expect.stringContaining('2 messages wait'),
      messages: [],
      cause: { name: 'TypeError' },
    },
  ])
  expect(server.events()).toEqual(['e1', 'e2'])
})

it('takes what is said meanwhile along, behind what waits', async () => {
  const server = fakeHeed([offline])
  const { heed } = hostOf(server, { flushAt: 1 })

  heed.track({ userId: '1', event: 'e1' })
  await pass(1)
  heed.track({ userId: '1', event: 'e2' })
  await pass(1_000)

  expect(server.events()).toEqual(['e1', 'e2'])
  expect(server.requests).toHaveLength(2)
})

it('does not hold a flush longer than its limit, and loses nothing by it', async () => {
  const server = fakeHeed([silent])
  const { heed } = hostOf(server)

  heed.track({ userId: '1', event: 'e1' })
  const flushed = heed.flush({ timeoutMs: 3_000 })
  await pass(3_000)

  expect(await flushed).toBe(1)
  expect(server.requests).toHaveLength(1)
})

const faults = { offline, limited: answering(429, {}, { 'retry-after': '1' }), broken: answering(502) }
type Fault = keyof typeof faults | 'lost'
const outcomes: Fault[] = ['offline', 'limited', 'broken', 'lost']
const sequences = (length: number): Fault[][] =>
  length === 0 ? [[]] : sequences(length - 1).flatMap((rest) => outcomes.map((outcome) => [...rest, outcome]))

it.each([1, 2, 3, 4])(
  'loses and doubles nothing and keeps the order, in every sequence of %i failures',
  async (length) => {
    for (const sequence of sequences(length)) {
      const server = fakeHeed()
      server.answers.push(...sequence.map((name) => (name === 'lost' ? server.lost : faults[name])))
      const { heed, codes } = hostOf(server, { flushAt: 2 })

      const said = Array.from({ length: 7 }, (_, index) => `e${index}`)
      for (const event of said) {
        heed.track({ userId: '1', event })
        await pass(400)
      }
      const closed = heed.close({ timeoutMs: 60_000 })
      await pass(60_000)

      expect(await closed).toEqual([])
      expect(server.events(), sequence.join()).toEqual(said)
      expect(codes().filter((code) => code !== 'unreachable')).toEqual([])
    }
  },
)
