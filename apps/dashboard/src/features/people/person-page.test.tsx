import type { AccountDetail, Erasure, Member, PersonDetail, TimelineEntry, Workspace } from '@heed/contracts'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { AccountPage } from '../accounts/account-page.tsx'
import { openPage, press, stroke } from '../segments/testing.tsx'
import { PersonPage } from './person-page.tsx'

const workspace: Workspace = {
  id: 'wsp_1',
  name: 'Quayside',
  currency: 'USD',
  sample: false,
  accent: '#1a6b5c',
  firstResponseTargetMs: 900_000,
}
const at = '2026-03-02T10:00:00.000Z'
const account: AccountDetail = {
  id: 'acc_1',
  accountId: 'acme',
  name: 'Acme',
  seats: 12,
  plan: 'growth',
  spendMinor: 90_000,
  currency: 'EUR',
  reportingSpendMinor: 99_000,
  tenureDays: 400,
  trust: 'verified',
  createdAt: '2025-01-26T00:00:00.000Z',
  people: 2,
  known: [
    { name: 'name', value: 'Acme', source: 'server', at },
    { name: 'plan', value: 'growth', source: 'server', at },
    { name: 'spendMinor', value: 90_000, source: 'member', at },
    { name: 'currency', value: 'EUR', source: 'member', at },
    { name: 'createdAt', value: '2025-01-26T00:00:00.000Z', source: 'signed', at },
    { name: 'traits.beta', value: false, source: 'server', at },
  ],
  unsigned: null,
  verified: null,
}
const maria: PersonDetail = {
  id: 'ppl_1',
  userId: 'u/1',
  name: 'Maria',
  email: 'maria@acme.example',
  locale: 'de',
  trust: 'verified',
  plan: 'growth',
  spendMinor: 90_000,
  currency: 'EUR',
  reportingSpendMinor: 99_000,
  tenureDays: 400,
  createdAt: null,
  firstSeenAt: at,
  lastSeenAt: null,
  account,
  known: [
    { name: 'name', value: 'Maria', source: 'signed', at },
    { name: 'locale', value: 'de', source: 'browser', at },
    { name: 'traits.favourite_tools', value: ['hammer', 'saw'], source: 'server', at },
  ],
  unsigned: 'ppl_2',
  verified: null,
}
const entry = { at, person: maria, trust: 'verified' as const }
const entries: TimelineEntry[] = [
  {
    ...entry,
    kind: 'response',
    id: 'rsp_1',
    trust: 'unverified',
    surveyName: 'Relationship',
    surveyKind: 'nps',
    score: 9,
    choices: [],
    comment: 'Fast',
  },
  { ...entry, kind: 'ticket', id: 'tkt_1', number: 7, preview: 'The export is empty', state: 'open' },
  { ...entry, kind: 'vote', id: 'ide_1', ideaTitle: 'DATEV', reason: 'Each month' },
  {
    ...entry,
    kind: 'event',
    id: 'evt_1',
    eventKind: 'track',
    name: 'Order completed',
    properties: { total: 3, items: [{ sku: 'x' }] },
  },
]

const erasure: Erasure = {
  erased: {
    responses: 2,
    exposures: 0,
    tickets: 1,
    attachments: 0,
    requests: 0,
    deflections: 0,
    ideas: 0,
    votes: 0,
    events: 1_204,
    mails: 0,
    visitors: 0,
    accounts: 0,
  },
  keptIdeas: 1,
}

let person: PersonDetail | null
let role: Member['role']
let page: Awaited<ReturnType<typeof openPage>> | undefined
const asked: string[] = []

