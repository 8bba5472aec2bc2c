import { expect, it } from 'vitest'
import { answering, fakeHeed, hostOf, offline, pass, silent, stopTime } from './testing/fake-heed.ts'

stopTime()

it('sends what waits, and takes no more', async () => {
  const server = fakeHeed()
  const { heed, faults } = hostOf(server)

  heed.track({ userId: '1', event: 'e1' })
  const closed = heed.close()
  heed.track({ userId: '1', event: 'e2' })

  expect(await closed).toEqual([])
  expect(server.events()).toEqual(['e1'])
  expect(faults).toMatchObject([{ code: 'closed', messages: [{ event: 'e2' }] }])
  await pass(60_000)
  expect(server.requests).toHaveLength(1)
})

it('says after its time what is not known to be stored, and gives the request up', async () => {
  const server = fakeHeed([silent])
  const { heed, faults } = hostOf(server, { flushAt: 1 })
  heed.track({ userId: '1', event: 'e1' })
  heed.track({ userId: '1', event: 'e2' })

  const closed = heed.close({ timeoutMs: 2_000 })
  await pass(1_999)
  expect(faults).toEqual([])
  await pass(1)

  const left = await closed
  expect(left).toMatchObject([{ event: 'e1' }, { event: 'e2' }])
  expect(faults).toMatchObject([{ code: 'not_sent', messages: left }])
  await pass(600_000)
  expect(server.requests).toHaveLength(1)
})

it('returns what can be said again as it is', async () => {
  const server = fakeHeed([(server0) => server.lost(server0, AbortSignal.abort())])
  const { heed } = hostOf(server)
  heed.track({ userId: '1', event: 'e1' })
  const closed = heed.close({ timeoutMs: 1 })
  await pass(1)
  const [left] = await closed

  const { heed: next } = hostOf(server)
  next.track(left as Parameters<typeof next.track>[0])
  await next.close()

  expect(server.requests).toHaveLength(2)
  expect(server.stored()).toMatchObject([{ messageId: left?.messageId, event: 'e1' }])
})

it('tries once more at once instead of pausing', async () => {
  const server = fakeHeed(Array.from({ length: 6 }, () => offline))
  const { heed } = hostOf(server, { flushAt: 1 })
  heed.track({ userId: '1', event: 'e1' })
  await pass(17_000)
  expect(server.requests).toHaveLength(6)

  const closed = heed.close({ timeoutMs: 100 })
  await pass(0)

  expect(await closed).toEqual([])
  expect(server.events()).toEqual(['e1'])
})

it('does not come sooner than Heed has asked for', async () => {
  const server = fakeHeed([answering(503, {}, { 'retry-after': '30' })])
  const { heed } = hostOf(server, { flushAt: 1 })
  heed.track({ userId: '1', event: 'e1' })
  await pass(0)

  const closed = heed.close({ timeoutMs: 5_000 })
  await pass(5_000)

  expect(await closed).toMatchObject([{ event: 'e1' }])
  expect(server.requests).toHaveLength(1)
})

it('is not changed by an answer that comes after the end', async () => {
  let answer: (reply: Response) => void = () => {}
  const server = fakeHeed([
    () =>
      new Promise((resolve) => {
        answer = resolve
      }),
  ])
  const { heed, codes } = hostOf(server, { flushAt: 1 })
  heed.track({ userId: '1', event: 'e1' })
  const closed = heed.close({ timeoutMs: 1_000 })
  await pass(1_000)
  expect(await closed).toMatchObject([{ event: 'e1' }])

  answer(new Response('', { status: 503 }))
  await pass(60_000)

  expect(await heed.flush()).toBe(0)
  expect(codes()).toEqual(['not_sent'])
  expect(server.requests).toHaveLength(1)
})

it('may be called twice', async () => {
  const server = fakeHeed()
  const { heed } = hostOf(server)
  heed.track({ userId: '1', event: 'e1' })

  expect(await Promise.all([heed.close(), heed.close()])).toEqual([[], []])
  expect(server.requests).toHaveLength(1)
})
