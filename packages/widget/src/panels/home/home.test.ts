import type { Article, SuggestionList } from '@heed/contracts'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { texts as arabic } from '../../locales/panel/ar.ts'
import type { Room } from '../../runtime/room.ts'
import { testRoom } from '../../runtime/testing.ts'
import { hands } from '../../ui/testing.ts'
import { mount } from './home.ts'

const suggestion = { articleId: 'art_1', title: 'Why an export is empty', excerpt: 'Check the month.', locale: 'en' }
const article: Article = {
  id: 'art_1',
  title: 'Why an export is empty',
  locale: 'en',
  summary: null,
  updatedAt: '2026-01-01T00:00:00Z',
  body: [{ kind: 'paragraph', children: [{ kind: 'text', text: 'An export holds what the filter shows.' }] }],
}

let place: HTMLElement
let unmount = () => {}
let asked: unknown[]
const { settle, write, click, seen, button, field } = hands(() => place)

const answering = (items: SuggestionList['items']) =>
  (async (path: string, body?: Record<string, unknown>) => {
    asked.push(body ?? path)
    return { kind: 'ok', value: path === 'suggestions' ? { items } : article }
  }) as Room['ask']

const shown = (answers: Partial<Omit<Room, 'texts'>>, locale?: string) => {
  const test = testRoom(answers, locale)
  unmount = mount(place, test.room)
  return test
}

beforeEach(() => {
  vi.useFakeTimers()
  asked = []
  place = document.createElement('div')
  document.body.append(place)
})
afterEach(() => {
  unmount()
  place.remove()
  vi.useRealTimers()
})

it('begins with a search that has a name, and leads to three places', async () => {
  const { room } = shown({})

  expect(place.querySelector('[data-start]')?.getAttribute('aria-label')).toBe('Search help')
  expect(place.querySelector('h2')?.id).toBe('title')
  expect(place.querySelector('.back')).toBeNull()
  for (const words of ['Ask a question', 'Ideas', 'Your messages']) await click(words)
  expect(room.go).toHaveBeenNthCalledWith(1, 'ticket')
  expect(room.go).toHaveBeenNthCalledWith(2, 'ideas')
  expect(room.go).toHaveBeenNthCalledWith(3, 'messages')
})

it.each([
  [0, 'en', 'Your questions and our replies'],
  [1, 'en', '1 new reply'],
  [3, 'en', '3 new replies'],
  [2, 'ar', 'ردّان جديدان'],
])('says in words that %i replies wait, in %s', (count, locale, words) => {
  const texts = locale === 'ar' ? { texts: { ...testRoom().room.texts, ...arabic } } : {}
  shown({ unread: () => count, ...texts }, locale)

  expect(seen()).toContain(words)
})

it('finds articles once typing rests, and asks once', async () => {
  shown({ ask: answering([suggestion]) })

  field().value = 'my ex'
  field().dispatchEvent(new Event('input'))
  await settle(300)
  await write('my export is empty')

  expect(asked).toEqual([{ text: 'my export is empty', locale: 'en' }])
  expect(seen()).toContain('Why an export is empty')
  expect(document.activeElement).toBe(field())
})

it('says in one line that nothing fits, and takes the words along to the question', async () => {
  const { room, drafts } = shown({ ask: answering([]) })
  await write('exp')
  expect(seen()).not.toContain('No article fits')

  await write('export of payments')
  expect(seen()).toContain('No article fits')
  await click('Ask a question')

  expect(drafts.get('ticket')).toMatchObject({ text: 'export of payments' })
  expect(room.go).toHaveBeenCalledWith('ticket')
})

it('says nothing about articles while there is no connection', async () => {
  shown({})

  await write('export of payments')

  expect(seen()).not.toContain('No article fits')
})

it('loses nothing that the question said already', async () => {
  const { drafts, room } = shown({ ask: answering([]) })
  room.keepDraft('ticket', { text: 'My invoice is wrong', offered: ['art_9'], read: [] })

  await write('invoice 12')
  await click('Ask a question')

  expect(drafts.get('ticket')).toMatchObject({ text: 'My invoice is wrong\ninvoice 12', offered: ['art_9'] })
})

it('shows an article in place, and leads back to where the reader was', async () => {
  shown({ ask: answering([suggestion]) })
  await write('my export is empty')

  await click('Why an export is empty')
  expect(seen()).toContain('An export holds what the filter shows.')
  expect(place.contains(document.activeElement)).toBe(true)
  await click('Back')

  expect(field().value).toBe('my export is empty')
  expect(document.activeElement).toBe(button('Why an export is empty'))
})

it('ends with an article that solved it', async () => {
  const { sent, room, drafts } = shown({ ask: answering([suggestion]) })
  await write('my export is empty')
  await click('Why an export is empty')

  await click('This solved it')

  expect(sent).toMatchObject([
    { path: 'deflections/deflection-1', body: { articleId: 'art_1', text: 'my export is empty' } },
  ])
  expect(room.emit).toHaveBeenCalledWith('deflection', { articleId: 'art_1' })
  expect(seen()).toContain('Good to hear.')
  expect(drafts.size).toBe(0)
  expect(place.contains(document.activeElement)).toBe(true)
})

it('carries on to the question with what was typed, offered and read', async () => {
  const { room, drafts, sent } = shown({ ask: answering([suggestion]) })
  await write('my export is empty')
  await click('Why an export is empty')

  await click('Still need help')

  expect(drafts.get('ticket')).toMatchObject({ text: 'my export is empty', offered: ['art_1'], read: ['art_1'] })
  expect(room.go).toHaveBeenCalledWith('ticket')
  expect(sent).toEqual([])
})

it('says that an article cannot be loaded, and tries again without losing the focus', async () => {
  const answers: unknown[] = [
    { kind: 'ok', value: { items: [suggestion] } },
    { kind: 'offline' },
    { kind: 'ok', value: article },
  ]
  shown({ ask: (async () => answers.shift()) as Room['ask'] })
  await write('my export is empty')
  await click('Why an export is empty')
  expect(seen()).toContain('Check your connection')
  expect(seen()).not.toContain('This solved it')

  await click('Try again')

  expect(seen()).toContain('An export holds what the filter shows.')
  expect(place.contains(document.activeElement)).toBe(true)
})

it('asks nothing more once it is gone', async () => {
  shown({ ask: answering([suggestion]) })
  field().value = 'my export is empty'
  field().dispatchEvent(new Event('input'))

  unmount()
  await settle()

  expect(asked).toEqual([])
  expect(place.childElementCount).toBe(0)
})
