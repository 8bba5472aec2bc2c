import type { Closure, Member, Message, TicketDetail, Workspace } from '@heed/contracts'
import { QueryClientProvider } from '@tanstack/preact-query'
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { LocationProvider } from 'preact-iso'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createQueryClient } from '../../query-client.ts'
import { ticketOf } from './testing.ts'
import { TicketPage } from './ticket-page.tsx'

const workspace: Workspace = {
  id: 'wsp_1',
  name: 'Quayside',
  currency: 'USD',
  sample: false,
  accent: '#1a6b5c',
  firstResponseTargetMs: 900_000,
}
const member: Member = { id: 'mem_1', name: 'Ada', email: 'ada@example.com', role: 'agent' }
const prices = { id: 'art_1', title: 'What it costs' }
const invoices = { id: 'art_2', title: 'Export your invoices' }

let root: HTMLElement
let ticket: TicketDetail
/** Path of the public page of an article; null: none. */
let address: string | null
let asked: { method: string; path: string; body: unknown }[]

const serve = async (path: string, { method = 'GET', body }: RequestInit) => {
  asked.push({ method, path, body: typeof body === 'string' ? JSON.parse(body) : undefined })
  if (path === '/api/areas') return Response.json({ items: [{ id: 'are_1', name: 'Billing' }] })
  if (path.startsWith('/api/articles?')) {
    const q = new URLSearchParams(path.split('?')[1]).get('q') ?? ''
    const items = [
      { ...prices, locale: 'en' },
      { id: 'art_3', title: 'Rechnungen', locale: 'de' },
    ]
    return Response.json({ items: items.filter(({ title }) => title.includes(q)), nextCursor: null, total: 2 })
  }
  if (path.startsWith('/api/articles/')) return Response.json({ ...invoices, address })
  const { personMessages = ticket.personMessages } = typeof body === 'string' ? (JSON.parse(body) as Closure) : {}
  if (personMessages !== ticket.personMessages)
    return Response.json({ type: '', title: '', status: 409, code: 'ticket_changed' }, { status: 409 })
  if (/^\/api\/tickets\/tkt_1(\/closure)?$/.test(path)) return Response.json(ticket)
  return Response.json({ items: [] })
}
const changes = () =>
  asked.filter(({ method }) => method !== 'GET').map(({ method, path, body }) => [method, path, body])

const open = async () => {
  await act(() =>
    render(
      <LocationProvider>
        <QueryClientProvider client={createQueryClient(() => undefined)}>
          <TicketPage id="tkt_1" workspace={workspace} member={member} />
        </QueryClientProvider>
      </LocationProvider>,
      root,
    ),
  )
  await vi.waitFor(() => expect(root.querySelector('.closure')).not.toBeNull())
  if (ticket.state === 'open') await vi.waitFor(() => expect(root.querySelectorAll('.closure option')).toHaveLength(2))
  if (ticket.state === 'open') await vi.waitFor(() => expect(reply()).not.toBeNull())
  // Keys are bound once everything was drawn.
  await act(() => undefined)
}
const press = (key: string, more: KeyboardEventInit = {}) =>
  act(() => {
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }),
    )
  })
const type = (typed: string) =>
  act(() => {
    const field = document.activeElement as HTMLInputElement
    field.value = typed
    field.dispatchEvent(new InputEvent('input', { bubbles: true }))
  })
const options = () => [...root.querySelectorAll('[role=option]')].map(({ textContent }) => textContent)
const chooseArea = () =>
  act(() => {
    const select = root.querySelector('.closure select') as HTMLSelectElement
    select.value = 'are_1'
    select.dispatchEvent(new Event('change', { bubbles: true }))
  })
const reply = () => root.querySelector('textarea') as HTMLTextAreaElement
const chosen = () => root.querySelector('.chosen-article bdi')?.textContent

beforeEach(() => {
  localStorage.clear()
  asked = []
  address = '/help/quayside/en/export-your-invoices'
  ticket = ticketOf({ articlesOffered: [prices, invoices], articlesRead: [invoices] })
  root = document.body.appendChild(document.createElement('div'))
  vi.stubGlobal('fetch', serve)
})
afterEach(() => {
  render(null, root)
  root.remove()
  vi.unstubAllGlobals()
})

