import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { HostClaim } from '../loader/link.ts'
import { startDeliver } from './deliver.ts'
import { carry } from './identity.ts'
import { newId } from './new-id.ts'
import type { Delivery } from './outbox.ts'
import { memoryStore, type OutboxStore } from './outbox-store.ts'
import { panelTransport } from './panel-transport.ts'
import { testDownloads, testLink } from './testing.ts'
import { startTransport, type Transport } from './transport.ts'

type Call = { path: string; token: string | null; body: Record<string, unknown> | undefined }

let transport: Transport
let panels: ReturnType<typeof panelTransport>
let test: ReturnType<typeof testLink>
let calls: Call[]
let store: OutboxStore
let warn: ReturnType<typeof vi.spyOn>
/** What the server answers; `signed` are the visitor tokens that it believes. */
let answer: (call: Call) => Response | Promise<Response>
let signed: Set<string | null>
let enforced: boolean

const problem = (code: string) => new Response(JSON.stringify({ code }), { status: 401 })
const believe = (call: Call, signedForMs = 3_600_000) => {
  signed.add(call.token)
  return new Response(JSON.stringify({ signedForMs, warnings: [] }))
}
/** As the server does it: a token ending in `ok` is good. */
const heed = (call: Call): Response => {
  if (call.path !== 'person')
    return signed.has(call.token) || !enforced ? new Response('{}') : problem('identity_required')
  const { token } = call.body ?? {}
  if (token === undefined) return enforced ? problem('identity_required') : new Response(null, { status: 204 })
  return `${token}`.endsWith('ok') ? believe(call) : problem('identity_invalid')
}

const begin = () => {
  const downloads = testDownloads({
    outbox: async () => ({ startDeliver: (to, by) => startDeliver(to, by, store) }),
    identity: async () => ({ carry }),
  })
  transport = startTransport(test.link, downloads)
  panels = panelTransport({ link: test.link, downloads, transport, newId })
}
const says = (claim: HostClaim) => {
  test.said.claim = claim
}
const settle = () => vi.advanceTimersByTimeAsync(0)
const paths = () => calls.map(({ path }) => path)
const errors = () => test.emit.mock.calls.filter(([event]) => event === 'error').map(([, { code }]) => code)

