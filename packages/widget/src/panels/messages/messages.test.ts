import type { PersonTicket } from '@heed/contracts'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { OutboxItem } from '../../runtime/outbox-store.ts'
import type { Room } from '../../runtime/room.ts'
import { testRoom } from '../../runtime/testing.ts'
import { mount } from './messages.tsx'

const at = '2026-03-01T09:00:00Z'
const message = (id: string, author: 'person' | 'member', body: string) => ({
  id,
  author,
  authorName: author === 'member' ? 'Ada' : null,
  body,
  createdAt: at,
})

let place: HTMLElement
let unmount = () => {}
let tickets: PersonTicket[]
let asked: number

const answering = (async () => {
  asked += 1
  return { kind: 'ok', value: { items: tickets } }
}) as Room['ask']

const shown = async (test: ReturnType<typeof testRoom>) => {
  unmount = mount(place, test.room)
  await settle()
  return test
}
const settle = (ms = 100) => vi.advanceTimersByTimeAsync(ms)
const click = async (words: string) => {
  const found = [...place.querySelectorAll('button')].find((each) => each.textContent?.includes(words))
  if (!found) throw new Error(`there is no button “${words}” in: ${place.textContent}`)
  found.click()
  await settle()
}

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse(at) + 120_000 })
  asked = 0
  tickets = [
    {
      id: 'tkt_1',
      number: 7,
      state: 'closed',
      createdAt: at,
      lastMessageAt: at,
      messages: [message('msg_1', 'person', 'My export is empty'), message('msg_2', 'member', 'Which month?')],
    },
  ]
  place = document.createElement('div')
  document.body.append(place)
})
afterEach(async () => {
  unmount()
  place.remove()
  // Preact must see its scheduled effects run, or it waits for them in the next test.
  await vi.runOnlyPendingTimersAsync()
  vi.useRealTimers()
})

it('lists own questions with number, state in words and age', async () => {
  await shown(testRoom({ ask: answering }))

  expect(place.textContent).toContain('My export is empty')
  expect(place.textContent).toContain('Question 7 · Closed · 2 minutes ago')
  expect(place.querySelector('time')?.title).toContain('2026')
})

it('shows a new reply within five seconds, and asks no more once it is closed', async () => {
  await shown(testRoom({ ask: answering }))
  await click('My export is empty')
  tickets[0]?.messages.push(message('msg_3', 'member', 'Found it.'))

  await settle(5000)
  expect(place.textContent).toContain('Found it.')

  unmount()
  const before = asked
  await settle(60_000)
  expect(asked).toBe(before)
})

it('sends a reply, and says beforehand that it opens a closed question again', async () => {
  const { sent } = await shown(testRoom({ ask: answering }))
  await click('My export is empty')
  expect(place.textContent).toContain('Your reply opens this question again')
  const field = place.querySelector('textarea')
  if (!field) throw new Error('there is no reply field')

  field.value = 'July'
  field.dispatchEvent(new Event('input', { bubbles: true }))
  await settle()
  const button = [...place.querySelectorAll('button')].find(({ textContent }) => textContent === 'Send reply')
  button?.click()
  button?.click()
  await settle()

  expect(sent).toHaveLength(1)
  expect(sent).toMatchObject([{ path: 'tickets/tkt_1/messages/message-1', body: { body: 'July' } }])
  expect(field.value).toBe('')
})

it('shows what is not on the server yet, questions and replies', async () => {
  const item = (path: string, body: string): OutboxItem => ({
    id: path,
    path,
    body: { body },
    token: 't',
    user: 'u1',
    queuedAt: 0,
  })
  const waiting = async () => [item('tickets/tkt_2', 'Where is my invoice?'), item('tickets/tkt_1/messages/m', 'July')]
  await shown(testRoom({ ask: answering, waiting }))
  expect(place.textContent).toContain('Where is my invoice?Not sent yet')

  await click('My export is empty')

  expect(place.querySelector('[role=log]')?.textContent).toContain('Not sent yetJuly')
})

it('teaches the next step to somebody who never asked', async () => {
  tickets = []
  const { room } = await shown(testRoom({ ask: answering }))

  await click('Ask a question')

  expect(room.go).toHaveBeenCalledWith('ticket')
})

it('says that there is no connection and tries again when asked to', async () => {
  const answers = [{ kind: 'offline' }, { kind: 'ok', value: { items: tickets } }]
  await shown(testRoom({ ask: (async () => answers.shift()) as Room['ask'] }))
  expect(place.textContent).toContain('Check your connection')

  await click('Try again')

  expect(place.textContent).toContain('My export is empty')
})