describe('closing with the article that answered', () => {
  it('takes keys alone, and offers first what the person read', async () => {
    await open()

    await press('a')
    await vi.waitFor(() => expect(options()).toHaveLength(3))
    expect(options()).toEqual(['Export your invoicesread', 'What it costsoffered', 'RechnungenGerman'])
    await press('ArrowDown')
    await press('Enter')
    expect(chosen()).toBe('Export your invoices')
    await chooseArea()
    await act(() => (document.activeElement as HTMLElement).blur())
    await press('e')

    await vi.waitFor(() =>
      expect(changes()).toEqual([
        ['PUT', '/api/tickets/tkt_1/closure', { areaId: 'are_1', articleId: 'art_2', personMessages: 0 }],
      ]),
    )
  })

  it('goes on by keyboard with the outcome, and from there with the form', async () => {
    await open()
    await chooseArea()
    await act(() => root.querySelector<HTMLButtonElement>('.closure [type=submit]')?.focus())
    ticket = { ...ticket, state: 'closed', area: { id: 'are_1', name: 'Billing' } }
    await act(() => root.querySelector<HTMLFormElement>('form.closure')?.requestSubmit())
    await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('Reopen'))

    ticket = { ...ticket, state: 'open' }
    await act(() => (document.activeElement as HTMLElement).click())

    await vi.waitFor(() => expect(document.activeElement).toBe(root.querySelector('.closure select')))
  })

  it('offers a list that is no stop of the Tab key', async () => {
    await open()

    await press('a')

    await vi.waitFor(() => expect(root.querySelector<HTMLElement>('[role=listbox]')?.tabIndex).toBe(-1))
  })

  it('finds any published article by what is typed', async () => {
    await open()

    await press('a')
    await vi.waitFor(() => expect(options()).toHaveLength(3))
    await type('Rech')
    await press('Enter')
    expect(chosen()).toBeUndefined()
    await vi.waitFor(() => expect(options()).toEqual(['RechnungenGerman']))
    expect(changes()).toEqual([])
    await press('Enter')

    expect(chosen()).toBe('Rechnungen')
  })

  it('names none where none is chosen, or it was taken out again', async () => {
    await open()
    await press('a')
    await press('ArrowDown')
    await press('Enter')

    await act(() => root.querySelector<HTMLButtonElement>('.chosen-article button')?.click())
    await chooseArea()
    await act(() => root.querySelector<HTMLFormElement>('form.closure')?.requestSubmit())

    await vi.waitFor(() =>
      expect(changes()).toEqual([['PUT', '/api/tickets/tkt_1/closure', { areaId: 'are_1', personMessages: 0 }]]),
    )
  })

  it('shows what the customer wrote meanwhile, and keeps what was chosen and typed', async () => {
    await open()
    await press('a')
    await press('ArrowDown')
    await press('Enter')
    await chooseArea()
    await act(() => reply().focus())
    await type('Which month?')
    const late = {
      ...{ id: 'msg_1', author: 'person', authorName: 'Maria', note: false, attachments: [] },
      ...{ body: 'It is April, too', createdAt: '2026-03-05T10:05:00Z' },
    } satisfies Message
    ticket = { ...ticket, messages: [late], personMessages: 1 }

    await act(() => root.querySelector<HTMLFormElement>('form.closure')?.requestSubmit())

    await vi.waitFor(() => expect(root.querySelector('.thread')?.textContent).toContain('It is April, too'))
    expect(root.querySelector('.closure [role=alert]')?.textContent).toContain('Maria wrote meanwhile')
    expect([reply().value, chosen()]).toEqual(['Which month?', 'Export your invoices'])
    await act(() => root.querySelector<HTMLFormElement>('form.closure')?.requestSubmit())
    const closure = { areaId: 'are_1', articleId: 'art_2' }
    await vi.waitFor(() =>
      expect(changes()).toEqual([
        ['PUT', '/api/tickets/tkt_1/closure', { ...closure, personMessages: 0 }],
        ['PUT', '/api/tickets/tkt_1/closure', { ...closure, personMessages: 1 }],
      ]),
    )
    await vi.waitFor(() => expect(root.querySelector('.closure [role=alert]')).toBeNull())
  })

  it('is told of a closed ticket, with the way to the article', async () => {
    ticket = ticketOf({ state: 'closed', area: { id: 'are_1', name: 'Billing' }, solvedBy: invoices })

    await open()

    const closure = root.querySelector('.closure')
    expect(closure?.textContent).toContain('Closed with area Billing · answered by Export your invoices')
    expect(closure?.querySelector('a')?.getAttribute('href')).toBe('/articles/art_2')
  })
})

describe('the form that closes, by keyboard', () => {
  const select = () => root.querySelector('.closure select') as HTMLSelectElement
  const fault = () => root.querySelector('.closure [role=alert]')

  it('closes with Enter in the area, and is left with Escape', async () => {
    await open()
    const heading = root.querySelector('h1')
    heading?.focus()

    await press('e')
    expect([document.activeElement, fault()?.textContent]).toEqual([
      select(),
      'Choose the area that this ticket is about.',
    ])
    await press('Escape')
    expect([document.activeElement, fault()]).toEqual([heading, null])
    await press('e')
    await chooseArea()
    await press('Enter')

    await vi.waitFor(() =>
      expect(changes()).toEqual([['PUT', '/api/tickets/tkt_1/closure', { areaId: 'are_1', personMessages: 0 }]]),
    )
  })

  it('leaves Enter and Escape to the list of areas while that stands open', async () => {
    await open()
    await press('e')
    await chooseArea()
    vi.spyOn(select(), 'matches').mockReturnValue(true)

    await press('Enter')
    await press('Escape')

    expect([document.activeElement, changes()]).toEqual([select(), []])
  })
})

describe('sending an article', () => {
  const pickFirst = async () => {
    await act(() => reply().focus())
    await press('k', { ctrlKey: true })
    await press('ArrowDown')
    await press('Enter')
  }

  it('puts its public address where the cursor stands, and proposes it for closing', async () => {
    await open()
    await act(() => reply().focus())
    await type('See. Thanks!')
    reply().setSelectionRange(4, 4)

    await pickFirst()

    const url = `${location.origin}/help/quayside/en/export-your-invoices`
    await vi.waitFor(() => expect(reply().value).toBe(`See. Export your invoices: ${url} Thanks!`))
    expect(chosen()).toBe('Export your invoices')
    expect(changes()).toEqual([])
  })

  it('inserts nothing that the customer cannot open', async () => {
    address = null
    await open()

    await pickFirst()

    await vi.waitFor(() => expect(root.querySelector('[role=alert]')?.textContent).toContain('has no public page'))
    expect(reply().value).toBe('')
    expect(chosen()).toBeUndefined()
  })

  it('closes the search with Escape, first its list', async () => {
    await open()
    await act(() => reply().focus())
    await press('k', { ctrlKey: true })
    const field = root.querySelector('.article-link input')

    await press('Escape')
    expect(field?.getAttribute('aria-expanded')).toBe('false')
    await press('Escape')

    expect(root.querySelector('.article-link')).toBeNull()
    expect(document.activeElement?.textContent).toBe('Insert article')
  })
})
