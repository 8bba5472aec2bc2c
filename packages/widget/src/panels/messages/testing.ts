import type { PersonTicket } from '@heed/contracts'
import { afterEach, beforeEach, vi } from 'vitest'
import type { OutboxItem } from '../../runtime/outbox-store.ts'
import type { Room } from '../../runtime/room.ts'
import type { testRoom } from '../../runtime/testing.ts'
import { hands } from '../../ui/testing.ts'
import { mount } from './messages.ts'

type Message = PersonTicket['messages'][number]

export const at = '2026-03-01T09:00:00Z'

export const message = (id: string, author: 'person' | 'member', body: string): Message => ({
  id,
  author,
  authorName: author === 'member' ? 'Ada' : null,
  body,
  attachments: [],
  createdAt: at,
})

export const ticket = (id: string, number: number, lastMessageAt: string, messages: Message[]): PersonTicket => ({
  id,
  number,
  state: 'closed',
  createdAt: at,
  lastMessageAt,
  unread: 0,
  messages,
})

/** Something that is not on the server yet. */
export const item = (path: string, body: Record<string, unknown>, file?: Blob): OutboxItem => ({
  id: path,
  path,
  body,
  token: 't',
  user: 'u1',
  queuedAt: 0,
  ...(file && { file }),
})

/** The panel of somebody with one closed ticket, two minutes old; afresh for each test of the file. */
export function messagesPanel() {
  const panel = { place: document.createElement('div'), tickets: [] as PersonTicket[], asked: 0, unmount() {} }
  const person = hands(() => panel.place)

  beforeEach(() => {
    vi.useFakeTimers({ now: Date.parse(at) + 120_000 })
    panel.asked = 0
    panel.tickets = [
      ticket('tkt_1', 7, at, [
        message('msg_1', 'person', 'My export is empty'),
        message('msg_2', 'member', 'Which month?'),
      ]),
    ]
    panel.place = document.createElement('div')
    document.body.append(panel.place)
  })
  afterEach(() => {
    panel.unmount()
    panel.place.remove()
    vi.useRealTimers()
  })

  return {
    panel,
    ...person,
    /** Answers with the tickets as they are now, or holds the answer until they change; and counts. */
    answering: (async (path, _, how) => {
      panel.asked += 1
      const query = new URLSearchParams(path.split('?')[1])
      const mark = () => JSON.stringify(panel.tickets)
      const untilMs = Date.now() + Number(query.get('waitSeconds')) * 1000
      while (query.get('after') === mark() && Date.now() < untilMs) {
        if (how?.signal?.aborted) return { kind: 'unanswered' }
        await new Promise((look) => setTimeout(look, 100))
      }
      const items = query.get('after') === mark() ? {} : { items: structuredClone(panel.tickets) }
      return { kind: 'ok', value: { ...items, mark: mark() } }
    }) as Room['ask'],
    async shown(test: ReturnType<typeof testRoom>) {
      panel.unmount = mount(panel.place, test.room)
      await person.settle(100)
      return test
    },
    first() {
      const [found] = panel.tickets
      if (!found) throw new Error('there is no ticket')
      return found
    },
    log: () => panel.place.querySelector<HTMLElement>('[role=log]'),
  }
}
