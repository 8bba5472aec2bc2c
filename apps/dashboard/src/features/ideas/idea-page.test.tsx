import type { IdeaDetail, IdeaVote, Member } from '@heed/contracts'
import { QueryClientProvider } from '@tanstack/preact-query'
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { LocationProvider, Route, Router } from 'preact-iso'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createQueryClient } from '../../query-client.ts'
import { IdeaPage } from './idea-page.tsx'
import { ideaDetail, ideaItem, listOf, memberAs, workspace } from './testing.ts'

const person = { id: 'ppl_1', userId: 'maria', name: 'Maria', email: null, locale: null, trust: 'verified' as const }
const vote: IdeaVote = {
  person,
  account: null,
  snapshot: {
    plan: 'growth',
    spendMinor: 12_900,
    currency: 'EUR',
    reportingSpendMinor: 12_900,
    tenureDays: 200,
    traits: {},
    trust: 'verified',
    valuesTrust: 'verified',
  },
  reason: 'Our accountant asks',
  member: { id: 'mem_1', name: 'Ada' },
  ticketId: 'tkt_1',
  from: null,
  createdAt: '2026-03-05T10:00:00Z',
}
const split = {
  plan: [{ value: 'growth', segment: 'plan:growth', votes: 1, accounts: 1, spendMinor: 12_900 }],
  tenure: [{ value: '180..364', segment: 'tenure:180..364', votes: 1, accounts: 1, spendMinor: 12_900 }],
  spend: [{ value: null, segment: null, votes: 1, accounts: 1, spendMinor: 12_900 }],
}

let root: HTMLElement
let detail: IdeaDetail
const asked: string[] = []
const changes = () => asked.filter((call) => !call.startsWith('GET'))

const draw = async (page: preact.ComponentChildren) => {
  await act(() =>
    render(
      <LocationProvider>
        <QueryClientProvider client={createQueryClient(() => undefined)}>{page}</QueryClientProvider>
      </LocationProvider>,
      root,
    ),
  )
  await vi.waitFor(() => expect(root.querySelector('[aria-busy="true"]')).toBeNull(), { timeout: 5_000 })
}
const open = async (address = '/ideas/ide_1', role: Member['role'] = 'agent') => {
  history.replaceState(null, '', address)
  await draw(
    <Router>
      <Route path="/ideas/:id" component={IdeaPage} workspace={workspace} member={memberAs(role)} />
      <Route default component={() => <p>elsewhere</p>} />
    </Router>,
  )
}
const button = (name: string) =>
  [...root.querySelectorAll('button')].find(
    (each) => each.textContent === name || each.getAttribute('aria-label') === name,
  ) as HTMLButtonElement
const press = (name: string) => act(() => button(name).click())
const put = (field: Element | null, value: string, event: 'input' | 'change') =>
  act(() => {
    ;(field as HTMLInputElement).value = value
    field?.dispatchEvent(new Event(event, { bubbles: true }))
  })

beforeEach(() => {
  asked.length = 0
  detail = ideaDetail
  root = document.body.appendChild(document.createElement('div'))
  vi.spyOn(HTMLDialogElement.prototype, 'showModal').mockReturnValue(undefined)
  vi.stubGlobal('fetch', (input: string, init: RequestInit) => {
    asked.push(`${init.method} ${input}${init.body ? ` ${init.body}` : ''}`)
    // From then on the address of the merged idea answers with the one that stands.
    if (init.method === 'PUT' && input.endsWith('/merge')) detail = { ...ideaDetail, id: 'ide_2' }
    const { basedOn = new URL(input, location.origin).searchParams.get('basedOn') ?? detail.updatedAt } = JSON.parse(
      String(init.body ?? '{}'),
    )
    if (basedOn !== detail.updatedAt)
      return Promise.resolve(Response.json({ title: '', status: 409, code: 'idea_changed' }, { status: 409 }))
    const replies: [RegExp, unknown][] = [
      [/votes\?/, { items: [vote], nextCursor: null, total: 1 }],
      [/split$/, split],
      [/merge$/, { ...ideaDetail, id: 'ide_2' }],
      [/ideas\/ide_/, detail],
      [/api\/ideas(\?|$)/, listOf([ideaItem, { ...ideaItem, id: 'ide_2', title: 'DATEV', votes: 4 }])],
      [/areas/, { items: [] }],
    ]
    return Promise.resolve(Response.json(replies.find(([address]) => address.test(input))?.[1] ?? {}))
  })
})
afterEach(() => {
  render(null, root)
  root.remove()
  vi.unstubAllGlobals()
})

