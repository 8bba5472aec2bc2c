import type { Suggestion, SuggestionQuery } from '@heed/contracts'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { texts as arabic } from '../../locales/help/ar.ts'
import type { Room } from '../../runtime/room.ts'
import { testRoom } from '../../runtime/testing.ts'
import { article, hands, offeredArticle, offeredIdea } from '../../ui/testing.ts'
import { mount } from './home.ts'

let place: HTMLElement
let unmount = () => {}
/** What the server was asked to suggest. */
let asked: Partial<SuggestionQuery>[]
const { settle, write, click, seen, button, field } = hands(() => place)

/** @param here what is wanted on the page, before anything is typed */
const answering = (items: Suggestion[], here: Suggestion[] = []) =>
  (async (path: string, body?: Record<string, unknown>) => {
    if (path !== 'suggestions') return { kind: 'ok', value: article }
    asked.push(body ?? {})
    return { kind: 'ok', value: { items: body?.text ? items : here } }
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
  ['Ideas', 'ideas'],
  ['Your messages', 'messages'],
])('fetches what “%s” leads to when it is pointed at or has the focus, not before', (words, panel) => {
  const { room } = shown({})
  expect(room.ahead).not.toHaveBeenCalled()

  button(words).dispatchEvent(new Event('pointerenter'))
  button(words).focus()

  expect(room.ahead).toHaveBeenCalledTimes(2)
  expect(room.ahead).toHaveBeenCalledWith(panel)
})

it.each([
  [0, 0, 'en', 'Your questions and our replies'],
  [1, 0, 'en', '1 new reply'],
  [3, 0, 'en', '3 new replies'],
  [2, 0, 'ar', 'ردّان جديدان'],
  [0, 2, 'en', '2 new answers to your votes'],
])('says in words that %i replies and %i answers wait, in %s', (replies, answers, locale, words) => {
  const texts = locale === 'ar' ? { texts: { ...testRoom().room.texts, ...arabic } } : {}
  shown({ unread: () => ({ replies, answers }), ...texts }, locale)

  expect(seen()).toContain(words)
})

it('shows what helps on this page before anything is typed, and again once the search is empty', async () => {
  const { room } = shown({ ask: answering([], [offeredArticle]) })
  await settle()

  expect(asked).toEqual([{ text: '', locale: 'en', kind: 'searched', page: room.page() }])
  expect(seen()).toContain('Often helpful on this pageWhy an export is empty')
  expect(room.announce).not.toHaveBeenCalled()

  await write('export of payments')
  expect(seen()).not.toContain('Why an export is empty')
  await write('')

  expect(seen()).toContain('Often helpful on this pageWhy an export is empty')
  expect(asked).toHaveLength(2)
})

it('finds articles once typing rests, and asks once', async () => {
  const { room } = shown({ ask: answering([offeredArticle]) })
  await settle()

  field().value = 'my ex'
  field().dispatchEvent(new Event('input'))
  await settle(300)
  await write('my export is empty')

  expect(asked.slice(1)).toEqual([
    { text: 'my export is empty', locale: 'en', kind: 'searched', page: room.page(), requestId: 'request-1' },
  ])
  expect(seen()).toContain('Why an export is empty')
  expect(room.announce).toHaveBeenLastCalledWith('1 suggestion below')
  expect(document.activeElement).toBe(field())
})

it('searches under one id until the search is empty, and under none where nobody is to be remembered', async () => {
  shown({ ask: answering([]) })
  for (const text of ['my export', 'my export is empty', '', 'card arrival']) await write(text)
  expect(asked.slice(1).map(({ requestId }) => requestId)).toEqual(['request-1', 'request-1', 'request-2'])
  unmount()

  asked = []
  shown({ ask: answering([]), newRequestId: () => undefined })
  await write('my export is empty')

  expect(asked.at(-1)).not.toHaveProperty('requestId')
})

it('says what a known issue is, and how many questions something solved', async () => {
  const solved = { ...offeredArticle, articleId: 'art_2', why: { kind: 'solved' as const, requests: 14 } }
  shown({ ask: answering([{ ...offeredArticle, kind: 'known_issue' }, solved]) })

  await write('my export is empty')

  expect(button('Known issue').textContent).toContain('Check the month.')
  expect(button('Solved 14 similar questions').textContent).not.toContain('Check the month.')
})

