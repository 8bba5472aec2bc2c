import { expect, it, vi } from 'vitest'
import { testTransport } from './testing-transport.ts'
import { draftOf, keepDraft } from './visitor.ts'

const at = testTransport()

it('says who the person is before the first thing they say, once, and again when it changes', async () => {
  at.link.said.claim = { userId: 'u1', name: 'Mara' }
  at.started()

  await at.transport.send('responses/1', {})
  await at.settle()
  await at.transport.send('responses/2', {})
  await at.settle()
  at.link.said.claim = { userId: 'u1', name: 'Mara', account: { accountId: 'a1', plan: 'growth' } }
  await at.transport.send('responses/3', {})
  await at.settle()

  expect(at.paths()).toEqual(['person', 'responses/1', 'responses/2', 'person', 'responses/3'])
  expect(at.sent[0]?.body).toEqual({ userId: 'u1', name: 'Mara' })
})

it('says who the person is again once another tab signed them out', async () => {
  at.link.said.claim = { userId: 'u1', name: 'Mara' }
  at.started()
  await at.transport.introduce()
  await at.transport.introduce()

  localStorage.clear()
  await at.transport.send('tickets/1', {})
  await at.settle()

  expect(at.paths()).toEqual(['person', 'person', 'tickets/1'])
  const [first, second, ticket] = at.sent.map(({ token }) => token)
  expect(second).toBe(ticket)
  expect(second).not.toBe(first)
})

it('sends nothing as long as nobody says anything', async () => {
  at.link.said.claim = { userId: 'u1' }
  at.started()

  await at.settle()

  expect(at.sent).toEqual([])
  expect(localStorage.length).toBe(0)
})

it('tells the developer when a claim was refused, and still sends what the person said', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  const problem = { code: 'invalid_input', errors: [{ field: 'account.spendMinor', message: 'must be whole' }] }
  at.answer = (path) =>
    path === 'person' ? new Response(JSON.stringify(problem), { status: 400 }) : new Response('{}')
  at.link.said.claim = { userId: 'u1', account: { accountId: 'a1', spendMinor: 0.5 } }
  at.started()

  await at.transport.send('responses/1', {})
  await at.settle()

  expect(warn).toHaveBeenCalledWith('heed: identify was refused', problem)
  expect(at.paths()).toEqual(['person', 'responses/1'])
  warn.mockRestore()
})

it('says nothing of an anonymous visitor but what they said', async () => {
  at.started()

  await at.transport.send('responses/1', {})
  await at.settle()

  expect(at.paths()).toEqual(['responses/1'])
})

it('speaks for each user of a browser with a token of their own, also when the words wait', async () => {
  at.answer = () => Promise.reject(new TypeError('offline'))
  at.link.said.claim = { userId: 'u1' }
  at.started()
  await at.transport.send('responses/1', {})
  at.link.said.claim = { userId: 'u2' }
  await at.transport.send('responses/2', {})
  await at.settle()
  at.sent = []

  at.answer = () => new Response('{}')
  dispatchEvent(new Event('online'))
  await at.settle()

  expect(at.paths()).toEqual(['person', 'responses/1', 'person', 'responses/2'])
  expect(at.sent[0]?.token).toBe(at.sent[1]?.token)
  expect(at.sent[2]?.token).toBe(at.sent[3]?.token)
  expect(at.sent[0]?.token).not.toBe(at.sent[2]?.token)
})

it('leaves a mark for the next page while something waits, and takes it away after', async () => {
  at.answer = () => Promise.reject(new TypeError('offline'))
  at.started()
  await at.transport.send('responses/1', {})
  await at.settle()
  expect(at.link.link.memory.get('waiting')).toBe(1)

  at.answer = () => new Response('{}')
  dispatchEvent(new Event('online'))
  await at.settle()

  expect(at.link.link.memory.get('waiting')).toBeUndefined()
})

it('does not repeat a claim that the server refused until it changes', async () => {
  at.link.said.claim = { userId: 'u1' }
  at.answer = (path) => new Response('{}', { status: path === 'person' ? 400 : 200 })
  at.started()
  await at.transport.send('responses/1', {})
  await at.settle()

  await at.transport.send('responses/2', {})
  await at.settle()

  expect(at.paths()).toEqual(['person', 'responses/1', 'responses/2'])
})

it('gives a refused question, reply and idea back to their forms', async () => {
  at.answer = () => new Response('{}', { status: 400 })
  at.started()

  await at.transport.send('tickets/tkt_1', { body: 'My export is empty' })
  await at.transport.send('tickets/tkt_2/messages/msg_1', { body: 'July' })
  await at.transport.send('ideas/ide_1', { title: 'Dark mode' })
  await at.transport.send('ideas/ide_1/vote', { voted: true })
  await at.settle()

  const draft = (name: string) => draftOf(at.transport.visitor(), name)
  expect(draft('refused:idea')).toBe('Dark mode')
  expect(draft('refused:ticket')).toBe('My export is empty')
  expect(draft('refused:message:tkt_2')).toBe('July')
})