describe('the page of an idea', () => {
  it('shows who waits for it and why, as they were when they voted, of the segment in the address', async () => {
    await open('/ideas/ide_1?segment=plan:growth')

    expect(asked).toContain('GET /api/ideas/ide_1/votes?segment=plan%3Agrowth&limit=20')
    const voter = root.querySelector('.idea-voters li')?.textContent
    for (const part of ['Maria', 'Our accountant asks', 'Growth', '€129', 'cast by Ada', 'from a ticket'])
      expect(voter).toContain(part)
    expect([...root.querySelectorAll('.idea-split tbody')].map(({ textContent }) => textContent)).toHaveLength(3)
    expect(root.querySelector('.idea-side .facts')?.textContent).toContain('Balanced€4,000')
  })

  it('tells the voters how far it has come once there is something to tell, and how many will hear it', async () => {
    await open()
    expect(root.textContent).toContain('3 voters are told in the widget, 2 by mail.')
    await press('Tell the voters')
    expect(changes()).toEqual([])

    await put(root.querySelector('.idea-tell select'), 'planned', 'change')
    await put(root.querySelector('.idea-tell textarea'), ' After the summer. ', 'input')
    await press('Tell the voters')

    await vi.waitFor(() =>
      expect(changes()).toEqual([
        'PATCH /api/ideas/ide_1 {"basedOn":"2026-03-05T10:00:00.000Z","state":"planned","answer":"After the summer."}',
      ]),
    )
  })

  it('keeps the words to the voters when a colleague tells them first, and over a reload, until they are told', async () => {
    await open()
    await put(root.querySelector('.idea-tell textarea'), 'After the summer.', 'input')
    const words = () => root.querySelector<HTMLTextAreaElement>('.idea-tell textarea')?.value

    const told = { id: 'ida_2', state: 'planned' as const, body: 'In May.', member: null, createdAt: vote.createdAt }
    detail = { ...ideaDetail, state: 'planned', answers: [told, ...ideaDetail.answers] }
    render(null, root)
    await open()
    expect(words()).toBe('After the summer.')
    expect(root.querySelector<HTMLSelectElement>('.idea-tell select')?.value).toBe('planned')
    await put(root.querySelector('.idea-tell textarea'), 'After the summer, sorry.', 'input')
    await press('Tell the voters')

    await vi.waitFor(() => expect(words()).toBe(''))
    expect(changes()).toEqual(['PATCH /api/ideas/ide_1 {"answer":"After the summer, sorry."}'])
    expect(localStorage.length).toBe(0)
  })

  it('tells mere words without the state that the page still shows: a colleague may have said another', async () => {
    await open()
    await put(root.querySelector('.idea-tell textarea'), 'Thank you for waiting.', 'input')
    detail = { ...ideaDetail, state: 'shipped', updatedAt: '2026-03-05T11:00:00.000Z' }
    await press('Tell the voters')

    await vi.waitFor(() => expect(changes()).toEqual(['PATCH /api/ideas/ide_1 {"answer":"Thank you for waiting."}']))
  })

  it('asks again before another state where a colleague changed the idea, and keeps what was chosen and written', async () => {
    await open()
    const [state, words] = [root.querySelector('select'), root.querySelector('.idea-tell textarea')]
    await put(state, 'planned', 'change')
    await put(words, 'In May.', 'input')
    detail = { ...ideaDetail, state: 'shipped', updatedAt: '2026-03-05T11:00:00.000Z' }
    await press('Tell the voters')

    await vi.waitFor(() => expect(root.querySelector('.idea-tell [role=alert]')?.textContent).toContain('“Shipped”'))
    expect([state, words].map((field) => (field as HTMLInputElement).value)).toEqual(['planned', 'In May.'])
    expect(root.querySelector('.idea-page .tag')?.textContent).toBe('Shipped')
    await press('Tell the voters')
    await vi.waitFor(() => expect(changes()).toHaveLength(2))
    expect(changes()[1]).toContain('"basedOn":"2026-03-05T11:00:00.000Z"')
    await vi.waitFor(() => expect(root.querySelector('.idea-tell [role=alert]')).toBeNull())
  })

  it('sends of an edit what was written, and nothing that a colleague may have changed', async () => {
    await open()
    await press('Edit')
    await vi.waitFor(() => expect(root.querySelector('dialog')).not.toBeNull())
    await put(root.querySelector('dialog input[required]'), 'Dark theme', 'input')
    await press('Save')

    await vi.waitFor(() => expect(changes()).toEqual(['PATCH /api/ideas/ide_1 {"title":"Dark theme"}']))
  })

  it('keeps an edit that was not saved over the way out of the page', async () => {
    const title = () => root.querySelector<HTMLInputElement>('dialog input[required]')
    await open()
    await press('Edit')
    await vi.waitFor(() => expect(title()?.value).toBe('Export to DATEV'))
    await put(title(), 'Dark theme', 'input')

    render(null, root)
    await open()
    await press('Edit')

    await vi.waitFor(() => expect(title()?.value).toBe('Dark theme'))
    await put(title(), 'Export to DATEV', 'input')
    expect(localStorage.length).toBe(0)
  })

  it('merges into another one that is found by its words, and leads there', async () => {
    await open()

    await press('Merge')
    await vi.waitFor(() => expect(button('Merge into “DATEV”')).toBeDefined())
    expect(button('Merge into “Export to DATEV”')).toBeUndefined()
    await press('Merge into “DATEV”')
    expect([...root.querySelectorAll('.merge-side')].map(({ textContent }) => textContent)).toEqual([
      'Export to DATEV1 vote',
      'DATEV4 votes',
    ])
    const confirm = root.querySelector<HTMLButtonElement>('dialog .confirm-actions [data-look=main]')
    await act(() => confirm?.click())

    await vi.waitFor(() => expect(`${location.pathname}${location.search}`).toBe('/ideas/ide_2?merged=ide_1'))
    expect(changes()).toEqual(['PUT /api/ideas/ide_1/merge {"intoId":"ide_2"}'])
  })

  it('says what was merged just now, and undoes it', async () => {
    detail = { ...ideaDetail, merged: [{ id: 'ide_3', title: 'Bulk', state: 'open', votes: 2 }] }
    await open('/ideas/ide_1?merged=ide_3')
    expect(root.querySelector('.idea-said')?.textContent).toContain('“Bulk” is merged into this idea.')

    await press('Undo')

    await vi.waitFor(() => expect(location.pathname).toBe('/ideas/ide_3'))
    expect(changes()).toEqual(['DELETE /api/ideas/ide_3/merge {}'])
  })

  it('leads back to the list as it was, also once it is deleted', async () => {
    await open('/ideas/ide_1?segment=plan:growth&state=open&areaId=are_1&search=export&sort=spend&merged=ide_3')
    const list = '/ideas?segment=plan:growth&state=open&areaId=are_1&search=export&sort=spend'

    expect(root.querySelector('.back')?.getAttribute('href')).toBe(list)
    await press('Delete')
    await press('Delete for good')
    await vi.waitFor(() => expect(`${location.pathname}${location.search}`).toBe(list))
  })

  it('deletes only when asked twice', async () => {
    await open()
    await press('Delete')
    await press('Keep it')
    expect(changes()).toEqual([])

    await press('Delete')
    await press('Delete for good')

    await vi.waitFor(() => expect(location.pathname).toBe('/ideas'))
    expect(changes()).toEqual(['DELETE /api/ideas/ide_1?basedOn=2026-03-05T10%3A00%3A00.000Z {}'])
  })

  it('names what goes with it before it is deleted, anew where somebody else merged into it meanwhile', async () => {
    await open()
    await press('Delete')
    const goes = () => [...root.querySelectorAll('dialog .deeds li')].map(({ textContent }) => textContent)
    expect(goes()).toEqual(['1 vote'])
    const merged = [{ id: 'ide_3', title: 'Bulk', state: 'open' as const, votes: 2 }]
    detail = { ...ideaDetail, votes: 3, merged, updatedAt: '2026-03-05T11:00:00.000Z' }

    await press('Delete for good')

    await vi.waitFor(() => expect(goes()).toEqual(['3 votes', '1 idea merged into it: “Bulk”']))
    expect(root.querySelector('dialog [role=alert]')).not.toBeNull()
    await press('Delete for good')
    await vi.waitFor(() => expect(location.pathname).toBe('/ideas'))
    expect(changes().at(-1)).toBe('DELETE /api/ideas/ide_1?basedOn=2026-03-05T11%3A00%3A00.000Z {}')
  })

  it('offers a viewer nothing to change', async () => {
    await open('/ideas/ide_1', 'viewer')

    expect([...root.querySelectorAll('button')].map(({ textContent }) => textContent)).toEqual([])
  })
})
