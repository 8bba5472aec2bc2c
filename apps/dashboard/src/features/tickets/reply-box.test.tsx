import type { Message, TicketDetail } from '@heed/contracts'
import { QueryClient, QueryClientProvider } from '@tanstack/preact-query'
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ReplyBox } from './reply-box.tsx'
import { ticketOf } from './testing.ts'

const stored: Message = {
  id: 'msg_9',
  author: 'member',
  authorName: 'Ada',
  note: false,
  body: 'Hello',
  attachments: [],
  createdAt: '2026-03-05T10:05:00Z',
}

let root: HTMLElement
let ticket: TicketDetail
let client: QueryClient
const field = () => root.querySelector('textarea') as HTMLTextAreaElement
const sent = () => vi.mocked(fetch).mock.calls.map(([, init]) => init)
const bodies = () => sent().map((init) => JSON.parse(String(init?.body)))
const chosen = () => root.querySelector<HTMLInputElement>('input[type=radio]:checked')?.parentElement?.textContent
const notice = () => root.querySelector('[role=alert]')
const anyway = () => notice()?.querySelector('button') as HTMLButtonElement
const choose = (kind: 'Reply' | 'Note') =>
  act(() => (root.querySelectorAll('input[type=radio]')[kind === 'Reply' ? 0 : 1] as HTMLInputElement).click())

/** What this browser keeps of one kind. */
const kept = (kind: 'reply' | 'note', memberId = 'mem_1') =>
  Object.entries(localStorage).flatMap(([key, work]) =>
    key.startsWith(`heed.kept.${memberId}.${kind}%20tkt_1.`) ? [JSON.parse(work).body] : [],
  )
const answer = (...replies: Response[]) =>
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => replies.shift() ?? Response.json(stored, { status: 201 })),
  )
const changed = () => Response.json({ type: '', title: '', status: 409, code: 'ticket_changed' }, { status: 409 })

const draw = (within = root) =>
  act(() =>
    render(
      <QueryClientProvider client={client}>
        <ReplyBox ticket={ticket} memberId="mem_1" onLinked={() => undefined} />
      </QueryClientProvider>,
      within,
    ),
  )
/** Draws it once it is known what is kept. */
const show = async () => {
  await draw()
  await vi.waitFor(() => expect(field()).not.toBeNull())
  await act(() => undefined)
}
/** Bo replied, and the page has heard of it. */
const boReplied = () => {
  const reply = { ...stored, id: 'msg_bo', authorName: 'Bo', body: 'Fixed.' }
  ticket = { ...ticket, messages: [...ticket.messages, reply], memberReplies: ticket.memberReplies + 1 }
  return draw()
}
const press = (key: string) =>
  act(() => void document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })))
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
  sessionStorage.clear()
  ticket = ticketOf()
  client = new QueryClient({ defaultOptions: { mutations: { networkMode: 'always' } } })
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
    answer()
    await show()
    await type('Hello')
    expect(kept('reply')).toEqual(['Hello'])

    await sendByKeyboard()
    await vi.waitFor(() => expect(field().value).toBe(''))

    expect(kept('reply')).toEqual([])
    expect(bodies()).toEqual([{ body: 'Hello', note: false, memberReplies: 0 }])
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
    expect(kept('reply')).toEqual(['Hello'])
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
    await vi.waitFor(() => expect(kept('reply')).toEqual([]))
  })

  it('sends nothing but spaces to nobody', async () => {
    vi.stubGlobal('fetch', vi.fn())
    await show()
    await type('   ')

    await sendByKeyboard()

    expect(fetch).not.toHaveBeenCalled()
    expect(kept('reply')).toEqual([])
  })

  it('keeps a note apart from a reply, and drafts of two members apart', async () => {
    await show()
    await type('For the customer')

    await choose('Note')

    expect(field().value).toBe('')
    expect(kept('note')).toEqual([])
    expect(kept('reply', 'mem_2')).toEqual([])
    expect(kept('reply')).toEqual(['For the customer'])
  })

  it('is meant by r and a note by n, whatever was written last', async () => {
    answer(Response.json({ ...stored, note: true }, { status: 201 }))
    await show()

    await press('n')
    expect([chosen(), document.activeElement]).toEqual(['Note', field()])
    await type('The March bug')
    await sendByKeyboard()
    await vi.waitFor(() => expect(root.querySelector('[role=status]')?.textContent).toBe('Note saved'))
    expect([chosen(), bodies()]).toEqual(['Reply', [{ body: 'The March bug', note: true }]])

    await choose('Note')
    await act(() => field().blur())
    await press('r')

    expect([chosen(), document.activeElement]).toEqual(['Reply', field()])
  })

  it('begins with the note where only a note is kept', async () => {
    await show()
    await choose('Note')
    await type('The March bug')

    render(null, root)
    await show()
    expect([chosen(), field().value]).toEqual(['Note', 'The March bug'])
    await choose('Reply')
    await type('Hello')
    render(null, root)
    await show()

    expect([chosen(), field().value]).toEqual(['Reply', 'Hello'])
  })

  it('is taken for sent once it stands in the thread, though the answer to it was lost', async () => {
    vi.stubGlobal('fetch', vi.fn().mockRejectedValue(new TypeError('offline')))
    await show()
    await type('Hello')
    await sendByKeyboard()
    await vi.waitFor(() => expect(notice()).not.toBeNull())
    const id = new Headers(sent()[0]?.headers).get('idempotency-key') ?? ''

    ticket = { ...ticket, messages: [{ ...stored, id }], memberReplies: 1 }
    await draw()

    expect([field().value, notice(), kept('reply')]).toEqual(['', null, []])
  })
})

