import type { IdeaItem, Member, Workspace } from '@heed/contracts'
import { QueryClientProvider } from '@tanstack/preact-query'
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { LocationProvider } from 'preact-iso'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createQueryClient } from '../../query-client.ts'
import { IdeasPage } from './ideas-page.tsx'

const workspace: Workspace = {
  id: 'wsp_1',
  name: 'Quayside',
  currency: 'EUR',
  sample: false,
  accent: '#1a6b5c',
  firstResponseTargetMs: 900_000,
}
const idea: IdeaItem = {
  id: 'ide_1',
  title: 'Export to DATEV',
  body: null,
  state: 'open',
  votes: 1,
  accounts: 12,
  spendMinor: 1_234_500,
  createdAt: '2026-03-05T10:00:00Z',
}

let root: HTMLElement
let items: IdeaItem[]
const asked: string[] = []
/** What the server says to a change, when the test lets it. */
let answer: (reply: Response) => void

const open = async (address = '/ideas', role: Member['role'] = 'agent') => {
  history.replaceState(null, '', address)
  const member: Member = { id: 'mem_1', name: 'Ada', email: 'ada@example.com', role }
  await act(() =>
    render(
      <LocationProvider>
        <QueryClientProvider client={createQueryClient(() => undefined)}>
          <IdeasPage workspace={workspace} member={member} />
        </QueryClientProvider>
      </LocationProvider>,
      root,
    ),
  )
  await vi.waitFor(() => expect(root.querySelector('[aria-busy="true"]')).toBeNull())
}
const choice = () => root.querySelector('select') as HTMLSelectElement
const choose = (state: string) =>
  act(() => {
    choice().value = state
    choice().dispatchEvent(new Event('change', { bubbles: true }))
  })
const changes = () => asked.filter((call) => call.startsWith('PATCH'))

beforeEach(() => {
  asked.length = 0
  items = [idea]
  root = document.body.appendChild(document.createElement('div'))
  vi.stubGlobal('fetch', (input: string, init: RequestInit) => {
    asked.push(`${init.method} ${input}${init.body ? ` ${init.body}` : ''}`)
    if (init.method === 'GET') return Promise.resolve(Response.json({ items }))
    return new Promise<Response>((resolve) => {
      answer = resolve
    })
  })
})
afterEach(() => {
  render(null, root)
  root.remove()
  vi.unstubAllGlobals()
})

describe('the page of ideas', () => {
  it('shows who waits for an idea, of the segment in the address, and sorts by what one chooses', async () => {
    await open('/ideas?segment=plan:growth&sort=spend')

    expect(asked).toEqual(['GET /api/ideas?segment=plan%3Agrowth&sort=spend'])
    const cells = [...root.querySelectorAll('tbody td.number')].map((cell) => cell.textContent)
    expect(cells).toEqual(['1 vote', '12 accounts', '€12,345 a month'])
    expect(root.querySelector('[aria-sort=descending]')?.textContent).toBe('Spend a month, EUR')
    const links = [...root.querySelectorAll('thead a')].map((link) => link.getAttribute('href'))
    expect(links).toEqual([
      '/ideas?segment=plan:growth',
      '/ideas?segment=plan:growth&sort=accounts',
      '/ideas?segment=plan:growth&sort=spend',
    ])
  })

  it('shows a new state before the server has answered, and keeps the row where it is', async () => {
    await open()

    await choose('planned')
    await vi.waitFor(() => expect(changes()).toEqual(['PATCH /api/ideas/ide_1 {"state":"planned"}']))
    expect(choice().value).toBe('planned')
    await act(() => answer(Response.json({ ...idea, state: 'planned' })))

    expect(choice().value).toBe('planned')
    expect(root.querySelector('[role=alert]')).toBeNull()
    expect(asked.filter((call) => call.startsWith('GET'))).toHaveLength(1)
  })

  it('takes a state back that the server refused, says so, and tries again', async () => {
    await open()

    await choose('shipped')
    await vi.waitFor(() => expect(changes()).toHaveLength(1))
    await act(() => answer(Response.json({ type: '', title: '', status: 500, code: 'internal' }, { status: 500 })))

    await vi.waitFor(() => expect(choice().value).toBe('open'))
    expect(root.textContent).toContain('The state was not changed.')
    const again = root.querySelector<HTMLButtonElement>('[role=alert] button')
    await act(() => again?.click())
    await vi.waitFor(() => expect(changes()).toHaveLength(2))
    await act(() => answer(Response.json({ ...idea, state: 'shipped' })))
    await vi.waitFor(() => expect(root.querySelector('[role=alert]')).toBeNull())
    expect(choice().value).toBe('shipped')
  })

  it('offers a viewer nothing to change', async () => {
    await open('/ideas', 'viewer')

    expect(root.querySelector('select')).toBeNull()
    expect(root.querySelector('.idea-state')?.textContent).toBe('Open')
  })

  it('shortens long words until one asks for all of them', async () => {
    items = [{ ...idea, body: 'Each month. '.repeat(40) }]
    await open()
    const more = root.querySelector<HTMLButtonElement>('.idea-more')
    expect(more?.getAttribute('aria-expanded')).toBe('false')

    await act(() => more?.click())

    expect(root.querySelector('.idea-body')?.classList.contains('clamp')).toBe(false)
    expect(more?.getAttribute('aria-expanded')).toBe('true')
  })

  it('says what to do when there are no ideas, and when only these customers have none', async () => {
    items = []
    await open()
    expect(root.querySelector('.blank')?.textContent).toContain("heed('open', 'ideas')")

    render(null, root)
    await open('/ideas?segment=plan:growth')
    expect(root.querySelector('.blank a')?.getAttribute('href')).toBe('/ideas')
  })
})
