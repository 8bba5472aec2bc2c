import type { SavedSegment, SegmentFields, SegmentSize, SegmentUse } from '@heed/contracts'
import { QueryClientProvider } from '@tanstack/preact-query'
import { type ComponentChildren, render } from 'preact'
import { act } from 'preact/test-utils'
import { LocationProvider } from 'preact-iso'
import { vi } from 'vitest'
import { createQueryClient } from '../../query-client.ts'

// For tests: a server that knows a few customers, and hands that work a page by what a person reads on it.

export const growing: SavedSegment = {
  id: `seg_${'a'.repeat(21)}`,
  name: 'Growing',
  segment: 'plan:growth;spend:10000..',
  createdAt: '2026-03-05T10:00:00.000Z',
  updatedAt: '2026-03-05T10:00:00.000Z',
}

const size: SegmentSize = {
  people: 500,
  accounts: 212,
  spendMinor: 380_000,
  base: { people: 1200, accounts: 560, spendMinor: 1_000_000 },
}

export type Served = {
  /** What was asked for, as "GET /api/…", changes with their body. */
  asked: string[]
  saved: SavedSegment[]
  fields: SegmentFields
  uses: { id: string; name: string }[]
  askedBy: SegmentUse['surveys']
  /** Refuses the next change with this code. */
  refuse: { status: number; code: string } | null
}

/** Puts a server in the place of `fetch`. */
export function serveSegments(): Served {
  const served: Served = {
    asked: [],
    saved: [growing],
    fields: {
      traits: [{ name: 'industry', of: 'account', kind: 'text' }],
      events: [{ name: 'Order completed', people: 41 }],
    },
    uses: [],
    askedBy: [],
    refuse: null,
  }
  vi.stubGlobal('fetch', async (input: string, init: RequestInit) => {
    const url = new URL(input, location.origin)
    const body = init.method === 'GET' || init.method === 'DELETE' ? '' : ` ${init.body}`
    served.asked.push(`${init.method} ${url.pathname}${decodeURIComponent(url.search)}${body}`)
    return init.method === 'GET' ? read(served, url) : change(served, url, init)
  })
  return served
}

function read(served: Served, url: URL): Response {
  if (url.pathname.endsWith('/uses'))
    return Response.json({ segments: served.uses, surveys: served.askedBy, articles: [] })
  switch (url.pathname) {
    case '/api/segment/size':
      return Response.json(url.searchParams.has('segment') ? size : { ...size.base, base: size.base })
    case '/api/segment/fields':
      return Response.json(served.fields)
    case '/api/segment/values':
      return Response.json({ of: 'account', values: valuesOf(url.searchParams) })
    default:
      return Response.json({ items: served.saved })
  }
}

const valuesOf = (query: URLSearchParams) =>
  [
    { value: 'starter', count: 300 },
    { value: 'growth', count: 212 },
    { value: 'enterprise', count: 48 },
  ].filter(({ value }) => value.includes(query.get('search') ?? ''))

function change(served: Served, url: URL, init: RequestInit): Response {
  const { refuse } = served
  served.refuse = null
  if (refuse) return Response.json({ type: '', title: refuse.code, ...refuse }, { status: refuse.status })
  const id = url.pathname.slice('/api/segments/'.length)
  if (init.method === 'DELETE') {
    served.saved = served.saved.filter((each) => each.id !== id)
    return new Response(null, { status: 204 })
  }
  const before = served.saved.find((each) => each.id === id) ?? { ...growing, id: `seg_${'b'.repeat(21)}` }
  const after = { ...before, ...JSON.parse(String(init.body)) }
  served.saved = [...served.saved.filter((each) => each.id !== after.id), after]
  return Response.json(after, { status: init.method === 'POST' ? 201 : 200 })
}

/** A page at an address, with what every page stands in. `close` takes it away. */
export async function openPage(address: string, page: ComponentChildren) {
  history.replaceState(null, '', address)
  const root = document.body.appendChild(document.createElement('div'))
  await act(() =>
    render(
      <LocationProvider>
        <QueryClientProvider client={createQueryClient(() => undefined)}>{page}</QueryClientProvider>
      </LocationProvider>,
      root,
    ),
  )
  return {
    root,
    close: () => {
      render(null, root)
      root.remove()
    },
  }
}

/** What stands on the page and is called so: by its label, else by its words. @throws when there is none */
export function called(name: string | RegExp, kind = 'button, a, input, select'): HTMLElement {
  const fits = (said: string) => (typeof name === 'string' ? said === name : name.test(said))
  const found = [...document.querySelectorAll<HTMLElement>(kind)].find((each) => fits(nameOf(each)))
  if (!found) throw new Error(`nothing is called ${name}`)
  return found
}

const nameOf = (element: HTMLElement): string =>
  (
    element.getAttribute('aria-label') ??
    document.getElementById(element.getAttribute('aria-labelledby') ?? '')?.textContent ??
    (element.matches('input, select') ? element.closest('label')?.querySelector('span')?.textContent : null) ??
    element.textContent ??
    ''
  ).trim()

export const press = (name: string | RegExp) => act(() => called(name).click())

/** A stroke where the focus is. */
export const stroke = (key: string, held: KeyboardEventInit = {}) =>
  act(() => {
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...held }),
    )
  })

/** Writes into the input that has the focus. */
export const type = (value: string) =>
  act(() => {
    const input = document.activeElement
    if (!(input instanceof HTMLInputElement)) throw new Error('no input has the focus')
    input.value = value
    input.dispatchEvent(new InputEvent('input', { bubbles: true }))
  })

/** What has the focus, as a screen reader would call it. */
export const focused = (): string =>
  document.activeElement instanceof HTMLElement ? nameOf(document.activeElement) : 'nothing'