describe('a reply to what somebody else has answered', () => {
  it('is kept, and sent only by whoever says so', async () => {
    answer(changed())
    await show()
    await type('Which month?')
    await sendByKeyboard()
    await vi.waitFor(() => expect(notice()?.textContent).toContain('meanwhile'))

    await boReplied()
    expect(notice()?.textContent).toContain('Bo replied meanwhile')
    await sendByKeyboard()
    expect([field().value, document.activeElement, bodies().length]).toEqual(['Which month?', anyway(), 1])
    await act(() => anyway().click())
    await vi.waitFor(() => expect(field().value).toBe(''))

    expect(bodies().map(({ memberReplies }) => memberReplies)).toEqual([0, 1])
    expect([notice(), document.activeElement]).toEqual([null, field()])
  })

  it('is held back at once where the page has heard of it, after a reload too', async () => {
    answer()
    await show()
    await type('Which month?')
    await boReplied()
    expect(notice()?.textContent).toContain('Bo replied meanwhile')
    render(null, root)
    await show()

    expect(notice()?.textContent).toContain('Bo replied meanwhile')
    await sendByKeyboard()
    expect(fetch).not.toHaveBeenCalled()
    await type('')
    await type('All well now?')

    expect(notice()).toBeNull()
    await sendByKeyboard()
    await vi.waitFor(() => expect(bodies()).toEqual([{ body: 'All well now?', note: false, memberReplies: 1 }]))
  })

  it('holds back no note', async () => {
    answer(Response.json({ ...stored, note: true }, { status: 201 }))
    await show()
    await choose('Note')
    await type('The March bug')
    await boReplied()

    expect(notice()).toBeNull()
    await sendByKeyboard()
    await vi.waitFor(() => expect(bodies()).toEqual([{ body: 'The March bug', note: true }]))
  })
})

it('is each tab’s own, and goes with neither when the other sends', async () => {
  const held = new Set<string>()
  const request = async (name: string, _: LockOptions, act: (lock: Lock | null) => unknown) => {
    if (held.has(name)) return act(null)
    held.add(name)
    await act({ name, mode: 'exclusive' })
    held.delete(name)
  }
  Object.defineProperty(navigator, 'locks', { value: { request }, configurable: true })
  answer()
  await show()
  await type('Of tab A')
  const other = document.body.appendChild(document.createElement('div'))
  sessionStorage.clear()
  await draw(other)
  const first = root
  root = other
  await vi.waitFor(() => expect(field()).not.toBeNull())
  expect(field().value).toBe('')
  await type('Of tab B')

  await sendByKeyboard()
  await vi.waitFor(() => expect(field().value).toBe(''))

  expect(kept('reply')).toEqual(['Of tab A'])
  render(null, other)
  other.remove()
  root = first
  expect(field().value).toBe('Of tab A')
  Reflect.deleteProperty(navigator, 'locks')
})