it('votes for an idea among the results, and leads back to them', async () => {
  const { sent } = shown({ ask: answering([offeredIdea]) })
  await write('export by the hour')

  await click('Vote for Export by the hour, 12 votes')
  expect(seen()).toContain('Your vote counts.')
  await click('Back')

  expect(sent).toMatchObject([{ path: 'ideas/ide_1/vote', body: { voted: true, requestId: 'request-1' } }])
  expect(document.activeElement).toBe(button('Vote for Export by the hour'))
})

it('says in one line that nothing fits, and takes the words along to the question', async () => {
  const { room, drafts } = shown({ ask: answering([]) })
  await settle()
  expect(seen()).toContain('Type a few words')
  await write('exp')
  expect(seen()).not.toContain('No article fits')

  await write('export of payments')
  expect(seen()).toContain('No article fits')
  await click('Ask a question')

  expect(drafts.get('ticket')).toMatchObject({ text: 'export of payments' })
  expect(room.go).toHaveBeenCalledWith('ticket')
})

it.each(['VAT', '2FA', '請求', 'メモ'])('looks for %s, which is short and a word', async (word) => {
  shown({ ask: answering([]) })
  await settle()

  await write(word)

  expect(asked.map(({ text }) => text)).toEqual(['', word])
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
  shown({ ask: answering([offeredArticle]) })
  await write('my export is empty')

  await click('Why an export is empty')
  expect(seen()).toContain('An export holds what the filter shows.')
  expect(place.contains(document.activeElement)).toBe(true)
  await click('Back')

  expect(field().value).toBe('my export is empty')
  expect(document.activeElement).toBe(button('Why an export is empty'))
})

it('asks whether the article helped, thanks, and learns from what was searched for', async () => {
  const { sent, room } = shown({ ask: answering([offeredArticle]) })
  await write('my export is empty')
  await click('Why an export is empty')
  expect(seen()).toContain('Did this help?')

  await click('Yes')

  expect(sent).toMatchObject([
    { path: 'requests/request-1/readings', body: { articleId: 'art_1' } },
    {
      path: 'deflections/dfl-2',
      body: { articleId: 'art_1', text: 'my export is empty', requestId: 'request-1' },
    },
    { path: 'articles/art_1/verdict', body: { helped: true } },
  ])
  expect(room.emit).toHaveBeenCalledWith('deflection', { articleId: 'art_1' })
  expect(seen()).toContain('Good to hear.')
  expect(place.contains(document.activeElement)).toBe(true)
})

it('tells no request and no solved question of what was read without a search', async () => {
  const { sent } = shown({ ask: answering([], [offeredArticle]) })
  await settle()
  await click('Why an export is empty')

  await click('Yes')

  expect(sent.map(({ path, body }) => [path, body])).toEqual([['articles/art_1/verdict', { helped: true }]])
})

it('carries on to the question with what was typed, offered and read when an article did not help', async () => {
  const { room, drafts, sent } = shown({ ask: answering([offeredArticle]) })
  await write('my export is empty')
  await click('Why an export is empty')

  await click('No')
  expect(seen()).toContain('Thanks for telling us.')
  expect(place.contains(document.activeElement)).toBe(true)
  await click('Ask a question')

  expect(drafts.get('ticket')).toMatchObject({ text: 'my export is empty', offered: ['art_1'], read: ['art_1'] })
  expect(room.go).toHaveBeenCalledWith('ticket')
  expect(sent.map(({ path, body }) => [path, body])).toEqual([
    ['requests/request-1/readings', { articleId: 'art_1' }],
    ['requests/request-1/readings', { articleId: 'art_1', helped: false }],
    ['articles/art_1/verdict', { helped: false }],
  ])
})

it('says that an article cannot be loaded, and tries again without losing the focus', async () => {
  const answers: unknown[] = [
    { kind: 'ok', value: { items: [] } },
    { kind: 'ok', value: { items: [offeredArticle] } },
    { kind: 'offline' },
    { kind: 'ok', value: article },
  ]
  shown({ ask: (async () => answers.shift()) as Room['ask'] })
  await write('my export is empty')
  await click('Why an export is empty')
  expect(seen()).toContain('Check your connection')
  expect(seen()).not.toContain('Did this help?')

  await click('Try again')

  expect(seen()).toContain('An export holds what the filter shows.')
  expect(place.contains(document.activeElement)).toBe(true)
})

it('asks nothing more once it is gone', async () => {
  shown({ ask: answering([offeredArticle]) })
  await settle()
  field().value = 'my export is empty'
  field().dispatchEvent(new Event('input'))

  unmount()
  await settle()

  expect(asked).toHaveLength(1)
  expect(place.childElementCount).toBe(0)
})
