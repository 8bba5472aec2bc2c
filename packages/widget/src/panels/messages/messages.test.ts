import { expect, it, vi } from 'vitest'
import type { Room } from '../../runtime/room.ts'
import { testRoom } from '../../runtime/testing.ts'
import { at, item, message, messagesPanel, ticket } from './testing.ts'

const { panel, settle, click, seen, button, answering, shown, first } = messagesPanel()

it('lists own questions with number, state in words, age and the last word', async () => {
  await shown(testRoom({ ask: answering }))

  expect(seen()).toContain('My export is empty')
  expect(seen()).toContain('Ada: Which month?')
  expect(seen()).toContain('Question 7 · Closed · 2 minutes ago')
  expect(panel.place.querySelector('time')?.title).toContain('2026')
})

it('puts the latest word first', async () => {
  panel.tickets.push(ticket('tkt_2', 8, '2026-03-01T09:01:00Z', [message('msg_9', 'person', 'Where is my invoice?')]))

  await shown(testRoom({ ask: answering }))

  expect([...panel.place.querySelectorAll('.row b')].map(({ textContent }) => textContent)).toEqual([
    'Where is my invoice?',
    'My export is empty',
  ])
})

it('marks what is unread in words, and tells the launcher', async () => {
  first().unread = 2

  const { room } = await shown(testRoom({ ask: answering }))

  expect(button('My export is empty').textContent).toContain('2 new replies')
  expect(room.keepUnread).toHaveBeenLastCalledWith({ replies: 2 })
})

it('leads to answers to ideas, which the launcher counts too', async () => {
  panel.tickets = []
  const { room } = await shown(testRoom({ ask: answering, unread: () => ({ replies: 0, answers: 2 }) }))

  await click('2 new answers to your votes')

  expect(room.go).toHaveBeenCalledWith('ideas')
})

it('counts a question as read once it is opened, before the server knows', async () => {
  first().unread = 2
  panel.tickets.push({ ...ticket('tkt_2', 8, at, [message('msg_9', 'member', 'Done.')]), unread: 1 })
  const { sent, room } = await shown(testRoom({ ask: answering }))

  await click('My export is empty')
  expect(sent.map(({ path, body }) => [path, body])).toEqual([['tickets/tkt_1/reading', {}]])
  expect(room.keepUnread).toHaveBeenLastCalledWith({ replies: 1 })

  await settle(11_000)
  await click('Back')
  expect(sent).toHaveLength(1)
  expect(button('My export is empty').textContent).not.toContain('new repl')
})

it('asks nothing while the page is out of sight, and at once when it is back', async () => {
  await shown(testRoom({ ask: answering }))
  const sight = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
  const before = panel.asked

  await settle(30_000)
  expect(panel.asked).toBe(before)

  sight.mockRestore()
  document.dispatchEvent(new Event('visibilitychange'))
  expect(panel.asked).toBe(before + 1)
})

it('ends its question when the page is out of sight', async () => {
  const signals: (AbortSignal | undefined)[] = []
  const ask: Room['ask'] = (path, body, how) => {
    signals.push(how?.signal)
    return answering(path, body, how)
  }
  await shown(testRoom({ ask }))
  await settle(5000)
  expect(signals.at(-1)?.aborted).toBe(false)
  const sight = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')

  document.dispatchEvent(new Event('visibilitychange'))
  sight.mockRestore()

  expect(signals.at(-1)?.aborted).toBe(true)
})

it('asks less than three times a minute as long as nothing is new', async () => {
  await shown(testRoom({ ask: answering }))
  const before = panel.asked

  await settle(600_000)

  expect(panel.asked - before).toBeGreaterThan(20)
  expect(panel.asked - before).toBeLessThan(30)
  expect(seen()).toMatch(/1[12] minutes ago/)
})

it('asks again where a connection ended without a word', async () => {
  const signals: (AbortSignal | undefined)[] = []
  const ask: Room['ask'] = (path, body, how) => {
    signals.push(how?.signal)
    return signals.length > 1 ? new Promise(() => {}) : answering(path, body, how)
  }
  await shown(testRoom({ ask }))
  await settle(5000)
  expect(signals).toHaveLength(2)

  await settle(45_000)

  expect(signals.map((signal) => signal?.aborted)).toEqual([true, true, false])
})

it('looks sooner as long as something of its own is on its way', async () => {
  const asked: string[] = []
  const ask: Room['ask'] = (path, body, how) => {
    asked.push(path)
    return answering(path, body, how)
  }
  await shown(testRoom({ ask, waiting: async () => [item('tickets/tkt_2', { body: 'Where is my invoice?' })] }))

  await settle(5000)

  expect(asked.at(-1)).toContain('waitSeconds=5')
})

it.each(['unanswered', 'rejected'] as const)(
  'asks more and more seldom what is %s, and at once when online again',
  async (kind) => {
    let asked = 0
    const ask = (async () => {
      asked += 1
      return { kind }
    }) as Room['ask']
    await shown(testRoom({ ask }))

    await settle(600_000)
    expect(asked).toBeGreaterThan(8)
    expect(asked).toBeLessThan(25)

    const before = asked
    dispatchEvent(new Event('online'))
    expect(asked).toBe(before + 1)
  },
)

it('leaves an answer aside that comes after a later one', async () => {
  const answers: (() => void)[] = []
  const ask = (async () => {
    const value = { items: structuredClone(panel.tickets) }
    await new Promise<void>((resolve) => {
      answers.push(resolve)
    })
    return { kind: 'ok', value }
  }) as Room['ask']
  await shown(testRoom({ ask }))
  first().state = 'open'
  document.dispatchEvent(new Event('visibilitychange'))
  await settle(100)

  answers[1]?.()
  await settle(100)
  answers[0]?.()
  await settle(100)

  expect(seen()).toContain('Question 7 · Open')
})

it('keeps the focus on a question in the list that moves to the top', async () => {
  panel.tickets.push(ticket('tkt_2', 8, '2026-03-01T08:00:00Z', [message('msg_9', 'person', 'Where is my invoice?')]))
  await shown(testRoom({ ask: answering }))
  button('Where is my invoice?').focus()
  Object.assign(panel.tickets[1] ?? {}, { lastMessageAt: '2026-03-01T09:01:00Z', unread: 1 })

  await settle(5000)

  expect(panel.place.querySelector('li button')).toBe(button('Where is my invoice?'))
  expect(document.activeElement).toBe(button('Where is my invoice?'))
})

it('teaches the next step to somebody who never asked', async () => {
  panel.tickets = []
  const { room } = await shown(testRoom({ ask: answering }))
  expect(seen()).toContain('You have not asked anything yet.')

  await click('Ask a question')

  expect(room.go).toHaveBeenCalledWith('ticket')
})

it('says that there is no connection and tries again when asked to, with the focus kept', async () => {
  const answers = [{ kind: 'offline' }, { kind: 'ok', value: { items: panel.tickets } }]
  await shown(testRoom({ ask: (async () => answers.shift()) as Room['ask'] }))
  expect(seen()).toContain('Check your connection')

  await click('Try again')

  expect(seen()).toContain('My export is empty')
  expect(panel.place.contains(document.activeElement)).toBe(true)
})

it('keeps what it shows when the connection goes', async () => {
  const answers = [{ kind: 'ok', value: { items: panel.tickets } }]
  await shown(testRoom({ ask: (async () => answers.shift() ?? { kind: 'offline' }) as Room['ask'] }))

  await settle(10_000)

  expect(seen()).toContain('My export is empty')
})
