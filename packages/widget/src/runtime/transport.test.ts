import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import * as followUp from '../panels/follow-up.ts'
import { startDeliver } from './deliver.ts'
import { carry } from './identity.ts'
import { newId } from './new-id.ts'
import { memoryStore } from './outbox-store.ts'
import { panelTransport } from './panel-transport.ts'
import { testDownloads, testLink } from './testing.ts'
import { startTransport, type Transport } from './transport.ts'
import { draftOf } from './visitor.ts'

let transport: Transport
let panels: ReturnType<typeof panelTransport>
let link: ReturnType<typeof testLink>
let answer: (path: string) => Response | Promise<Response>
let outboxComes: boolean
let secondHalfComes: boolean
let tries: number
let sent: { path: string; token: string | null; body: unknown }[]

const started = () => {
  const store = memoryStore()
  const downloads = testDownloads({
    outbox: async () => {
      tries += 1
      if (!outboxComes) throw new TypeError('Failed to fetch dynamically imported module')
      return { startDeliver: (to, carry) => startDeliver(to, carry, store) }
    },
    identity: async () => ({ carry }),
    'follow-up': async () => {
      tries += 1
      if (!secondHalfComes) throw new TypeError('Failed to fetch dynamically imported module')
      return followUp
    },
  })
  transport = startTransport(link.link, downloads)
  panels = panelTransport({ link: link.link, downloads, transport, newId })
}
const settle = () => vi.advanceTimersByTimeAsync(0)
const paths = () => sent.map(({ path }) => path)

