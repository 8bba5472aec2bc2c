import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type Delivery, type Outbox, type OutboxOptions, startOutbox } from './outbox.ts'
import { memoryStore, type OutboxItem } from './outbox-store.ts'

type Sent = { url: string; body: unknown; token: string | undefined }
type Script = (url: string) => Response | Promise<Response>

const start = Date.parse('2026-03-01T09:00:00Z')
const ok: Script = () => new Response('{"id":"x"}', { status: 200 })
const offline: Script = () => Promise.reject(new TypeError('Failed to fetch'))

let sent: Sent[]
let answer: Script
let outboxes: Outbox[]

const item = (path: string, more: Partial<OutboxItem> = {}): OutboxItem => ({
  id: path,
  path,
  body: { path },
  token: 'token-of-u1',
  user: 'u1',
  queuedAt: Date.now(),
  ...more,
})

const outbox = (options: Partial<OutboxOptions> = {}) => {
  const started = startOutbox({
    store: memoryStore(),
    api: 'https://heed.test/w/pk_test/',
    fetch: async (_item, url, init) => {
      const headers = new Headers(init?.headers)
      const token = headers.get('x-heed-visitor') ?? undefined
      sent.push({ url: String(url), body: JSON.parse(String(init?.body)), token })
      return answer(String(url))
    },
    alone: (work) => work(),
    now: Date.now,
    online: () => false,
    random: () => 1,
    counted: () => {},
    settled: () => {},
    brings: () => undefined,
    ...options,
  })
  outboxes.push(started)
  return started
}

const settle = () => vi.advanceTimersByTimeAsync(0)
const paths = () => sent.map(({ url }) => url.replace('https://heed.test/w/pk_test/', ''))

beforeEach(() => {
  vi.useFakeTimers({ now: start })
  sent = []
  outboxes = []
  answer = ok
})
afterEach(() => {
  for (const started of outboxes) started.stop()
  vi.useRealTimers()
})

it('sends everything in the order it was said, one after the other', async () => {
  const box = outbox()

  await box.add([item('person', { said: 'mark' }), item('exposures/1')])
  await box.add([item('responses/1')])
  await settle()

  expect(paths()).toEqual(['person', 'exposures/1', 'responses/1'])
  expect(sent[0]?.token).toBe('token-of-u1')
})

it('tells the form what became of its item', async () => {
  const heard: Delivery[] = []

  await outbox().add([item('tickets/1')], (delivery) => heard.push(delivery))
  await settle()

  expect(heard).toEqual([{ state: 'sending' }, { state: 'stored', reply: { id: 'x' } }])
})

it('says how long an item waited, but not of a person claim', async () => {
  answer = offline
  const box = outbox()
  await box.add([item('person', { said: 'mark' }), item('responses/1')])
  await settle()

  answer = ok
  await vi.advanceTimersByTimeAsync(1000)

  expect(sent.at(-2)?.body).toEqual({ path: 'person' })
  expect(sent.at(-1)?.body).toEqual({ path: 'responses/1', ageMs: 1000 })
})

it('keeps order and items while offline, and goes on when the connection is back', async () => {
  answer = offline
  const heard: string[] = []
  const box = outbox()
  await box.add([item('responses/1')])
  await box.add([item('tickets/1')], ({ state }) => heard.push(state))
  await settle()
  expect(new Set(paths())).toEqual(new Set(['responses/1']))
  expect(heard).toContain('waiting')
  sent = []

  answer = ok
  dispatchEvent(new Event('online'))
  await settle()

  expect(paths()).toEqual(['responses/1', 'tickets/1'])
  expect(heard.at(-1)).toBe('stored')
})

it('waits longer after each failure, up to a minute', async () => {
  answer = () => new Response(null, { status: 500 })
  await outbox().add([item('responses/1')])
  await settle()

  const tries: number[] = []
  for (const pauseMs of [1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]) {
    await vi.advanceTimersByTimeAsync(pauseMs - 1)
    tries.push(sent.length)
    await vi.advanceTimersByTimeAsync(1)
  }

  expect(tries).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
})

it('waits as long as Retry-After says, whatever else is said in the meantime', async () => {
  answer = () => new Response(null, { status: 429, headers: { 'retry-after': '30' } })
  const box = outbox()
  await box.add([item('responses/1')])
  await settle()
  answer = ok

  await box.add([item('responses/2')])
  dispatchEvent(new Event('online'))
  await vi.advanceTimersByTimeAsync(29_999)
  expect(paths()).toEqual(['responses/1'])

  await vi.advanceTimersByTimeAsync(1)
  expect(paths()).toEqual(['responses/1', 'responses/1', 'responses/2'])
})

it('reads a Retry-After that is a date', async () => {
  const date = new Date(start + 20_000).toUTCString()
  answer = () => new Response(null, { status: 503, headers: { 'retry-after': date } })
  await outbox().add([item('responses/1')])
  await settle()
  answer = ok

  await vi.advanceTimersByTimeAsync(19_999)
  expect(sent).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(1)
  expect(sent).toHaveLength(2)
})

