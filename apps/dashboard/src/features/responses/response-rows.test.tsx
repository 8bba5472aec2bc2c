import type { ResponseItem } from '@heed/contracts'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { called, openPage, stroke } from '../segments/testing.tsx'
import { memberOf } from '../surveys/testing.tsx'
import { ResponsesPage } from './responses-page.tsx'

const answerOf = (id: string, given: Partial<ResponseItem> = {}): ResponseItem => ({
  id,
  surveyId: 'srv_1',
  surveyName: 'How likely',
  surveyVersion: 1,
  kind: 'nps',
  score: 9,
  choices: [],
  comment: `Comment ${id}`,
  createdAt: '2026-03-05T10:00:00.000Z',
  page: null,
  locale: null,
  starred: false,
  areas: [],
  person: { id: 'ppl_1', userId: 'u1', name: 'Maria', email: null, locale: null, trust: 'verified' },
  account: null,
  snapshot: {
    plan: 'growth',
    spendMinor: null,
    currency: null,
    reportingSpendMinor: null,
    tenureDays: null,
    traits: {},
    trust: 'verified',
    valuesTrust: 'verified',
  },
  ...given,
})
const areas = [
  { id: 'are_1', name: 'Billing' },
  { id: 'are_2', name: 'Cards' },
]

let close = () => {}
afterEach(() => {
  // What is taken away would keep the focus, and every stroke of the next test.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  close()
})

const open = async (role: 'agent' | 'viewer' = 'agent', search = '') => {
  const sent: string[] = []
  const served = { items: [answerOf('rsp_1'), answerOf('rsp_2')], refuses: false }
  vi.stubGlobal('fetch', async (input: string, init: RequestInit) => {
    const { pathname } = new URL(input, location.origin)
    if (init.method === 'GET' && pathname === '/api/areas') return Response.json({ items: areas })
    if (init.method === 'GET' && pathname !== '/api/responses') return Response.json({ items: [] })
    if (init.method === 'GET') {
      sent.push(decodeURIComponent(input))
      return Response.json({ items: served.items, nextCursor: null, total: served.items.length })
    }
    sent.push(`${init.method} ${pathname} ${init.body}`)
    if (served.refuses)
      return Response.json({ type: '', title: 'Gone', status: 404, code: 'response_not_found' }, { status: 404 })
    const { areaIds } = JSON.parse(String(init.body)) as { areaIds?: string[] }
    return Response.json(
      answerOf('rsp_1', { starred: !areaIds, areas: areas.filter(({ id }) => areaIds?.includes(id)) }),
    )
  })
  const page = await openPage(`/responses${search}`, <ResponsesPage member={memberOf(role)} />)
  close = page.close
  await vi.waitFor(() => expect(page.root.querySelector('[data-row]')).not.toBeNull())
  return { root: page.root, sent, served }
}
/** Keys are listened to a moment after the rows are drawn. */
const goToFirst = (root: Element) =>
  vi.waitFor(async () => {
    await stroke('j')
    expect(document.activeElement).toBe(root.querySelector('[data-row]'))
  })
const isStarred = (root: Element) =>
  [...root.querySelectorAll('.star')].map((star) => star.getAttribute('aria-pressed') === 'true')

describe('answers in rows', () => {
  it('are starred by keyboard, the one with the focus alone', async () => {
    const { root, sent } = await open()

    await goToFirst(root)
    await stroke('s')

    await vi.waitFor(() => expect(isStarred(root)).toEqual([true, false]))
    expect(sent.at(-1)).toBe('PUT /api/responses/rsp_1/star {}')
  })

  it('say what they are about: the areas chosen, all anew', async () => {
    const { root, sent } = await open()

    await goToFirst(root)
    await stroke('a')
    await vi.waitFor(() => expect(root.querySelectorAll('.areas-choice input')).toHaveLength(2))
    root.querySelectorAll<HTMLInputElement>('.areas-choice input')[1]?.click()

    await vi.waitFor(() => expect(root.querySelector('[data-response] .tag')?.textContent).toBe('Cards'))
    expect(sent.at(-1)).toBe('PUT /api/responses/rsp_1/areas {"areaIds":["are_2"]}')
  })

  it('lose a star that the server did not take, and say so', async () => {
    const { root, served } = await open()
    served.refuses = true

    await goToFirst(root)
    await stroke('s')

    await vi.waitFor(() => expect(root.querySelector('[role=alert]')?.textContent).toContain('Gone'))
    await vi.waitFor(() => expect(isStarred(root)).toEqual([false, false]))
  })

  it('have nothing to press for who may only look', async () => {
    const { root, sent } = await open('viewer')

    await goToFirst(root)
    await stroke('s')

    expect(root.querySelectorAll('.marks button')).toHaveLength(0)
    expect(sent.filter((each) => each.startsWith('PUT'))).toEqual([])
  })

  it('are those of the days and the version that the address names, and these can be taken out', async () => {
    const { sent } = await open('agent', '?surveyId=srv_1&version=2&from=2026-03-02&to=2026-05-30&starred=true')

    expect(sent[0]).toContain('version=2&starred=true&from=2026-03-02&to=2026-05-30&surveyId=srv_1')
    expect(called('Period')).toHaveProperty('value', 'span')
    expect(called('Version of the survey')).toHaveProperty('value', '2')
    expect(called('Clear filters').getAttribute('href')).toBe('/responses')
  })
})
