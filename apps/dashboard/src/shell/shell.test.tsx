import type { Session } from '@heed/contracts'
import { QueryClientProvider } from '@tanstack/preact-query'
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { LocationProvider } from 'preact-iso'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createQueryClient } from '../query-client.ts'
import { PageHeading } from '../ui/page-heading.tsx'
import { Shell } from './shell.tsx'

const session: Session = {
  member: { id: 'mem_1', name: 'Ada', email: 'ada@example.com', role: 'agent' },
  workspace: {
    id: 'wsp_1',
    name: 'Quayside',
    currency: 'USD',
    sample: false,
    accent: '#1a6b5c',
    firstResponseTargetMs: 900_000,
  },
}

let root: HTMLElement
/** How many tickets wait for a reply; null: the session has ended. */
let waiting: number | null
let asked: string[]

const serve = async (path: string) => {
  asked.push(path)
  if (!path.startsWith('/api/tickets')) return Response.json({ items: [], unread: 0 })
  return waiting === null
    ? Response.json({ type: '', title: '', status: 401, code: 'not_signed_in' }, { status: 401 })
    : Response.json({ items: [], nextCursor: null, total: waiting })
}
const show = (title: string) =>
  act(() =>
    render(
      <LocationProvider>
        <QueryClientProvider client={client}>
          <Shell session={session}>
            <PageHeading title={title} />
          </Shell>
        </QueryClientProvider>
      </LocationProvider>,
      root,
    ),
  )
const inbox = () => root.querySelector<HTMLElement>('nav a[href="/tickets"]')
const name = () => inbox()?.textContent
const pass = (ms: number) => act(async () => void (await vi.advanceTimersByTimeAsync(ms)))

let client: ReturnType<typeof createQueryClient>

beforeEach(() => {
  vi.useFakeTimers()
  history.replaceState(null, '', '/articles')
  client = createQueryClient(() => undefined)
  asked = []
  waiting = 2
  root = document.body.appendChild(document.createElement('div'))
  vi.stubGlobal('fetch', serve)
})
afterEach(() => {
  render(null, root)
  root.remove()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('tickets that wait for a reply', () => {
  it('are told beside the inbox and in the title of every page, as fresh as the inbox', async () => {
    await show('Articles')
    await pass(1)
    expect([name(), document.title]).toEqual(['Inbox2 2 tickets await a reply', '(2) Articles · Heed'])

    waiting = 3
    await pass(10_000)
    expect([name(), document.title]).toEqual(['Inbox3 3 tickets await a reply', '(3) Articles · Heed'])
    await show('(1) Steps')
    await pass(1)
    expect(document.title).toBe('(3) (1) Steps · Heed')

    waiting = 0
    await pass(10_000)
    expect([name(), document.title]).toEqual(['Inbox', '(1) Steps · Heed'])
    expect(asked.filter((path) => path.startsWith('/api/tickets'))).toEqual(
      Array(3).fill('/api/tickets?awaitingReply=true&limit=1'),
    )
  })

  it('are no longer asked for once the session has ended, nor told of once the page is left', async () => {
    await show('Articles')
    await pass(1)
    expect(document.title).toBe('(2) Articles · Heed')
    waiting = null
    await pass(10_000)
    asked.length = 0

    await pass(60_000)
    expect(asked.filter((path) => path.startsWith('/api/tickets'))).toEqual([])
    await act(() => render(null, root))

    expect(document.title).toBe('Articles · Heed')
  })
})
