import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { survey, testDownloads, testLink } from './testing.ts'
import { startTransport, type Transport } from './transport.ts'

let transport: Transport
let link: ReturnType<typeof testLink>
let answer: (path: string) => Response | Promise<Response>
let sent: { path: string; token: string | null; body: unknown }[]

const started = () => {
  transport = startTransport(link.link, testDownloads({}))
}
const paths = () => sent.map(({ path }) => path)

beforeEach(() => {
  vi.useFakeTimers()
  localStorage.clear()
  sent = []
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

const refusing = (reason: string, until: string | null) => {
  answer = (path) => new Response(path === 'asks' ? JSON.stringify({ granted: false, reason, until }) : '{}')
}
const refusals = (user: string) =>
  (link.link.memory.get(`visitor:${user}`) as { refusals?: Record<string, unknown> } | undefined)?.refusals

it('asks whether a person may be asked, once the server knows what the page says of them', async () => {
  answer = (path) => new Response(path === 'asks' ? '{"granted":true,"reason":null,"until":null}' : '{}')
  link.said.claim = { userId: 'u1', name: null, account: { accountId: 'a1', plan: 'growth' } } as object
  started()

  expect(await transport.mayAsk(survey, 'exp_1')).toBe(true)
  expect(await transport.mayAsk(survey, 'exp_1')).toBe(true)

  expect(paths()).toEqual(['person', 'asks', 'asks'])
  expect(sent[0]?.body).toEqual({ userId: 'u1', account: { accountId: 'a1', plan: 'growth' } })
  expect(sent[1]?.body).toEqual({ surveyId: 'srv_1', exposureId: 'exp_1', userId: 'u1' })
  expect(sent[1]?.token).toBe(sent[0]?.token)
  expect(refusals('u1')).toBeUndefined()
})

it('says once who the person is, also where the server has nothing to say to that', async () => {
  answer = (path) =>
    path === 'asks' ? new Response('{"granted":true,"reason":null,"until":null}') : new Response(null, { status: 204 })
  link.said.claim = { userId: 'u1' }
  started()

  await transport.mayAsk(survey, 'exp_1')
  await transport.mayAsk(survey, 'exp_1')

  expect(paths()).toEqual(['person', 'asks', 'asks'])
})

it('asks for somebody nameless too, and for nobody who is not signed where the workspace wants signatures', async () => {
  refusing('not_targeted', null)
  started()
  expect(await transport.mayAsk(survey, 'exp_1')).toBe(false)
  expect(sent.map(({ path, body }) => [path, body])).toEqual([['asks', { surveyId: 'srv_1', exposureId: 'exp_1' }]])

  link.link.config.signedOnly = true
  expect(await transport.mayAsk(survey, 'exp_1')).toBe(false)
  link.said.claim = { userId: 'u1' }

  expect(await transport.mayAsk(survey, 'exp_1')).toBe(false)
  expect(sent).toHaveLength(1)
})

it('remembers why nobody may be asked, and without a time as long as this page lasts', async () => {
  const until = new Date(Date.now() + 3_600_000).toISOString()
  link.said.claim = { userId: 'u1' }
  started()
  refusing('resting', until)
  await transport.mayAsk(survey, 'exp_1')
  expect(refusals('u1')).toEqual({ srv_1: ['resting', 1, Date.parse(until)] })

  refusing('not_targeted', null)
  await transport.mayAsk(survey, 'exp_1')

  expect(refusals('u1')).toEqual({ srv_1: ['not_targeted', 1, performance.timeOrigin] })
})

it('asks nobody without an answer, and remembers nothing of it', async () => {
  answer = () => Promise.reject(new TypeError('offline'))
  started()

  expect(await transport.mayAsk(survey, 'exp_1')).toBe(false)

  expect(refusals('')).toBeUndefined()
})

it('lets nobody rest for a year because the clock is a year behind the server', async () => {
  refusing('asked_recently', new Date(Date.now() + 372 * 86_400_000).toISOString())
  link.said.claim = { userId: 'u1' }
  started()

  expect(await transport.mayAsk(survey, 'exp_1')).toBe(false)

  expect(refusals('u1')).toEqual({ srv_1: ['asked_recently', 1, Date.now() + 7 * 86_400_000] })
})

it.each([
  ['while it hears who the person is', 'person', ['person']],
  ['while it decides', 'asks', ['person', 'asks']],
])('asks and remembers nothing once the host page said reset %s', async (_, at, asked) => {
  link.said.claim = { userId: 'u1' }
  refusing('resting', new Date(Date.now() + 3_600_000).toISOString())
  const reply = answer
  answer = (path) => {
    if (path === at) {
      transport.stop()
      localStorage.clear()
    }
    return reply(path)
  }
  started()

  expect(await transport.mayAsk(survey, 'exp_1')).toBe(false)

  expect(paths()).toEqual(asked)
  expect(localStorage).toHaveLength(0)
})

it('remembers a refusal for whom it was meant, whoever is named meanwhile', async () => {
  link.said.claim = { userId: 'u1' }
  refusing('resting', new Date(Date.now() + 3_600_000).toISOString())
  const reply = answer
  answer = (path) => {
    if (path === 'asks') link.said.claim = { userId: 'u2' }
    return reply(path)
  }
  started()

  expect(await transport.mayAsk(survey, 'exp_1')).toBe(false)

  expect(refusals('u2')).toBeUndefined()
  expect(refusals('u1')).toHaveProperty('srv_1')
})

it('asks nothing of somebody who is not there any more once the server knows them', async () => {
  link.said.claim = { userId: 'u1' }
  answer = (path) => {
    if (path === 'person') link.said.claim = { userId: 'u2' }
    return new Response('{"granted":true,"reason":null,"until":null}')
  }
  started()

  expect(await transport.mayAsk(survey, 'exp_1')).toBe(false)

  expect(paths()).toEqual(['person'])
})