it('goes on behind a file that can no longer be read, and says that it was not sent', async () => {
  const gone = new Blob(['log'])
  gone.slice = () => Object.assign(new Blob(), { arrayBuffer: () => Promise.reject(new Error('NotReadableError')) })
  const urls: string[] = []
  const heard: Delivery[] = []
  const fetch: OutboxOptions['fetch'] = (_item, url, { body }) => {
    urls.push(url)
    return Promise.resolve(body === gone ? offline(url) : ok(url))
  }
  const box = outbox({ fetch, api: '' })

  await box.add([item('attachments/1', { file: gone })], (delivery) => heard.push(delivery))
  await box.add([item('tickets/2')])
  await settle()

  expect(urls).toEqual(['attachments/1', 'tickets/2'])
  expect(heard.at(-1)).toEqual({ state: 'rejected', problem: undefined })
})

it('keeps a file that can be read until the connection is back', async () => {
  answer = offline
  const heard: Delivery[] = []
  const fetch: OutboxOptions['fetch'] = async (_item, url) => answer(url)

  await outbox({ fetch }).add([item('attachments/1', { file: new Blob(['log']) })], (delivery) => heard.push(delivery))
  await settle()
  expect(heard.at(-1)).toEqual({ state: 'waiting', reason: 'offline', isKept: false })

  answer = ok
  await vi.advanceTimersByTimeAsync(1000)
  expect(heard.at(-1)?.state).toBe('stored')
})

it('drops what the server refuses, says so to its form, and goes on', async () => {
  const problem = { type: 'about:blank', title: 'No', status: 400, code: 'invalid_input' }
  answer = (url) => (url.endsWith('tickets/1') ? new Response(JSON.stringify(problem), { status: 400 }) : ok(url))
  const heard: Delivery[] = []
  const settled = vi.fn()
  const box = outbox({ settled })

  await box.add([item('tickets/1')], (delivery) => heard.push(delivery))
  await box.add([item('responses/1')])
  await settle()

  expect(heard.at(-1)).toEqual({ state: 'rejected', problem })
  expect(settled).toHaveBeenCalledWith(expect.objectContaining({ path: 'tickets/1' }), { state: 'rejected', problem })
  expect(paths()).toEqual(['tickets/1', 'responses/1'])
})

it('sends what an earlier page left behind', async () => {
  const store = memoryStore()
  answer = offline
  const before = outbox({ store })
  await before.add([item('responses/1')])
  await settle()
  before.stop()
  sent = []

  answer = ok
  const counts: number[] = []
  outbox({ store, counted: (waiting) => counts.push(waiting) })
  await settle()

  expect(paths()).toEqual(['responses/1'])
  expect(counts.at(-1)).toBe(0)
})

it('puts the same person claim in line once', async () => {
  answer = offline
  const box = outbox()
  await box.add([item('person', { said: 'mark' }), item('responses/1')])
  await box.add([item('person', { id: 'again', said: 'mark' }), item('responses/2')])
  await settle()
  sent = []

  answer = ok
  await vi.advanceTimersByTimeAsync(60_000)

  expect(paths()).toEqual(['person', 'responses/1', 'responses/2'])
})

it('lets one tab send at a time, and tells the other tab’s form that its item is stored', async () => {
  const store = memoryStore()
  let last = Promise.resolve(0)
  let atOnce = 0
  let most = 0
  const alone: OutboxOptions['alone'] = (work) => {
    last = last.then(async () => {
      atOnce += 1
      most = Math.max(most, atOnce)
      const waitMs = await work()
      atOnce -= 1
      return waitMs
    })
    return last
  }
  const one = outbox({ store, alone })
  const other = outbox({ store, alone })
  const heard: string[] = []

  await Promise.all([
    one.add([item('responses/1')], ({ state }) => heard.push(`one ${state}`)),
    other.add([item('responses/2')], ({ state }) => heard.push(`other ${state}`)),
  ])
  await settle()

  expect(most).toBe(1)
  expect(paths()).toEqual(['responses/1', 'responses/2'])
  expect(heard).toEqual(expect.arrayContaining(['one stored', 'other stored']))
})

it('sends what waits its turn at once when the page goes', async () => {
  answer = () => new Promise(() => {})
  const box = outbox()
  await box.add([item('exposures/1')])
  await settle()

  const unkept = box.add([item('responses/1')])
  dispatchEvent(new Event('pagehide'))

  expect(paths()).toEqual(['exposures/1', 'responses/1'])
  await unkept
})

it('leaves no timer and no listener after its stop', async () => {
  answer = offline
  const box = outbox()
  await box.add([item('responses/1')])
  await settle()
  expect(vi.getTimerCount()).toBe(1)

  box.stop()
  answer = ok
  dispatchEvent(new Event('online'))
  await vi.advanceTimersByTimeAsync(60_000)

  expect(vi.getTimerCount()).toBe(0)
  expect(paths()).toEqual(['responses/1'])
})