beforeEach(() => {
  vi.useFakeTimers()
  localStorage.clear()
  sent = []
  outboxComes = secondHalfComes = true
  tries = 0
  answer = () => new Response('{}')
  vi.stubGlobal('fetch', async (url: string, init: RequestInit = {}) => {
    const path = url.replace('https://heed.test/w/pk_test/', '')
    const body = init.body === undefined ? undefined : JSON.parse(String(init.body))
    sent.push({ path, token: new Headers(init.headers).get('x-heed-visitor'), body })
    return answer(path)
  })
  link = testLink()
})
afterEach(() => {
  transport.stop()
  link.host.remove()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

it('says who the person is before the first thing they say, once, and again when it changes', async () => {
  link.said.claim = { userId: 'u1', name: 'Mara' }
  started()

  await transport.send('responses/1', {})
  await settle()
  await transport.send('responses/2', {})
  await settle()
  link.said.claim = { userId: 'u1', name: 'Mara', account: { accountId: 'a1', plan: 'growth' } }
  await transport.send('responses/3', {})
  await settle()

  expect(paths()).toEqual(['person', 'responses/1', 'responses/2', 'person', 'responses/3'])
  expect(sent[0]?.body).toEqual({ userId: 'u1', name: 'Mara' })
})

it('sends nothing as long as nobody says anything', async () => {
  link.said.claim = { userId: 'u1' }
  started()

  await settle()

  expect(sent).toEqual([])
  expect(localStorage.length).toBe(0)
})

it('tells the developer when a claim was refused, and still sends what the person said', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  const problem = { code: 'invalid_input', errors: [{ field: 'account.spendMinor', message: 'must be whole' }] }
  answer = (path) => (path === 'person' ? new Response(JSON.stringify(problem), { status: 400 }) : new Response('{}'))
  link.said.claim = { userId: 'u1', account: { accountId: 'a1', spendMinor: 0.5 } }
  started()

  await transport.send('responses/1', {})
  await settle()

  expect(warn).toHaveBeenCalledWith('heed: identify was refused', problem)
  expect(paths()).toEqual(['person', 'responses/1'])
  warn.mockRestore()
})

it('says nothing of an anonymous visitor but what they said', async () => {
  started()

  await transport.send('responses/1', {})
  await settle()

  expect(paths()).toEqual(['responses/1'])
})

it('speaks for each user of a browser with a token of their own, also when the words wait', async () => {
  answer = () => Promise.reject(new TypeError('offline'))
  link.said.claim = { userId: 'u1' }
  started()
  await transport.send('responses/1', {})
  link.said.claim = { userId: 'u2' }
  await transport.send('responses/2', {})
  await settle()
  sent = []

  answer = () => new Response('{}')
  dispatchEvent(new Event('online'))
  await settle()

  expect(paths()).toEqual(['person', 'responses/1', 'person', 'responses/2'])
  expect(sent[0]?.token).toBe(sent[1]?.token)
  expect(sent[2]?.token).toBe(sent[3]?.token)
  expect(sent[0]?.token).not.toBe(sent[2]?.token)
})

it('leaves a mark for the next page while something waits, and takes it away after', async () => {
  answer = () => Promise.reject(new TypeError('offline'))
  started()
  await transport.send('responses/1', {})
  await settle()
  expect(link.link.memory.get('waiting')).toBe(1)

  answer = () => new Response('{}')
  dispatchEvent(new Event('online'))
  await settle()

  expect(link.link.memory.get('waiting')).toBeUndefined()
})

it('does not repeat a claim that the server refused until it changes', async () => {
  link.said.claim = { userId: 'u1' }
  answer = (path) => new Response('{}', { status: path === 'person' ? 400 : 200 })
  started()
  await transport.send('responses/1', {})
  await settle()

  await transport.send('responses/2', {})
  await settle()

  expect(paths()).toEqual(['person', 'responses/1', 'responses/2'])
})

it('gives a refused question, reply and idea back as drafts', async () => {
  answer = () => new Response('{}', { status: 400 })
  started()

  await transport.send('tickets/tkt_1', { body: 'My export is empty' })
  await transport.send('tickets/tkt_2/messages/msg_1', { body: 'July' })
  await transport.send('ideas/ide_1', { title: 'Dark mode' })
  await transport.send('ideas/ide_1/vote', { voted: true })
  await settle()

  expect(draftOf(transport.visitor(), 'idea')).toEqual({ title: 'Dark mode', body: '' })
  expect(draftOf(transport.visitor(), 'ticket')).toEqual({ text: 'My export is empty' })
  expect(draftOf(transport.visitor(), 'message:tkt_2')).toBe('July')
})

it('lists what waits also while the outbox does not come', async () => {
  outboxComes = false
  started()
  await transport.send('tickets/tkt_1', { body: 'Mine' })

  expect(await panels.waiting()).toMatchObject([{ path: 'tickets/tkt_1' }])
})

it('lists what waits for this visitor and nobody else', async () => {
  answer = () => Promise.reject(new TypeError('offline'))
  link.said.claim = { userId: 'u1' }
  started()
  await transport.send('tickets/tkt_1', { body: 'Mine' })
  link.said.claim = { userId: 'u2' }

  expect(await panels.waiting()).toEqual([])
  link.said.claim = { userId: 'u1' }
  expect(await panels.waiting()).toMatchObject([{ path: 'tickets/tkt_1' }])
})

it.each([
  [() => Promise.reject(new TypeError('offline')), { kind: 'unanswered' }],
  [() => new Response('', { status: 429 }), { kind: 'unanswered' }],
  [() => new Response('', { status: 404 }), { kind: 'rejected' }],
  [() => new Response('', { status: 500 }), { kind: 'unanswered' }],
  [() => new Response('<html>'), { kind: 'unanswered' }],
  [() => new Response('{"items":[]}'), { kind: 'ok', value: { items: [] } }],
])('gives a question an answer of a known kind (%#)', async (reply, kind) => {
  answer = reply
  started()

  expect(await transport.ask('tickets')).toEqual(kind)
})

it('keeps what is said before the outbox has come, and sends it once it has', async () => {
  outboxComes = false
  answer = () => Promise.reject(new TypeError('offline'))
  const heard: string[] = []
  started()
  await transport.send('responses/1', {}, ({ state }) => heard.push(state))
  await settle()
  expect(heard).toEqual(['waiting'])
  expect(JSON.parse(localStorage.getItem('heed:pk_test') ?? '').early).toMatchObject([{ path: 'responses/1' }])

  outboxComes = true
  answer = () => new Response('{}')
  await vi.advanceTimersByTimeAsync(5000)

  expect(paths()).toEqual(['responses/1', 'responses/1'])
  expect(heard).toEqual(['waiting', 'sending', 'stored'])
  expect(link.link.memory.get('early')).toBeUndefined()
})

it('sends what a prompt says straight, in its order, and needs no outbox where all of it gets through', async () => {
  outboxComes = false
  const heard: unknown[] = []
  let stored = (_: Response) => {}
  answer = (path) =>
    path === 'exposures/1' ? new Promise((reply) => (stored = reply)) : new Response('{"stored":true}')
  started()
  await transport.send('exposures/1', { version: 1 })
  await transport.send('responses/1', { score: 9 }, (delivery) => heard.push(delivery))
  await vi.advanceTimersByTimeAsync(2000)
  expect(paths()).toEqual(['exposures/1'])

  stored(new Response('{}'))
  await settle()

  expect(paths()).toEqual(['exposures/1', 'responses/1'])
  expect(sent[1]?.body).toEqual({ score: 9, ageMs: 2000 })
  expect(heard).toEqual([{ state: 'stored', reply: { stored: true } }])
  expect(link.link.memory.get('waiting')).toBeUndefined()
  expect(link.link.memory.get('early')).toBeUndefined()
})

it('gives the outbox what did not get through, and what is said from then on', async () => {
  answer = (path) => (path === 'exposures/1' ? new Response('', { status: 503 }) : new Response('{}'))
  started()
  await transport.send('exposures/1', {})
  await transport.send('responses/1', {})
  await settle()
  expect(paths()).toEqual(['exposures/1', 'exposures/1'])

  answer = () => new Response('{}')
  dispatchEvent(new Event('online'))
  await settle()

  expect(paths().slice(2)).toEqual(['exposures/1', 'responses/1'])
})

it('goes on where nothing is kept any more of what it sends', async () => {
  answer = () => {
    localStorage.clear()
    return new Response('{}')
  }
  started()
  await transport.send('exposures/1', {})
  await settle()
  await transport.send('responses/1', {})
  await settle()

  expect(paths()).toEqual(['exposures/1', 'responses/1'])
})

it('parts with what waits for its turn when the page goes', async () => {
  answer = () => new Promise(() => {})
  started()
  await transport.send('exposures/1', {})
  await transport.send('responses/1', {})
  await settle()
  expect(paths()).toEqual(['exposures/1'])

  dispatchEvent(new Event('pagehide'))

  expect(paths()).toEqual(['exposures/1', 'responses/1'])
})

it('leaves to the next page what it could not hand to the outbox', async () => {
  outboxComes = false
  answer = () => Promise.reject(new TypeError('offline'))
  started()
  await transport.send('responses/1', {})
  await settle()
  transport.stop()
  sent = []

  outboxComes = true
  answer = () => new Response('{}')
  started()
  await settle()

  expect(paths()).toEqual(['responses/1'])
})

it('stops looking for an outbox that does not come', async () => {
  outboxComes = false
  answer = () => Promise.reject(new TypeError('offline'))
  started()
  await transport.send('responses/1', {})
  await settle()

  transport.stop()

  expect(vi.getTimerCount()).toBe(0)
})

it('looks for nothing that did not come any more, once it stopped', async () => {
  outboxComes = secondHalfComes = false
  started()
  await transport.send('exposures/1', {})
  await transport.send('tickets/1', {})
  await vi.advanceTimersByTimeAsync(5000)
  expect(tries).toBe(4)

  transport.stop()
  await vi.advanceTimersByTimeAsync(60_000)

  expect(tries).toBe(4)
  expect(vi.getTimerCount()).toBe(0)
})

it('waits for no second try of what was on its way when it stopped', async () => {
  outboxComes = false
  started()
  await transport.send('tickets/1', {})

  transport.stop()
  await vi.advanceTimersByTimeAsync(60_000)

  expect(tries).toBe(1)
  expect(vi.getTimerCount()).toBe(0)
})

it('sends a file after what was said before it, as it is', async () => {
  started()
  const file = new Blob(['%PDF-'], { type: 'application/pdf' })
  const types: (string | null)[] = []
  vi.stubGlobal('fetch', async (_url: string, init: RequestInit = {}) => {
    types.push(new Headers(init.headers).get('content-type'))
    return new Response('{}')
  })

  await Promise.all([transport.send('tickets/1', { body: 'Why' }), panels.sendFile('tickets/1/attachments/1', file)])
  await settle()

  expect(types).toEqual(['application/json', 'application/pdf'])
})