const serve = async (input: string, { method = 'GET' }: RequestInit = {}) => {
  const { pathname, searchParams } = new URL(input, location.origin)
  asked.push(method === 'GET' ? input : `${method} ${input}`)
  if (method === 'DELETE' || pathname.endsWith('/erasure')) return Response.json(erasure)
  if (pathname.endsWith('/timeline')) {
    const kind = searchParams.get('kind')
    if (searchParams.has('cursor')) return Response.json({ items: entries.slice(2), nextCursor: null })
    if (kind) return Response.json({ items: entries.filter((each) => each.kind === kind), nextCursor: null })
    return Response.json({ items: entries.slice(0, 2), nextCursor: 'more' })
  }
  if (pathname === '/api/people') return Response.json({ items: [{ ...maria, traits: {} }], nextCursor: null })
  if (pathname.startsWith('/api/accounts/')) return Response.json(account)
  if (person) return Response.json(person)
  return Response.json(
    { type: '', title: 'There is no such person.', status: 404, code: 'person_not_found' },
    { status: 404 },
  )
}
const open = async (address: string) => {
  const id = address.split(/[/?]/)[2] ?? ''
  const member = { id: 'mem_1', name: 'Ada', email: 'ada@example.com', role }
  const Page = address.startsWith('/people') ? PersonPage : AccountPage
  page = await openPage(address, <Page id={id} workspace={workspace} member={member} />)
  await vi.waitFor(() => expect(page?.root.querySelector('[aria-busy="true"]')).toBeNull())
  return page.root
}
const rows = (root: HTMLElement, within = '.timeline-row') =>
  [...root.querySelectorAll(within)].map((row) => row.textContent ?? '')

beforeEach(() => {
  person = maria
  role = 'admin'
  asked.length = 0
  vi.stubGlobal('fetch', serve)
})
afterEach(() => {
  page?.close()
  vi.unstubAllGlobals()
})

