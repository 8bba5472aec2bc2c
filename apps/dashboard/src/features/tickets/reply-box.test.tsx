import { QueryClient, QueryClientProvider } from '@tanstack/preact-query'
import { createRef, render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readDraft } from '../../drafts.ts'
import { ReplyBox } from './reply-box.tsx'
import { ticketOf } from './testing.ts'

const ticket = ticketOf()
const place = { memberId: 'mem_1', aboutId: 'tkt_1', kind: 'reply' } as const
const stored = {
  id: 'msg_9',
  author: 'member',
  authorName: 'Ada',
  note: false,
  body: 'Hello',
  attachments: [],
  createdAt: ticket.createdAt,
}

let root: HTMLElement
const field = () => root.querySelector('textarea') as HTMLTextAreaElement
const sent = () => vi.mocked(fetch).mock.calls.map(([, init]) => init)

const show = () =>
  act(() => {
    render(
      <QueryClientProvider client={new QueryClient({ defaultOptions: { mutations: { networkMode: 'always' } } })}>
        <ReplyBox ticket={ticket} memberId="mem_1" field={createRef()} onLinked={() => undefined} />
      </QueryClientProvider>,
      root,
    )
  })
const type = (body: string) =>
  act(() => {
    field().value = body
    field().dispatchEvent(new InputEvent('input', { bubbles: true }))
  })
const sendByKeyboard = () =>
  act(() => {
    field().dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true }),
    )
  })

beforeEach(() => {
  localStorage.clear()
  root = document.body.appendChild(document.createElement('div'))
})
afterEach(() => {
  render(null, root)
  root.remove()
  vi.unstubAllGlobals()
})

describe('writing a reply', () => {
  it('keeps the draft over a reload', async () => {
    await show()
    await type('Which month?')

    render(null, root)
    await show()

    expect(field().value).toBe('Which month?')
  })

  it('forgets the draft only when the server has stored it', async () => {
    vi.stubGlobal(
      'fetch',
      vi.fn(async () => new Response(JSON.stringify(stored), { status: 201 })),
    )
    await show()
    await type('Hello')

    await sendByKeyboard()
    await vi.waitFor(() => expect(field().value).toBe(''))

    expect(readDraft(place)).toBe('')
    expect(JSON.parse(String(sent()[0]?.body))).toEqual({ body: 'Hello', note: false })
  })

  it('keeps the words when sending fails, says so, and sends them again under the same key', async () => {
    vi.stubGlobal('fetch', vi.fn().mockRejectedValue(new TypeError('offline')))
    await show()
    await type('Hello')

    await sendByKeyboard()
    await vi.waitFor(() => expect(root.querySelector('[role=alert]')?.textContent).toMatch(/Not sent/))
    await sendByKeyboard()
    await vi.waitFor(() => expect(sent()).toHaveLength(2))

    expect(field().value).toBe('Hello')
    expect(readDraft(place)).toBe('Hello')
    const keys = sent().map((init) => new Headers(init?.headers).get('idempotency-key'))
    expect(keys[0]).toMatch(/^msg_/)
    expect(keys[1]).toBe(keys[0])
  })

  it('forgets the draft also when the page is left before the reply comes', async () => {
    let answer = (_: Response) => {}
    vi.stubGlobal(
      'fetch',
      vi.fn(
        () =>
          new Promise<Response>((resolve) => {
            answer = resolve
          }),
      ),
    )
    await show()
    await type('Hello')
    await sendByKeyboard()
    render(null, root)
    answer(new Response(JSON.stringify(stored), { status: 201 }))
    await vi.waitFor(() => expect(readDraft(place)).toBe(''))
  })

  it('sends nothing but spaces to nobody', async () => {
    vi.stubGlobal('fetch', vi.fn())
    await show()
    await type('   ')

    await sendByKeyboard()

    expect(fetch).not.toHaveBeenCalled()
    expect(readDraft(place)).toBe('')
  })

  it('keeps a note apart from a reply, and drafts of two members apart', async () => {
    await show()
    await type('For the customer')

    await act(() => (root.querySelectorAll('input[type=radio]')[1] as HTMLInputElement).click())

    expect(field().value).toBe('')
    expect(readDraft({ ...place, kind: 'note' })).toBe('')
    expect(readDraft({ ...place, memberId: 'mem_2' })).toBe('')
    expect(readDraft(place)).toBe('For the customer')
  })
})