it('leaves what was begun since alone, and loses nothing that was refused before', async () => {
  at.answer = () => new Response('{}', { status: 400 })
  at.started()
  const begun: Record<string, unknown> = {
    ticket: { text: 'Another question', read: ['art_1'] },
    'message:tkt_2': 'August',
    idea: { title: 'A menu', body: 'On the left' },
  }
  for (const [name, draft] of Object.entries(begun)) keepDraft(at.transport.visitor(), name, draft)

  await at.transport.send('tickets/tkt_1', { body: 'My export is empty' })
  await at.transport.send('tickets/tkt_3', { body: 'My import as well' })
  await at.transport.send('tickets/tkt_2/messages/msg_1', { body: 'July' })
  await at.transport.send('ideas/ide_1', { title: 'Dark mode', body: 'At night' })
  await at.settle()

  const draft = (name: string) => draftOf(at.transport.visitor(), name)
  for (const name of Object.keys(begun)) expect(draft(name)).toEqual(begun[name])
  expect(draft('refused:ticket')).toBe('My export is empty\nMy import as well')
  expect(draft('refused:message:tkt_2')).toBe('July')
  expect(draft('refused:idea')).toBe('Dark mode\nAt night')
})

it('has a form that stands open look for what was refused', async () => {
  at.answer = () => new Response('{}', { status: 400 })
  at.started()
  const field = document.createElement('textarea')
  field.setAttribute('part', 'field')
  at.link.link.root.append(field)
  let seen: unknown
  field.addEventListener('input', () => {
    seen = draftOf(at.transport.visitor(), 'refused:ticket')
  })

  await at.transport.send('tickets/tkt_1', { body: 'My export is empty' })
  await at.settle()

  expect(seen).toBe('My export is empty')
})

it('lists what waits also while the outbox does not come', async () => {
  at.outboxComes = false
  at.started()
  await at.transport.send('tickets/tkt_1', { body: 'Mine' })

  expect(await at.panels.waiting()).toMatchObject([{ path: 'tickets/tkt_1' }])
})

it('lists what waits for this visitor and nobody else', async () => {
  at.answer = () => Promise.reject(new TypeError('offline'))
  at.link.said.claim = { userId: 'u1' }
  at.started()
  await at.transport.send('tickets/tkt_1', { body: 'Mine' })
  at.link.said.claim = { userId: 'u2' }

  expect(await at.panels.waiting()).toEqual([])
  at.link.said.claim = { userId: 'u1' }
  expect(await at.panels.waiting()).toMatchObject([{ path: 'tickets/tkt_1' }])
})

it.each([
  [() => Promise.reject(new TypeError('offline')), { kind: 'unanswered' }],
  [() => new Response('', { status: 429 }), { kind: 'unanswered' }],
  [() => new Response('', { status: 404 }), { kind: 'rejected' }],
  [() => new Response('', { status: 500 }), { kind: 'unanswered' }],
  [() => new Response('<html>'), { kind: 'unanswered' }],
  [() => new Response('{"items":[]}'), { kind: 'ok', value: { items: [] } }],
])('gives a question an answer of a known kind (%#)', async (reply, kind) => {
  at.answer = reply
  at.started()

  expect(await at.transport.ask('tickets')).toEqual(kind)
})

it('keeps what is said before the outbox has come, and sends it once it has', async () => {
  at.outboxComes = false
  at.answer = () => Promise.reject(new TypeError('offline'))
  const heard: string[] = []
  at.started()
  await at.transport.send('responses/1', {}, ({ state }) => heard.push(state))
  await at.settle()
  expect(heard).toEqual(['waiting'])
  expect(JSON.parse(localStorage.getItem('heed:pk_test') ?? '').early).toMatchObject([{ path: 'responses/1' }])

  at.outboxComes = true
  at.answer = () => new Response('{}')
  await vi.advanceTimersByTimeAsync(5000)

  expect(at.paths()).toEqual(['responses/1', 'responses/1'])
  expect(heard).toEqual(['waiting', 'sending', 'stored'])
  expect(at.link.link.memory.get('early')).toBeUndefined()
})

it('sends a file after what was said before it, as it is', async () => {
  at.started()
  const file = new Blob(['%PDF-'], { type: 'application/pdf' })
  const types: (string | null)[] = []
  vi.stubGlobal('fetch', async (_url: string, init: RequestInit = {}) => {
    types.push(new Headers(init.headers).get('content-type'))
    return new Response('{}')
  })

  await Promise.all([
    at.transport.send('tickets/1', { body: 'Why' }),
    at.panels.sendFile('tickets/1/attachments/1', file),
  ])
  await at.settle()

  expect(types).toEqual(['application/json', 'application/pdf'])
})

it('tells the host page when the server refuses a claim before somebody may be asked, and asks on', async () => {
  at.link.said.claim = { userId: 'u1', email: 'none' }
  at.answer = (path) => new Response('{}', { status: path === 'person' ? 400 : 200 })
  at.started()

  await at.transport.mayAsk({ id: 'srv_1', version: 1 } as Parameters<typeof at.transport.mayAsk>[0], 'exp_1')
  await at.transport.mayAsk({ id: 'srv_1', version: 1 } as Parameters<typeof at.transport.mayAsk>[0], 'exp_2')
  await at.settle()

  expect(at.link.emit.mock.calls.map(([event, detail]) => [event, detail?.code])).toEqual([
    ['error', 'identify_refused'],
  ])
  // The outbox says it once more, and knows from then on.
  expect(at.paths().filter((path) => path === 'person')).toHaveLength(2)
})
