import type { Article, SuggestionList } from '@heed/contracts'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Room } from '../../runtime/room.ts'
import { testRoom } from '../../runtime/testing.ts'
import { hands } from '../../ui/testing.ts'
import { mount } from './ticket.ts'

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
let asked: { path: string; body: unknown }[]
const { settle, write, click, button, field } = hands(() => place)

/** A server that knows one article. */
const helpful = (async (path: string, body?: Record<string, unknown>) => {
  asked.push({ path, body })
  const value: SuggestionList | Article = path === 'suggestions' ? { items: [suggestion] } : article
  return { kind: 'ok', value }
}) as Room['ask']

const shown = (test: ReturnType<typeof testRoom>) => {
  unmount = mount(place, test.room)
  return test
}
const alarms = () => [...place.querySelectorAll('[role=alert]')].flatMap(({ textContent }) => textContent || [])

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

it('files the question with its page and tells the number', async () => {
  const { sent, room, drafts } = shown(testRoom())
  await write(' My export is empty ')

  await click('Send question')
  expect(place.textContent).toContain('Sending…')
  expect(place.contains(document.activeElement)).toBe(true)
  sent[0]?.deliver({ state: 'stored', reply: { number: 12 } })
  await settle()

  expect(sent).toMatchObject([
    {
      path: 'tickets/ticket-1',
      body: { messageId: 'message-2', body: 'My export is empty', context: { locale: 'en' } },
    },
  ])
  expect(room.emit).toHaveBeenCalledWith('ticket', { ticketId: 'ticket-1' })
  expect(place.textContent).toContain('Question 12')
  expect(drafts.size).toBe(0)
})

it('files nothing that is empty', async () => {
  const { sent } = shown(testRoom())
  await write('   ')

  await click('Send question')

  expect(sent).toEqual([])
  expect(place.querySelector('[role=alert]')?.textContent).toBe('Write a few words first.')
  expect(document.activeElement).toBe(field())
})

it('says that a question will be sent when there is a connection again', async () => {
  const { sent } = shown(testRoom())
  await write('My export is empty')
  await click('Send question')

  sent[0]?.deliver({ state: 'waiting', reason: 'offline' })
  await settle()
  expect(place.textContent).toContain('You are offline')

  sent[0]?.deliver({ state: 'stored', reply: undefined })
  await settle()
  expect(place.textContent).toContain('Your question is with us')
})

it('keeps the text in the field when the server refuses it, and says what to do', async () => {
  const { sent, drafts } = shown(testRoom())
  await write('My export is empty')
  await click('Send question')

  sent[0]?.deliver({ state: 'rejected', problem: undefined })
  await settle()

  expect(field().value).toBe('My export is empty')
  expect(alarms().join()).toContain('Change your text')
  expect(document.activeElement).toBe(field())
  expect(drafts.get('ticket')).toMatchObject({ text: 'My export is empty' })
})

it('brings back what was typed when the panel was closed on it', async () => {
  const test = shown(testRoom())
  await write('My export is')
  unmount()

  shown(test)

  expect(field().value).toBe('My export is')
})

it('offers articles once the typing rests', async () => {
  shown(testRoom({ ask: helpful }))

  field().value = 'My exp'
  field().dispatchEvent(new Event('input', { bubbles: true }))
  await vi.advanceTimersByTimeAsync(200)
  await write('My export is empty')

  expect(asked).toEqual([{ path: 'suggestions', body: { text: 'My export is empty', locale: 'en' } }])
  expect(place.textContent).toContain('Why an export is empty')
})

it('leaves an answer to an older text aside', async () => {
  const answers: ((list: SuggestionList) => void)[] = []
  const ask = (async () => {
    const value = await new Promise<SuggestionList>((resolve) => {
      answers.push(resolve)
    })
    return { kind: 'ok', value }
  }) as Room['ask']
  shown(testRoom({ ask }))
  await write('My export')
  await write('My invoice is wrong')

  answers[1]?.({ items: [{ ...suggestion, title: 'Correct an invoice' }] })
  answers[0]?.({ items: [suggestion] })
  await settle()

  expect(place.textContent).toContain('Correct an invoice')
  expect(place.textContent).not.toContain('Why an export is empty')
})

it('ends the request with an article that solved it, and files no ticket', async () => {
  const { sent, room, drafts } = shown(testRoom({ ask: helpful }))
  await write('My export is empty')
  await click('Why an export is empty')
  expect(place.textContent).toContain('An export holds what the filter shows.')

  await click('This solved it')

  expect(sent).toMatchObject([
    { path: 'deflections/deflection-1', body: { articleId: 'art_1', text: 'My export is empty' } },
  ])
  expect(room.emit).toHaveBeenCalledWith('deflection', { articleId: 'art_1' })
  expect(place.textContent).toContain('Good to hear.')
  expect(drafts.size).toBe(0)
})

it('carries on to the ticket with what was read when an article does not help', async () => {
  const { sent } = shown(testRoom({ ask: helpful }))
  await write('My export is empty')
  await click('Why an export is empty')

  await click('Still need help')
  expect(field().value).toBe('My export is empty')
  await click('Send question')

  expect(sent).toMatchObject([
    { path: 'tickets/ticket-1', body: { articlesOffered: ['art_1'], articlesRead: ['art_1'] } },
  ])
})

it('takes neither the focus nor its list from somebody who went on to the articles', async () => {
  const lists = [[suggestion], [{ ...suggestion, articleId: 'art_2', title: 'Another' }]]
  shown(testRoom({ ask: (async () => ({ kind: 'ok', value: { items: lists.shift() } })) as Room['ask'] }))
  await write('My export')

  field().value = 'My export is empty'
  field().dispatchEvent(new Event('input'))
  button('Why an export is empty').focus()
  await settle()

  expect(document.activeElement).toBe(button('Why an export is empty'))
})

it('comes back from an article to the place where it was opened', async () => {
  shown(testRoom({ ask: helpful }))
  await write('My export is empty')
  await click('Why an export is empty')

  await click('Back')

  expect(field().value).toBe('My export is empty')
  expect(document.activeElement).toBe(button('Why an export is empty'))
})

it('takes the focus from nobody when the answer comes late', async () => {
  const { sent } = shown(testRoom())
  await write('My export is empty')
  await click('Send question')
  const hostField = document.createElement('input')
  document.body.append(hostField)
  hostField.focus()

  sent[0]?.deliver({ state: 'rejected', problem: undefined })
  await settle()

  expect(field().value).toBe('My export is empty')
  expect(document.activeElement).toBe(hostField)
  hostField.remove()
})

it('stays still once it is gone', async () => {
  const { sent, drafts } = shown(testRoom({ ask: helpful }))
  await write('My export is empty')
  await click('Send question')
  unmount()
  asked = []

  sent[0]?.deliver({ state: 'rejected', problem: undefined })
  await settle()

  expect(place.childElementCount).toBe(0)
  expect(asked).toEqual([])
  expect(drafts.size).toBe(0)
})

it('stays a plain form while there is no connection', async () => {
  shown(testRoom())

  await write('My export is empty')

  expect(alarms()).toEqual([])
  expect(place.querySelectorAll('.row')).toHaveLength(0)
})
