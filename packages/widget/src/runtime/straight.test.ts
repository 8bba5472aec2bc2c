import { expect, it, vi } from 'vitest'
import { survey } from './testing.ts'
import { testTransport } from './testing-transport.ts'

const at = testTransport()

it('sends what a prompt says straight, in its order, and needs no outbox where all of it gets through', async () => {
  at.outboxComes = false
  const heard: unknown[] = []
  let stored = (_: Response) => {}
  at.answer = (path) =>
    path === 'exposures/1' ? new Promise((reply) => (stored = reply)) : new Response('{"stored":true}')
  at.started()
  await at.transport.send('exposures/1', { version: 1 })
  await at.transport.send('responses/1', { score: 9 }, (delivery) => heard.push(delivery))
  await vi.advanceTimersByTimeAsync(2000)
  expect(at.paths()).toEqual(['exposures/1'])

  stored(new Response('{}'))
  await at.settle()

  expect(at.paths()).toEqual(['exposures/1', 'responses/1'])
  expect(at.sent[1]?.body).toEqual({ score: 9, ageMs: 2000 })
  expect(heard).toEqual([{ state: 'stored', reply: { stored: true } }])
  expect(at.link.link.memory.get('waiting')).toBeUndefined()
  expect(at.link.link.memory.get('early')).toBeUndefined()
})

it('gives the outbox what did not get through, and what is said from then on', async () => {
  at.answer = (path) => (path === 'exposures/1' ? new Response('', { status: 503 }) : new Response('{}'))
  at.started()
  await at.transport.send('exposures/1', {})
  await at.transport.send('responses/1', {})
  await at.settle()
  expect(at.paths()).toEqual(['exposures/1', 'exposures/1'])

  at.answer = () => new Response('{}')
  dispatchEvent(new Event('online'))
  await at.settle()

  expect(at.paths().slice(2)).toEqual(['exposures/1', 'responses/1'])
})

it('goes on where nothing is kept any more of what it sends', async () => {
  at.answer = () => {
    localStorage.clear()
    return new Response('{}')
  }
  at.started()
  await at.transport.send('exposures/1', {})
  await at.settle()
  await at.transport.send('responses/1', {})
  await at.settle()

  expect(at.paths()).toEqual(['exposures/1', 'responses/1'])
})

it('parts with what waits for its turn when the page goes', async () => {
  at.answer = () => new Promise(() => {})
  at.started()
  await at.transport.send('exposures/1', {})
  await at.transport.send('responses/1', {})
  await at.settle()
  expect(at.paths()).toEqual(['exposures/1'])

  dispatchEvent(new Event('pagehide'))

  expect(at.paths()).toEqual(['exposures/1', 'responses/1'])
})

it('leaves to the next page what it could not hand to the outbox', async () => {
  at.outboxComes = false
  at.answer = () => Promise.reject(new TypeError('offline'))
  at.started()
  await at.transport.send('responses/1', {})
  await at.settle()
  at.transport.stop()
  at.sent = []

  at.outboxComes = true
  at.answer = () => new Response('{}')
  at.started()
  await at.settle()

  expect(at.paths()).toEqual(['responses/1'])
})

it('stops looking for an outbox that does not come', async () => {
  at.outboxComes = false
  at.answer = () => Promise.reject(new TypeError('offline'))
  at.started()
  await at.transport.send('responses/1', {})
  await at.settle()

  at.transport.stop()

  expect(vi.getTimerCount()).toBe(0)
})

it('looks for nothing that did not come any more, once it stopped', async () => {
  at.outboxComes = at.secondHalfComes = false
  at.started()
  await at.transport.send('exposures/1', {})
  await at.transport.send('tickets/1', {})
  await vi.advanceTimersByTimeAsync(5000)
  expect(at.tries).toBe(4)

  at.transport.stop()
  await vi.advanceTimersByTimeAsync(60_000)

  expect(at.tries).toBe(4)
  expect(vi.getTimerCount()).toBe(0)
})

it('waits for no second try of what was on its way when it stopped', async () => {
  at.outboxComes = false
  at.started()
  await at.transport.send('tickets/1', {})

  at.transport.stop()
  await vi.advanceTimersByTimeAsync(60_000)

  expect(at.tries).toBe(1)
  expect(vi.getTimerCount()).toBe(0)
})

it('sends what was said before in the name of who said it', async () => {
  at.secondHalfComes = false
  at.started()
  await at.transport.send('responses/1', {})
  await at.settle()
  at.link.said.claim = { userId: 'u1', token: 'signed' } as object

  at.secondHalfComes = true
  await vi.advanceTimersByTimeAsync(5000)

  expect(at.paths()).toEqual(['responses/1'])
})

it('still counts what waits to go straight when the outbox has nothing left', async () => {
  at.secondHalfComes = false
  at.started()
  await at.transport.send('responses/1', {})
  await at.transport.send('tickets/1', {})
  await at.settle()

  expect(at.paths()).toEqual(['tickets/1'])
  expect(at.link.link.memory.get('waiting')).toBe(1)

  at.secondHalfComes = true
  await vi.advanceTimersByTimeAsync(5000)

  expect(at.paths()).toEqual(['tickets/1', 'responses/1'])
  expect(at.link.link.memory.get('waiting')).toBeUndefined()
})

it.each([
  ['a question', () => at.transport.send('tickets/1', {}), ['tickets/1']],
  ['something new of the person', () => Object.assign(at.link.said.claim, { name: 'Mara' }), ['person']],
])('sends what prompts say in its order, also when %s comes in between', async (_, comes, sent) => {
  const heard: unknown[] = []
  let stored = (_: Response) => {}
  at.answer = (path) =>
    path === 'exposures/1' ? new Promise((reply) => (stored = reply)) : new Response('{"stored":true}')
  at.link.said.claim = { userId: 'u1' }
  at.started()
  await at.transport.mayAsk(survey, 'exp_1')
  at.sent = []
  await at.transport.send('exposures/1', {})
  await at.transport.send('responses/1', { score: 7 })
  await at.settle()
  await comes()
  await at.transport.send('responses/1', { score: 9 }, (delivery) => heard.push(delivery))
  await at.settle()
  expect(at.paths()).toEqual(['exposures/1', ...sent])

  stored(new Response('{}'))
  await at.settle()

  const scores = at.sent.flatMap(({ path, body }) => (path === 'responses/1' ? (body as { score: number }).score : []))
  expect(scores).toEqual([7, 9])
  expect(heard.at(-1)).toEqual({ state: 'stored', reply: { stored: true } })
  expect(at.link.link.memory.get('waiting')).toBeUndefined()
})
