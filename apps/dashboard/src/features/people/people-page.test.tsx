import type { PersonItem, PersonPage, Workspace } from '@heed/contracts'
import { QueryClientProvider } from '@tanstack/preact-query'
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { LocationProvider } from 'preact-iso'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createQueryClient } from '../../query-client.ts'
import { PeoplePage } from './people-page.tsx'

const workspace: Workspace = {
  id: 'wsp_1',
  name: 'Quayside',
  currency: 'USD',
  accent: '#1a6b5c',
  sample: false,
  firstResponseTargetMs: 900_000,
}
const person: PersonItem = {
  id: 'ppl_1',
  userId: 'u1',
  name: 'Maria',
  email: 'maria@example.com',
  locale: 'de',
  trust: 'verified',
  plan: 'growth',
  spendMinor: 12_900,
  currency: 'USD',
  reportingSpendMinor: 12_900,
  tenureDays: 400,
  account: { id: 'acc_1', accountId: 'a1', name: 'Acme', seats: 12 },
  lastSeenAt: null,
  traits: { industry: ['Oil', 'Gas'], beta: true },
}

let root: HTMLElement
let pages: PersonPage[]
const asked: string[] = []

const open = async (address = '/people') => {
  history.replaceState(null, '', address)
  await act(() =>
    render(
      <LocationProvider>
        <QueryClientProvider client={createQueryClient(() => undefined)}>
          <PeoplePage workspace={workspace} />
        </QueryClientProvider>
      </LocationProvider>,
      root,
    ),
  )
  await vi.waitFor(() => expect(root.querySelector('[aria-busy="true"]')).toBeNull())
}
const heads = () => [...root.querySelectorAll('thead th')].map(({ textContent }) => textContent)
const cells = (row = 0) =>
  [...(root.querySelectorAll('tbody tr')[row]?.children ?? [])].map((cell) => {
    const shown = cell.cloneNode(true) as Element
    shown.querySelector('.cell-label')?.remove()
    return shown.textContent?.trim()
  })
const button = (name: string) => [...root.querySelectorAll('button')].find(({ textContent }) => textContent === name)
const lists = () => asked.filter((url) => url.startsWith('/api/people'))

beforeEach(() => {
  asked.length = 0
  pages = [{ items: [person], nextCursor: null }]
  root = document.body.appendChild(document.createElement('div'))
  vi.stubGlobal('fetch', async (input: string) => {
    asked.push(input)
    const path = new URL(input, location.origin).pathname
    if (path === '/api/segment/size')
      return Response.json({
        people: 1_234,
        accounts: 9,
        spendMinor: 0,
        base: { people: 1_234, accounts: 9, spendMinor: 0 },
      })
    if (path === '/api/segment/fields')
      return Response.json({ traits: [{ name: 'industry', of: 'account', kind: 'text' }], events: [] })
    return Response.json(pages.length > 1 ? pages.shift() : pages[0])
  })
})
afterEach(() => {
  render(null, root)
  root.remove()
  vi.unstubAllGlobals()
})

