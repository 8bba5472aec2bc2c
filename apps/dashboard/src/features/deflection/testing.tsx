import type {
  ArticleDeflection,
  DeflectionMeasure,
  DeflectionPart,
  DeflectionReport,
  Member,
  UnansweredGroup,
  Workspace,
} from '@heed/contracts'
import { QueryClientProvider } from '@tanstack/preact-query'
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { LocationProvider } from 'preact-iso'
import { expect, vi } from 'vitest'
import { createQueryClient } from '../../query-client.ts'
import { DeflectionPage } from './deflection-page.tsx'

// For tests: what a server would send, and the page before such a server.

export const measureOf = (given: Partial<DeflectionMeasure> = {}): DeflectionMeasure => ({
  shown: { people: 900, tickets: 378, rate: { value: 0.42, low: 0.38, high: 0.46 } },
  heldOut: { people: 100, tickets: 60, rate: { value: 0.6, low: 0.49, high: 0.71 } },
  difference: { value: 0.18, low: 0.12, high: 0.24, verdict: 'fewer' },
  missing: null,
  peopleNeeded: 20,
  ...given,
})

export const articleOf = (given: Partial<ArticleDeflection> = {}): ArticleDeflection => ({
  articleId: 'art_1',
  title: 'Export your invoices',
  locale: 'en',
  state: 'published',
  offered: 50,
  read: 40,
  solved: 22,
  closedWith: 3,
  notHelped: 4,
  filedAnyway: 9,
  stale: null,
  ...given,
})

export const partOf = (value: string | null, given: Partial<DeflectionPart> = {}): DeflectionPart => ({
  value,
  segment: value === null ? null : `plan:${value}`,
  requests: 300,
  solved: 60,
  left: 30,
  tickets: 110,
  measure: measureOf(),
  ...given,
})

export const reportOf = (given: Partial<DeflectionReport> = {}): DeflectionReport => ({
  period: { from: '2026-03-02', to: '2026-05-30' },
  asked: 1500,
  askedHeldOut: 150,
  searched: 40,
  nothingOffered: 77,
  solvedUnasked: 9,
  ends: { solved: 310, voted: 12, ticket: 480, left: 205, pending: 21, askedAgain: 44, gone: 278 },
  measure: measureOf(),
  claimed: { value: 162, low: 108, high: 216 },
  savedMs: { value: 97_200_000, low: 64_800_000, high: 129_600_000 },
  handlingMs: 600_000,
  step: 'week',
  overTime: [
    { from: '2026-03-02', to: '2026-03-08', requests: 0, solved: 0, left: 0, tickets: 0 },
    { from: '2026-03-09', to: '2026-03-15', requests: 100, solved: 20, left: 15, tickets: 40 },
    { from: '2026-03-16', to: '2026-03-22', requests: 5, solved: 5, left: 0, tickets: 0 },
    { from: '2026-03-23', to: '2026-03-29', requests: 120, solved: 60, left: 10, tickets: 30 },
  ],
  parts: [partOf('growth'), partOf(null)],
  articles: [articleOf()],
  ...given,
})

export const groupOf = (given: Partial<UnansweredGroup> = {}): UnansweredGroup => ({
  id: 'req_1',
  wording: 'Can I pay by invoice?',
  wordings: ['pay by bank transfer', 'no credit card please'],
  locale: 'en',
  requests: 12,
  searches: 4,
  people: 9,
  accounts: 5,
  spendMinor: 120_000,
  lastAt: '2026-03-05T10:00:00Z',
  draft: { title: 'Can I pay by invoice?', body: 'Asked as:\n\n- pay by bank transfer', locale: 'en' },
  ...given,
})

const workspace: Workspace = {
  id: 'wsp_1',
  name: 'Quayside',
  currency: 'USD',
  sample: false,
  accent: '#1a6b5c',
  firstResponseTargetMs: 900_000,
}

export type Asked = { method: string; path: string; body: unknown }

/** The page before a server that answers as the test says. */
export function stage(answer: (asked: Asked) => Response) {
  const root = document.body.appendChild(document.createElement('div'))
  const asked: Asked[] = []
  vi.stubGlobal('fetch', async (path: string, { method = 'GET', body }: RequestInit) => {
    const call = { method, path, body: typeof body === 'string' ? JSON.parse(body) : undefined }
    asked.push(call)
    return answer(call)
  })
  const settled = () => vi.waitFor(() => expect(root.querySelector('[aria-busy="true"]')).toBeNull())
  return {
    root,
    asked,
    settled,
    open: async (address: string, role: Member['role'] = 'admin') => {
      history.replaceState(null, '', address)
      render(null, root)
      const tab = /^\/deflection\/(\w+)/.exec(address)?.[1]
      await act(() =>
        render(
          <LocationProvider>
            <QueryClientProvider client={createQueryClient(() => undefined)}>
              <DeflectionPage
                {...(tab !== undefined && { tab })}
                workspace={workspace}
                member={{ id: 'mem_1', name: 'Ada', email: 'ada@example.com', role }}
              />
            </QueryClientProvider>
          </LocationProvider>,
          root,
        ),
      )
      await settled()
    },
    /** What can be read on it; a space that does not break is one all the same. */
    text: () => (root.textContent ?? '').replaceAll('\u00a0', ' '),
    all: (selector: string) => [...root.querySelectorAll<HTMLElement>(selector)],
    press: (name: string) =>
      act(() => {
        const button = [...root.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === name)
        if (!button) throw new Error(`there is no button ${name} in: ${root.textContent}`)
        button.click()
      }),
    leave: () => {
      render(null, root)
      root.remove()
      vi.unstubAllGlobals()
    },
  }
}
