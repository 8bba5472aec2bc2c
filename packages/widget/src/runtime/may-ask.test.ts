import { expect, it } from 'vitest'
import { survey } from './testing.ts'
import { testTransport } from './testing-transport.ts'

const at = testTransport()

const refusing = (reason: string, until: string | null) => {
  at.answer = (path) => new Response(path === 'asks' ? JSON.stringify({ granted: false, reason, until }) : '{}')
}
const refusals = (user: string) =>
  (at.link.link.memory.get(`visitor:${user}`) as { refusals?: Record<string, unknown> } | undefined)?.refusals

it('asks whether a person may be asked, once the server knows what the page says of them', async () => {
  at.answer = (path) => new Response(path === 'asks' ? '{"granted":true,"reason":null,"until":null}' : '{}')
  at.link.said.claim = { userId: 'u1', name: null, account: { accountId: 'a1', plan: 'growth' } } as object
  at.started()

  expect(await at.transport.mayAsk(survey, 'exp_1')).toBe(true)
  expect(await at.transport.mayAsk(survey, 'exp_1')).toBe(true)

  expect(at.paths()).toEqual(['person', 'asks', 'asks'])
  expect(at.sent[0]?.body).toEqual({ userId: 'u1', account: { accountId: 'a1', plan: 'growth' } })
  expect(at.sent[1]?.body).toEqual({ surveyId: 'srv_1', exposureId: 'exp_1', userId: 'u1' })
  expect(at.sent[1]?.token).toBe(at.sent[0]?.token)
  expect(refusals('u1')).toBeUndefined()
})

it('says once who the person is, also where the server has nothing to say to that', async () => {
  at.answer = (path) =>
    path === 'asks' ? new Response('{"granted":true,"reason":null,"until":null}') : new Response(null, { status: 204 })
  at.link.said.claim = { userId: 'u1' }
  at.started()

  await at.transport.mayAsk(survey, 'exp_1')
  await at.transport.mayAsk(survey, 'exp_1')

  expect(at.paths()).toEqual(['person', 'asks', 'asks'])
})

it('asks for somebody nameless too, and for nobody who is not signed where the workspace wants signatures', async () => {
  refusing('not_targeted', null)
  at.started()
  expect(await at.transport.mayAsk(survey, 'exp_1')).toBe(false)
  expect(at.sent.map(({ path, body }) => [path, body])).toEqual([['asks', { surveyId: 'srv_1', exposureId: 'exp_1' }]])

  at.link.link.config.signedOnly = true
  expect(await at.transport.mayAsk(survey, 'exp_1')).toBe(false)
  at.link.said.claim = { userId: 'u1' }

  expect(await at.transport.mayAsk(survey, 'exp_1')).toBe(false)
  expect(at.sent).toHaveLength(1)
})

it('remembers why nobody may be asked, and without a time as long as this page lasts', async () => {
  const until = new Date(Date.now() + 3_600_000).toISOString()
  at.link.said.claim = { userId: 'u1' }
  at.started()
  refusing('resting', until)
  await at.transport.mayAsk(survey, 'exp_1')
  expect(refusals('u1')).toEqual({ srv_1: ['resting', 1, Date.parse(until)] })

  refusing('not_targeted', null)
  await at.transport.mayAsk(survey, 'exp_1')

  expect(refusals('u1')).toEqual({ srv_1: ['not_targeted', 1, performance.timeOrigin] })
})

it('asks nobody without an answer, and remembers nothing of it', async () => {
  at.answer = () => Promise.reject(new TypeError('offline'))
  at.started()

  expect(await at.transport.mayAsk(survey, 'exp_1')).toBe(false)

  expect(refusals('')).toBeUndefined()
})

it('lets nobody rest for a year because the clock is a year behind the server', async () => {
  refusing('asked_recently', new Date(Date.now() + 372 * 86_400_000).toISOString())
  at.link.said.claim = { userId: 'u1' }
  at.started()

  expect(await at.transport.mayAsk(survey, 'exp_1')).toBe(false)

  expect(refusals('u1')).toEqual({ srv_1: ['asked_recently', 1, Date.now() + 7 * 86_400_000] })
})

it.each([
  ['while it hears who the person is', 'person', ['person']],
  ['while it decides', 'asks', ['person', 'asks']],
])('asks and remembers nothing once the host page said reset %s', async (_, during, asked) => {
  at.link.said.claim = { userId: 'u1' }
  refusing('resting', new Date(Date.now() + 3_600_000).toISOString())
  const reply = at.answer
  at.answer = (path) => {
    if (path === during) {
      at.transport.stop()
      localStorage.clear()
    }
    return reply(path)
  }
  at.started()

  expect(await at.transport.mayAsk(survey, 'exp_1')).toBe(false)

  expect(at.paths()).toEqual(asked)
  expect(localStorage).toHaveLength(0)
})

it('remembers a refusal for whom it was meant, whoever is named meanwhile', async () => {
  at.link.said.claim = { userId: 'u1' }
  refusing('resting', new Date(Date.now() + 3_600_000).toISOString())
  const reply = at.answer
  at.answer = (path) => {
    if (path === 'asks') at.link.said.claim = { userId: 'u2' }
    return reply(path)
  }
  at.started()

  expect(await at.transport.mayAsk(survey, 'exp_1')).toBe(false)

  expect(refusals('u2')).toBeUndefined()
  expect(refusals('u1')).toHaveProperty('srv_1')
})

it('asks nothing of somebody who is not there any more once the server knows them', async () => {
  at.link.said.claim = { userId: 'u1' }
  at.answer = (path) => {
    if (path === 'person') at.link.said.claim = { userId: 'u2' }
    return new Response('{"granted":true,"reason":null,"until":null}')
  }
  at.started()

  expect(await at.transport.mayAsk(survey, 'exp_1')).toBe(false)

  expect(at.paths()).toEqual(['person'])
})