describe('the list of people', () => {
  it('asks for whom the address says, and shows what each pays and since when', async () => {
    await open('/people?segment=plan:growth&search=ma&sort=spend')

    expect(lists()).toEqual(['/api/people?segment=plan%3Agrowth&search=ma&sort=spend'])
    expect(heads()).toEqual(['Person', 'Account', 'Plan', 'Spend a month, USD', 'Customer for', 'Last here'])
    expect(cells()).toEqual(['Maria maria@example.com', 'Acme', 'Growth', '$129', '13 months', '–Not known'])
    expect(root.querySelector('[aria-sort]')?.textContent).toBe('Spend a month, USD')
    expect(root.querySelector('tbody a')?.getAttribute('href')).toBe(
      '/people/ppl_1?segment=plan:growth&search=ma&sort=spend',
    )
    expect(root.querySelector('.page-head')?.textContent).toContain('1 person found')
  })

  it('counts all of the segment while nothing is searched, and goes on page by page', async () => {
    pages = [
      { items: [person], nextCursor: 'next' },
      {
        items: [{ ...person, id: 'ppl_2', name: null, email: null, userId: null, trust: 'unverified' }],
        nextCursor: null,
      },
    ]
    await open()
    expect(root.querySelector('.page-head')?.textContent).toContain('1,234 people')

    await act(() => button('Show more')?.click())

    await vi.waitFor(() => expect(cells(1)[0]).toBe('Anonymous visitor'))
    expect(lists()).toEqual(['/api/people', '/api/people?cursor=next'])
    expect(button('Show more')).toBeUndefined()
  })

  it('opens the person from anywhere in the row, and the account from its name', async () => {
    await open('/people?sort=spend')
    const opened: string[] = []
    root.addEventListener('click', (event) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null
      if (!link) return
      event.preventDefault()
      opened.push(link.getAttribute('href') ?? '')
    })

    root.querySelector<HTMLElement>('tbody td.number')?.click()
    root.querySelector<HTMLElement>('tbody .cell-link')?.click()

    expect(opened).toEqual(['/people/ppl_1?sort=spend', '/accounts/acc_1'])
  })

  it('puts a chosen column into the address and into the table', async () => {
    await open('/people?columns=plan')
    expect(heads()).toEqual(['Person', 'Plan'])

    await act(() => button('Columns')?.click())
    const box = [...root.querySelectorAll('label')].find(({ textContent }) => textContent === 'Industry')
    await act(() => box?.querySelector('input')?.click())

    expect(new URLSearchParams(location.search).get('columns')).toBe('plan,trait.industry')
    expect(cells()).toEqual(['Maria maria@example.com', 'Growth', 'Oil, Gas'])
    await act(() => button('Back to the standard columns')?.click())
    expect(location.search).toBe('')
  })

  it('shows a trait that the address names, though nobody has it any more', async () => {
    await open('/people?columns=trait.gone,trait.beta')

    expect(heads()).toEqual(['Person', 'Beta', 'Gone'])
    expect(cells().slice(1)).toEqual(['Yes', '–Not known'])
  })

  it('shows foreign spend in the reporting currency and in its own, and says when there is no rate', async () => {
    const foreign = { ...person, currency: 'EUR', reportingSpendMinor: 14_000 }
    pages = [{ items: [foreign, { ...foreign, id: 'ppl_2', reportingSpendMinor: null }], nextCursor: null }]

    await open('/people?columns=spend')

    expect(cells(0)[1]).toMatch(/^\$140€129/)
    expect(cells(1)[1]).toMatch(/^no rate€129/)
  })

  it('searches for what was typed, once it rests', async () => {
    await open('/people?sort=spend')
    const field = root.querySelector<HTMLInputElement>('input[type=search]')
    const type = (value: string) =>
      act(() => {
        if (field) field.value = value
        field?.dispatchEvent(new InputEvent('input', { bubbles: true }))
      })

    await type('m')
    await type('ma ')
    await vi.waitFor(() => expect(new URLSearchParams(location.search).get('search')).toBe('ma'))

    expect(field?.value).toBe('ma ')
    await vi.waitFor(() => expect(lists()).toEqual(['/api/people?sort=spend', '/api/people?search=ma&sort=spend']))
  })

  it('says what to do when nobody is known, when nobody fits, and when nobody is found', async () => {
    pages = [{ items: [], nextCursor: null }]

    await open()
    expect(root.querySelector('.blank pre')?.textContent).toContain("heed('identify'")
    render(null, root)
    await open('/people?segment=plan:growth')
    expect(root.querySelector('.blank a')?.getAttribute('href')).toBe('/people')
    render(null, root)
    await open('/people?search=zed')

    expect(root.querySelector('.blank')?.textContent).toContain('Nobody found for “zed”')
    expect(root.querySelector('.blank a')?.getAttribute('href')).toBe('/people')
  })

  it('says when it could not be loaded, and tries again', async () => {
    vi.stubGlobal('fetch', async () =>
      Response.json({ type: '', title: '', status: 404, code: 'not_found' }, { status: 400 }),
    )

    await open()

    expect(root.querySelector('[role=alert]')?.textContent).toContain('could not be loaded')
  })
})