describe('the page of a person', () => {
  it('says what is known, who said it, and what the spend is in the workspace’s currency', async () => {
    const root = await open('/people/ppl_1?segment=plan:growth')

    expect(root.querySelector('h1')?.textContent).toBe('Maria')
    const facts = rows(root, '.facts > div')
    expect(facts).toContainEqual(expect.stringContaining('User idu/1'))
    expect(facts).toContainEqual(expect.stringMatching(/^NameMariaSigned by your server · /))
    expect(facts).toContainEqual(expect.stringMatching(/^LanguageGermanBrowser, not signed · /))
    expect(facts).toContainEqual(expect.stringMatching(/^Favourite toolshammer, sawYour server · /))
    expect(facts).toContainEqual(expect.stringMatching(/^Spend a month€900 \(about \$990\)A member of your team · /))
    expect(facts).toContainEqual(expect.stringMatching(/^Customer sinceJan 26, 2025, 13 monthsSigned by your server/))
    expect(facts).toContainEqual(expect.stringMatching(/^BetaNoYour server/))
    expect(facts.join()).not.toContain('Currency')
    expect(root.querySelector('.customer-link')?.getAttribute('href')).toBe('/accounts/acc_1?segment=plan:growth')
  })

  it('leads to what a browser claims, and from there to the user', async () => {
    const known = await open('/people/ppl_1')
    expect(known.querySelector('.twin-note a')?.getAttribute('href')).toBe('/people/ppl_2')
    page?.close()

    person = { ...maria, id: 'ppl_2', trust: 'unverified', unsigned: null, verified: 'ppl_1', account: null }
    const claim = await open('/people/ppl_2')

    expect(claim.querySelector('.twin-note a')?.getAttribute('href')).toBe('/people/ppl_1')
    expect(claim.querySelector('.customer-head')?.textContent).toContain('Claimed by the browser, not signed')
    expect(claim.textContent).toContain('Belongs to no account.')
  })

  it('tells what happened, page by page, and marks what nobody signed', async () => {
    const root = await open('/people/ppl_1')
    expect(rows(root)).toEqual([
      expect.stringContaining('FastRelationshipUnverified'),
      expect.stringMatching(/#7 The export is empty/),
    ])

    await act(() => root.querySelector<HTMLButtonElement>('.more')?.click())
    await vi.waitFor(() => expect(rows(root)).toHaveLength(4))

    expect(asked.at(-1)).toBe('/api/people/ppl_1/timeline?limit=25&cursor=more')
    expect(rows(root).slice(2)).toEqual([
      expect.stringContaining('Voted for “DATEV”Each month'),
      expect.stringContaining('Order completedTotal: 3 · …'),
    ])
    expect(root.querySelector('.more')).toBeNull()
  })

  it('shows one kind alone, as the address says', async () => {
    const root = await open('/people/ppl_1?kind=ticket')

    expect(asked).toContain('/api/people/ppl_1/timeline?kind=ticket&limit=25')
    expect(rows(root)).toHaveLength(1)
    expect(root.querySelector('.segmented [aria-current]')?.textContent).toBe('Tickets')
    expect(root.querySelector('.segmented a')?.getAttribute('href')).toBe('/people/ppl_1')
  })

  it('is walked by keyboard, and left by u', async () => {
    const root = await open('/people/ppl_1?segment=plan:growth')

    await stroke('j')
    expect(document.activeElement?.getAttribute('href')).toBe('/responses/rsp_1?segment=plan:growth')
    await stroke('j')
    expect(document.activeElement?.getAttribute('href')).toBe('/tickets/tkt_1?segment=plan:growth')
    await stroke('u')

    expect(location.pathname + location.search).toBe('/people?segment=plan:growth')
    expect(root.querySelector('.back')?.getAttribute('href')).toBe('/people?segment=plan:growth')
  })

  it('says that there is no such person', async () => {
    person = null
    const root = await open('/people/ppl_9')

    expect(root.querySelector('[role=alert]')?.textContent).toContain('There is no such person.')
    expect(root.querySelector('h1')?.textContent).toBe('Person')
  })
})

describe('erasing a person', () => {
  const linesOf = (root: ParentNode) => [...root.querySelectorAll('.deeds li')].map((line) => line.textContent)
  const lines = [
    '2 answers to surveys, which no figure counts any more',
    '1 ticket, with what your team wrote there',
    '1,204 events that your server told',
    '1 idea that others voted for or your team took up, without the author',
    'the account Acme',
  ]

  it('says what goes and what stays before it is done, and tells what went', async () => {
    const root = await open('/people/ppl_1')
    await press('Erase this person…')
    await vi.waitFor(() => expect(linesOf(root)).toEqual(lines))
    expect(root.querySelector('dialog h2')?.textContent).toBe('Erase Maria?')
    expect(asked.join()).not.toContain('DELETE')

    await press('Erase for good')

    await vi.waitFor(() => expect(root.querySelector('h1')?.textContent).toBe('Maria was erased'))
    expect(asked).toContain('DELETE /api/people/ppl_1')
    expect(linesOf(root)).toEqual(lines)
    expect(root.querySelector('dialog')).toBeNull()
    expect(root.querySelector('.back')?.getAttribute('href')).toBe('/people')
  })

  it('is left by keeping the person', async () => {
    const root = await open('/people/ppl_1')
    await press('Erase this person…')
    await press('Keep')

    expect(root.querySelector('dialog')).toBeNull()
    expect(asked.join()).not.toContain('DELETE')
  })

  it('is not offered to an agent', async () => {
    role = 'agent'
    const root = await open('/people/ppl_1')

    expect(root.textContent).not.toContain('Erase')
  })
})

describe('the page of an account', () => {
  it('says what is known, lists its people, and whose each entry is', async () => {
    const root = await open('/accounts/acc_1')

    expect(root.querySelector('h1')?.textContent).toBe('Acme')
    expect(root.querySelector('.customer-head')?.textContent).toContain('2 people')
    expect(asked).toContain('/api/people?accountId=acc_1&sort=seen&limit=10')
    expect(root.querySelector('.people-row a')?.getAttribute('href')).toBe('/people/ppl_1')
    expect(rows(root)[0]).toContain('Maria')
    expect(asked).toContain('/api/accounts/acc_1/timeline?limit=25')
  })
})