beforeEach(() => {
  vi.useFakeTimers()
  localStorage.clear()
  calls = []
  signed = new Set()
  enforced = false
  answer = heed
  store = memoryStore()
  warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  vi.stubGlobal('fetch', async (url: string, init: RequestInit = {}) => {
    const call: Call = {
      path: url.replace('https://heed.test/w/pk_test/', ''),
      token: new Headers(init.headers).get('x-heed-visitor'),
      body: init.body === undefined ? undefined : JSON.parse(String(init.body)),
    }
    calls.push(call)
    return answer(call)
  })
  test = testLink()
  begin()
})
afterEach(() => {
  transport.stop()
  test.host.remove()
  warn.mockRestore()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

it('sends the token alone, before the first thing that is said, once', async () => {
  says({ userId: 'u1', token: 'one.ok', name: 'Mara' })

  await transport.send('responses/1', {})
  await settle()
  await transport.send('responses/2', {})
  await settle()
  await transport.ask('tickets')

  expect(paths()).toEqual(['person', 'responses/1', 'responses/2', 'tickets'])
  expect(calls[0]?.body).toEqual({ token: 'one.ok' })
  expect(new Set(calls.map(({ token }) => token)).size).toBe(1)
})

it('keeps no token in the browser', async () => {
  answer = () => Promise.reject(new TypeError('offline'))
  says({ userId: 'u1', token: 'secret.ok' })

  await transport.send('responses/1', {})
  await settle()

  expect(localStorage.getItem('heed:pk_test')).toContain('visitor:u1')
  expect(localStorage.getItem('heed:pk_test')).not.toContain('secret.ok')
  expect(JSON.stringify(await store.read())).not.toContain('secret.ok')
})

it('sends another token of the host page, and the next page sends none that was sent', async () => {
  says({ userId: 'u1', token: 'one.ok' })
  await transport.ask('tickets')
  transport.stop()
  begin()
  await transport.ask('tickets')

  says({ userId: 'u1', token: 'two.ok' })
  await transport.ask('tickets')

  expect(paths()).toEqual(['person', 'tickets', 'tickets', 'person', 'tickets'])
})

it('fetches a token when it is needed, once for many, and another shortly before it ends', async () => {
  const token = vi.fn(async () => 'fetched.ok')
  says({ userId: 'u1', token })
  await settle()
  expect(token).not.toHaveBeenCalled()

  await Promise.all([transport.ask('tickets'), transport.ask('ideas'), transport.send('responses/1', {})])
  await settle()
  expect(token).toHaveBeenCalledTimes(1)

  vi.advanceTimersByTime(3_539_000)
  await transport.ask('unread')
  expect(token).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(2_000)
  await transport.ask('unread')
  expect(token).toHaveBeenCalledTimes(2)
})

it('renews once and sends again what the server refused, so that nothing typed is lost', async () => {
  enforced = true
  const token = vi.fn(async () => 'fetched.ok')
  says({ userId: 'u1', token })
  await transport.ask('tickets')
  signed.clear()
  const heard: string[] = []

  await transport.send('tickets/1', { body: 'My export is empty' }, ({ state }) => heard.push(state))
  await settle()

  expect(token).toHaveBeenCalledTimes(2)
  expect(paths()).toEqual(['person', 'tickets', 'tickets/1', 'person', 'tickets/1'])
  expect(heard).toEqual(['sending', 'stored'])
  expect(errors()).toEqual([])
})

it('renews for a question, too, and does not ask forever', async () => {
  const token = vi.fn(async () => 'fetched.ok')
  says({ userId: 'u1', token })
  answer = (call) => (call.path === 'person' ? believe(call) : problem('identity_expired'))

  expect(await transport.ask('tickets')).toEqual({ kind: 'rejected' })

  expect(paths()).toEqual(['person', 'tickets', 'person', 'tickets'])
})

it('keeps what is said while the token is refused, tells the developer once, and sends it with the next token', async () => {
  says({ userId: 'u1', token: 'one.bad' })
  await transport.send('responses/1', {})
  await transport.send('responses/2', {})
  await settle()
  await vi.advanceTimersByTimeAsync(120_000)

  expect(paths()).toEqual(['person'])
  expect(errors()).toEqual(['identity_refused'])
  expect(await panels.waiting()).toHaveLength(2)
  expect(await transport.ask('tickets')).toEqual({ kind: 'rejected' })

  says({ userId: 'u1', token: 'two.ok' })
  await vi.advanceTimersByTimeAsync(500)

  expect(paths()).toEqual(['person', 'person', 'responses/1', 'responses/2'])
  expect(await panels.waiting()).toEqual([])
})

it('goes on trying where what fetches tokens fails for a while', async () => {
  const token = vi.fn<() => Promise<string>>().mockRejectedValue(new Error('HTTP 500'))
  says({ userId: 'u1', token })
  await transport.send('responses/1', {})
  await settle()
  expect(paths()).toEqual([])
  expect(errors()).toEqual(['token_unavailable'])

  token.mockResolvedValue('fetched.ok')
  await vi.advanceTimersByTimeAsync(60_000)

  expect(paths()).toEqual(['person', 'responses/1'])
})

it('does not wait for ever for a token that never comes', async () => {
  says({ userId: 'u1', token: () => new Promise(() => {}) })
  const asked = transport.ask('tickets')

  await vi.advanceTimersByTimeAsync(30_000)

  expect(await asked).toEqual({ kind: 'unanswered' })
  expect(errors()).toEqual(['token_unavailable'])
})

it('holds what one user said whom nobody vouches for any more, and lets others speak', async () => {
  enforced = true
  says({ userId: 'u1', token: 'one.ok' })
  await transport.ask('tickets')
  signed.clear()
  answer = () => Promise.reject(new TypeError('offline'))
  await transport.send('responses/1', {})
  await settle()

  answer = heed
  says({ userId: 'u2', token: 'two.ok' })
  await transport.send('responses/2', {})
  await settle()
  expect(paths().slice(3)).toEqual(['responses/1', 'person', 'responses/2'])

  says({ userId: 'u1', token: 'three.ok' })
  await vi.advanceTimersByTimeAsync(1000)
  expect(paths().at(-1)).toBe('responses/1')
  expect(calls.at(-1)?.token).toBe(calls[0]?.token)
  expect(await store.read()).toEqual([])
})

it('says of somebody unsigned that the workspace wants a signature, and keeps what they said', async () => {
  enforced = true
  says({ userId: 'u1' })

  const heard: Delivery[] = []
  await transport.send('tickets/1', { body: 'My export is empty' }, (delivery) => heard.push(delivery))
  await settle()

  expect(errors()).toEqual(['identity_required'])
  expect(heard.at(-1)).toEqual({ state: 'waiting', reason: 'identity', isKept: false })
  expect(await panels.waiting()).toHaveLength(1)
})

it('sends a claim with its hash whole, and again once that has ended', async () => {
  const claim = { userId: 'u1', userHash: 'a'.repeat(64), name: 'Mara' }
  answer = (call) => (call.path === 'person' ? believe(call, 86_400_000) : new Response('{}'))
  says(claim)
  await transport.ask('tickets')
  await vi.advanceTimersByTimeAsync(86_400_000)

  await transport.ask('tickets')

  expect(paths()).toEqual(['person', 'tickets', 'person', 'tickets'])
  expect(calls[0]?.body).toEqual(claim)
})

it('goes on as a claim, by a new visitor, where the host page signs no more', async () => {
  says({ userId: 'u1', token: 'one.ok' })
  await transport.ask('tickets')
  answer = (call) => (signed.has(call.token) ? problem('identity_expired') : heed(call))
  says({ userId: 'u1' })
  await transport.ask('tickets')

  await transport.send('responses/1', {})
  await settle()

  expect(paths().slice(2)).toEqual(['tickets', 'person', 'responses/1'])
  expect(calls.at(-1)?.token).not.toBe(calls[0]?.token)
})

it('sends no token for a visitor without a user id, who would be nobody’s', async () => {
  says({ token: 'one.ok' })

  await transport.ask('tickets')

  expect(paths()).toEqual(['tickets'])
})
