import type { SuggestionList } from '@heed/contracts'
import { expect, it, vi } from 'vitest'
import type { Room } from '../../runtime/room.ts'
import { testRoom } from '../../runtime/testing.ts'
import { offeredArticle } from '../../ui/testing.ts'
import { ticketPanel } from './testing.ts'

const { panel, settle, write, click, button, field, suggesting, shown, alarms } = ticketPanel()
const helpful = suggesting(offeredArticle)

it('offers articles once the typing rests', async () => {
  const { room } = shown(testRoom({ ask: helpful }))

  field().value = 'My exp'
  field().dispatchEvent(new Event('input', { bubbles: true }))
  await vi.advanceTimersByTimeAsync(200)
  await write('My export is empty')

  expect(panel.asked).toEqual([
    {
      path: 'suggestions',
      body: {
        text: 'My export is empty',
        locale: 'en',
        kind: 'asked',
        page: room.page(),
        requestId: 'request-1',
      },
    },
  ])
  expect(panel.place.textContent).toContain('Why an export is empty')
  expect(document.activeElement).toBe(field())
})

it('asks again for what was not answered, less and less often, and no more once the text is another', async () => {
  const answers = vi.fn<Room['ask']>(async () => ({ kind: 'unanswered' }))
  shown(testRoom({ ask: answers as Room['ask'] }))
  const askedFor = (text: string) => answers.mock.calls.filter(([, body]) => body?.text === text).length

  await write('My export')
  expect(askedFor('My export')).toBe(1)
  await write('My export is empty')
  await settle(1000)
  expect(askedFor('My export is empty')).toBe(2)

  answers.mockImplementation(helpful)
  await settle(6000)
  expect(panel.place.textContent).toContain('Why an export is empty')
  expect(askedFor('My export')).toBe(1)
  answers.mockImplementation(async () => ({ kind: 'unanswered' }))

  await write('My import is empty')
  await settle(600_000)
  expect(askedFor('My import is empty')).toBe(3)
  expect(panel.place.textContent).toContain('Why an export is empty')
})

it('offers what helps on this page before anything is typed', async () => {
  const { room, sent } = shown(
    testRoom({ ask: (async () => ({ kind: 'ok', value: { items: [offeredArticle] } })) as Room['ask'] }),
  )
  await settle()

  expect(panel.place.textContent).toContain('Often helpful on this page')
  expect(button('Why an export is empty')).toBeTruthy()
  expect(room.announce).not.toHaveBeenCalled()
  expect(sent).toEqual([])
})

it('keeps room for what it offers, so that nothing moves', async () => {
  shown(testRoom({ ask: helpful }))
  const section = panel.place.querySelector('.offers')
  expect(section?.parentElement?.lastElementChild).toBe(section)

  await write('My export is empty')

  expect(panel.place.querySelector('.offers')).toBe(section)
  expect(section?.hasAttribute('hidden')).toBe(false)
})

it('names the request under which the question stands: across close, in what it is asked for, and in the ticket', async () => {
  const test = shown(testRoom({ ask: helpful }))
  await write('My export is')
  panel.unmount()
  shown(test)
  await write('My export is empty')

  await click('Send question')

  expect(panel.asked.map(({ body }) => (body as { requestId: string }).requestId)).toEqual(['request-1', 'request-1'])
  expect(test.sent[0]?.body.requestId).toBe('request-1')
})

it('begins another request after a question was sent', async () => {
  const test = shown(testRoom({ ask: helpful }))
  await write('My export is empty')
  await click('Send question')
  panel.unmount()

  shown(test)
  await write('My card has not come')

  expect(panel.asked.at(-1)?.body).not.toMatchObject({ requestId: 'request-1' })
})

it('leaves an answer to an older text aside', async () => {
  const answers: ((list: SuggestionList) => void)[] = []
  const ask = (async (_: string, { text }: { text: string }) => {
    if (!text) return { kind: 'ok', value: { items: [] } }
    const value = await new Promise<SuggestionList>((resolve) => {
      answers.push(resolve)
    })
    return { kind: 'ok', value }
  }) as Room['ask']
  shown(testRoom({ ask }))
  await write('My export')
  await write('My invoice is wrong')

  answers[1]?.({ items: [{ ...offeredArticle, title: 'Correct an invoice' }] })
  answers[0]?.({ items: [offeredArticle] })
  await settle()

  expect(panel.place.textContent).toContain('Correct an invoice')
  expect(panel.place.textContent).not.toContain('Why an export is empty')
})

it('ends the request with an article that solved it, and files no ticket', async () => {
  const { sent, room, drafts } = shown(testRoom({ ask: helpful }))
  await write('My export is empty')
  await click('Why an export is empty')
  expect(panel.place.textContent).toContain('An export holds what the filter shows.')

  await click('This solved it')

  expect(sent).toMatchObject([
    { path: 'requests/request-1/readings', body: { articleId: 'art_1' } },
    {
      path: 'deflections/dfl-2',
      body: { articleId: 'art_1', text: 'My export is empty', requestId: 'request-1' },
    },
  ])
  expect(room.emit).toHaveBeenCalledWith('deflection', { articleId: 'art_1' })
  expect(panel.place.textContent).toContain('Good to hear.')
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
    { path: 'requests/request-1/readings', body: { articleId: 'art_1' } },
    { path: 'requests/request-1/readings', body: { articleId: 'art_1', helped: false } },
    { path: 'tickets/tkt-2', body: { articlesOffered: ['art_1'], articlesRead: ['art_1'] } },
  ])
})

it('takes neither the focus nor its list from somebody who went on to the articles', async () => {
  const lists = [[], [offeredArticle], [{ ...offeredArticle, articleId: 'art_2', title: 'Another' }]]
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

it('stays a plain form while there is no connection', async () => {
  shown(testRoom())

  await write('My export is empty')

  expect(alarms()).toEqual([])
  expect(panel.place.querySelectorAll('.row')).toHaveLength(0)
})
