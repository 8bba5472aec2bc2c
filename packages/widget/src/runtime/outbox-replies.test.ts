import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type Delivery, type Outbox, startOutbox } from './outbox.ts'
import { memoryStore } from './outbox-store.ts'

let outbox: Outbox
let answer: () => Response
let asked: string[]
let heard: Delivery[]

beforeEach(() => {
  vi.useFakeTimers()
  asked = []
  heard = []
  outbox = startOutbox({
    store: memoryStore(),
    api: '',
    fetch: async (_item, path) => {
      asked.push(String(path))
      return answer()
    },
    alone: (work) => work(),
    now: Date.now,
    online: () => false,
    random: () => 1,
    counted: () => {},
    settled: () => {},
    brings: () => undefined,
  })
})
afterEach(() => {
  outbox.stop()
  vi.useRealTimers()
})

const send = async (path: string) => {
  const item = { id: path, path, body: {}, token: 'token', user: 'u1', queuedAt: Date.now() }
  await outbox.add([item], (delivery) => heard.push(delivery))
  await vi.advanceTimersByTimeAsync(0)
}

it('takes a reply without content for stored, and goes on', async () => {
  answer = () => new Response(null, { status: 204 })
  await send('person')
  await send('responses/1')

  expect(asked).toEqual(['person', 'responses/1'])
  expect(heard.at(-1)?.state).toBe('stored')
})

it('takes a page in place of JSON for no answer, and tries again', async () => {
  answer = () => new Response('<!doctype html><title>Sign in</title>')
  await send('tickets/1')
  expect(heard.at(-1)).toEqual({ state: 'waiting', reason: 'busy', isKept: false })

  answer = () => new Response('{}')
  await vi.advanceTimersByTimeAsync(1000)

  expect(asked).toEqual(['tickets/1', 'tickets/1'])
  expect(heard.at(-1)?.state).toBe('stored')
})

it('gives back what a proxy refuses for its size in words of its own', async () => {
  answer = () => new Response('<html>413 Request Entity Too Large</html>', { status: 413 })

  await send('tickets/1')

  expect(asked).toEqual(['tickets/1'])
  expect(heard.at(-1)?.state).toBe('rejected')
})
