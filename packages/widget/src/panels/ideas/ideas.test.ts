import { expect, it } from 'vitest'
import type { OutboxItem } from '../../runtime/outbox-store.ts'
import type { Room } from '../../runtime/room.ts'
import { ideasPanel } from './testing.ts'

const { panel, settle, write, click, seen, button, field, shown, pressed, alarm } = ideasPanel()

const item = (path: string, body: Record<string, unknown>): OutboxItem => ({
  id: path,
  path,
  body,
  token: 't',
  user: 'u1',
  queuedAt: 0,
})

it('shows each idea with its votes as a named button, and its state in words', async () => {
  await shown()

  const votes = [...panel.place.querySelectorAll('[aria-pressed]')]
  expect(votes.map((vote) => vote.getAttribute('aria-label'))).toEqual([
    'Vote for Dark mode, 12 votes',
    'Vote for Export as CSV, 1 vote',
    'Vote for Apple Pay, 0 votes',
    'Vote for Paper statements, 0 votes',
  ])
  expect(votes.map((vote) => vote.getAttribute('aria-pressed'))).toEqual(['false', 'true', 'false', 'false'])
  expect([...panel.place.querySelectorAll('li .quiet')].map(({ textContent }) => textContent)).toEqual([
    'In progress',
    'White hurts at night.',
    'Planned',
    'Shipped',
    'Not planned',
  ])
})

it('counts a vote at once, says it to the server and the host page, and takes it back the same way', async () => {
  const { sent, room } = await shown()
  const vote = button('Vote for Dark mode')

  await click('Vote for Dark mode, 12 votes')
  expect(pressed('Vote for Dark mode, 13 votes')).toBe('true')
  await click('Vote for Dark mode, 13 votes')
  expect(pressed('Vote for Dark mode, 12 votes')).toBe('false')

  expect(button('Vote for Dark mode')).toBe(vote)
  expect(document.activeElement).toBe(vote)
  expect(sent.map(({ path, body }) => [path, body])).toEqual([
    ['ideas/ida_1/vote', { voted: true }],
    ['ideas/ida_1/vote', { voted: false }],
  ])
  expect(room.emit).toHaveBeenNthCalledWith(1, 'vote', { ideaId: 'ida_1', voted: true })
  expect(room.emit).toHaveBeenNthCalledWith(2, 'vote', { ideaId: 'ida_1', voted: false })
})

it('takes no vote for what is shipped or closed, but lets one be taken back', async () => {
  panel.ideas = panel.ideas.map((each) => ({ ...each, voted: each.id === 'ida_4', votes: 5 }))
  const { sent } = await shown()
  const barred = (words: string) => button(words).getAttribute('aria-disabled')
  expect([barred('Vote for Dark mode'), barred('Vote for Apple Pay')]).toEqual(['false', 'true'])

  await click('Vote for Apple Pay')
  expect(sent).toEqual([])
  await click('Vote for Paper statements, 5 votes')

  expect(sent.map(({ path, body }) => [path, body])).toEqual([['ideas/ida_4/vote', { voted: false }]])
  expect(barred('Vote for Paper statements, 4 votes')).toBe('true')
  expect(document.activeElement).toBe(button('Vote for Paper statements'))
})

it('takes a refused vote back and says so', async () => {
  const { sent } = await shown()
  await click('Vote for Dark mode')

  sent[0]?.deliver({ state: 'rejected', problem: undefined })

  expect(pressed('Vote for Dark mode, 12 votes')).toBe('false')
  expect(alarm()).toBe('Your vote could not be saved.')
})

it('shows votes and ideas that are not on the server yet', async () => {
  const waiting = async () => [
    item('ideas/ida_1/vote', { voted: true }),
    item('ideas/ida_2/vote', { voted: false }),
    item('ideas/ida_9', { title: 'Several currencies' }),
    item('ideas/ida_3', { title: 'Apple Pay' }),
    item('tickets/tkt_1', { body: 'A question' }),
  ]
  await shown({ waiting })

  expect(pressed('Vote for Dark mode, 13 votes')).toBe('true')
  expect(pressed('Vote for Export as CSV, 0 votes')).toBe('false')
  expect([...panel.place.querySelectorAll('li.row')].map(({ textContent }) => textContent)).toEqual([
    'Several currencies Not sent yet',
  ])
})

it('shows first and open what became of an idea, counts it as seen, and tells the server once', async () => {
  const answer = {
    state: 'shipped' as const,
    body: 'It is in the app.',
    createdAt: '2026-03-01T09:00:00Z',
    unread: true,
  }
  panel.ideas = panel.ideas.map((each) => (each.id === 'ida_3' ? { ...each, voted: true, answer } : each))

  const { sent, room } = await shown()

  const [first] = panel.place.querySelectorAll('li')
  expect(first?.textContent).toContain('1 new answer to your votes Shipped')
  expect(first?.querySelector('details')?.open).toBe(true)
  expect(first?.querySelector('.answer')?.textContent).toContain('It is in the app.')
  expect(sent.map(({ path, body }) => [path, body])).toEqual([['ideas/ida_3/reading', {}]])
  expect(room.keepUnread).toHaveBeenLastCalledWith({ answers: 0 })
})

it('keeps an answer that was seen closed, also where the server does not know yet', async () => {
  const answer = {
    state: 'shipped' as const,
    body: 'It is in the app.',
    createdAt: '2026-03-01T09:00:00Z',
    unread: true,
  }
  panel.ideas = panel.ideas.map((each) => (each.id === 'ida_3' ? { ...each, answer } : each))

  const { sent } = await shown({ waiting: async () => [item('ideas/ida_3/reading', {})] })

  expect(panel.place.querySelector('details:has(.answer)')?.hasAttribute('open')).toBe(false)
  expect(seen()).not.toContain('new answer')
  expect(sent).toEqual([])
})

it('asks why once somebody voted, and sends the sentence after the vote', async () => {
  const { sent } = await shown()
  await click('Vote for Dark mode')

  await write('I work at night.')
  await click('Send')

  expect(sent.map(({ path, body }) => [path, body])).toEqual([
    ['ideas/ida_1/vote', { voted: true }],
    ['ideas/ida_1/vote', { voted: true, reason: 'I work at night.' }],
  ])
  expect(seen()).toContain('We read every reason.')
  await click('Vote for Dark mode')
  expect(seen()).not.toContain('We read every reason.')
})

it('asks once, and not again by itself', async () => {
  await shown()

  await settle(60_000)

  expect(panel.asked).toEqual(['ideas'])
})

it('invites to the first idea', async () => {
  panel.ideas = []
  await shown()

  expect(seen()).toContain('There are no ideas yet.')
  await click('Suggest an idea')

  expect(document.activeElement).toBe(field())
})

it('says that there is no connection and tries again when asked to, with the focus kept', async () => {
  const answers = [{ kind: 'offline' }, { kind: 'ok', value: { items: panel.ideas } }]
  await shown({ ask: (async () => answers.shift()) as Room['ask'] })
  expect(seen()).toContain('Check your connection')

  await click('Try again')

  expect(seen()).toContain('Dark mode')
  expect(panel.place.contains(document.activeElement)).toBe(true)
})
