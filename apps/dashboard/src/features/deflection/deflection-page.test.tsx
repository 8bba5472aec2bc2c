import type { DeflectionReport, HelpSettings, UnansweredGroup } from '@heed/contracts'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { articleOf, groupOf, measureOf, partOf, reportOf, stage } from './testing.tsx'

let page: ReturnType<typeof stage>
let report: DeflectionReport
let settings: HelpSettings
let groups: UnansweredGroup[]
let groupsInAll: number | null
let isDown: boolean

beforeEach(() => {
  report = reportOf()
  isDown = false
  groupsInAll = null
  groups = [groupOf()]
  settings = {
    holdOutShare: 0.1,
    handlingMs: 600_000,
    falseShare: 0.1,
    suggestIdeas: true,
    suggestKnownIssues: false,
  }
  page = stage(({ method, path, body }) => {
    if (isDown)
      return Response.json({ type: '', title: 'Not now', status: 400, code: 'invalid_input' }, { status: 400 })
    if (path.startsWith('/api/help-settings')) {
      if (method === 'PUT') settings = body as HelpSettings
      return Response.json(settings)
    }
    if (path.startsWith('/api/deflection/unanswered'))
      return Response.json({ items: groups, groups: groupsInAll ?? groups.length, requests: 12 })
    return Response.json({ ...report, handlingMs: settings.handlingMs })
  })
})
afterEach(() => page.leave())

describe('what suggestions saved', () => {
  it('is said with its margins, for the segment and the period of the address', async () => {
    await page.open('/deflection?segment=plan:growth&days=30')

    expect(page.asked.map(({ path }) => path)).toEqual(['/api/deflection?segment=plan%3Agrowth&days=30&cut=plan'])
    expect(page.text()).toContain('18 fewer tickets because something was suggested (12 to 24)')
    expect(page.all('.estimate-score, .estimate-words').map(({ textContent }) => textContent)).toEqual([
      '162',
      'between 108 and 216',
      '27 hours',
      'between 18 hours and 36 hours, at 10 min a ticket Change',
    ])
  })

  it('shows both sides in tickets per 100 people, on an axis that holds more than one a person', async () => {
    const heldOut = { people: 100, tickets: 130, rate: { value: 1.3, low: 1.08, high: 1.52 } }
    report = reportOf({ measure: measureOf({ heldOut }) })

    await page.open('/deflection')

    const cells = page
      .all('.arms tbody tr')
      .map((row) => [...row.querySelectorAll('td.number')].map((td) => td.textContent))
    expect(cells).toEqual([
      ['42', '378', '900'],
      ['130', '130', '100'],
    ])
    expect(page.all('.arms .axis span').map(({ textContent }) => textContent)).toEqual(['0', '160'])
    expect(page.all('.arms [role=img]').map((bar) => bar.getAttribute('aria-label'))).toEqual([
      'between 38 and 46',
      'between 108 and 152',
    ])
  })

  it('counts what was said and what is concluded apart, and adds them to nothing', async () => {
    await page.open('/deflection')

    const rows = page.all('.ends tbody tr').map((row) => row.querySelector('td.number')?.textContent)
    expect(rows).toEqual(['310', '205', '12', '480', '44', '278', '21'])
    expect(page.all('td, p, strong').some(({ textContent }) => textContent === '515')).toBe(false)
  })

  it('claims nothing with too few people, and says how many it takes', async () => {
    report = reportOf({
      measure: measureOf({ difference: null, missing: 'too_few_people' }),
      claimed: null,
      savedMs: null,
    })

    await page.open('/deflection')

    expect(page.text()).toContain('Nothing is claimed yet.')
    expect(page.text()).toContain('It takes 20 people on each side.')
    expect(page.all('.estimate')).toEqual([])
  })

  it('leads to the settings where nobody is held out', async () => {
    report = reportOf({
      measure: measureOf({ difference: null, missing: 'no_hold_out' }),
      claimed: null,
      savedMs: null,
    })

    await page.open('/deflection?segment=plan:growth')

    const links = page.all('a[href^="/settings/help"]')
    expect(links.map((link) => link.getAttribute('href'))).toEqual(['/settings/help?segment=plan:growth'])
  })

  it('takes another handling time where it stands, and leaves the other settings alone', async () => {
    await page.open('/deflection')

    await page.press('Change')
    const field = page.root.querySelector('input[inputmode=numeric]') as HTMLInputElement
    await act(() => {
      field.value = '20'
      field.dispatchEvent(new InputEvent('input', { bubbles: true }))
    })
    await act(() => field.form?.requestSubmit())

    await vi.waitFor(() => expect(page.text()).toContain('at 20 min a ticket'))
    expect(page.asked.filter(({ method }) => method === 'PUT')).toEqual([
      {
        method: 'PUT',
        path: '/api/help-settings',
        body: {
          holdOutShare: 0.1,
          handlingMs: 1_200_000,
          falseShare: 0.1,
          suggestIdeas: true,
          suggestKnownIssues: false,
        },
      },
    ])
  })

  it('offers an agent nothing to change', async () => {
    await page.open('/deflection', 'agent')

    expect(page.text()).toContain('at 10 min a ticket')
    expect(() => page.press('Change')).toThrow()
  })

  it('leads from a part to the same page for it alone, and says where too few asked', async () => {
    const few = measureOf({ difference: null, missing: 'too_alike' })
    report = reportOf({ parts: [partOf('growth'), partOf('free', { measure: few }), partOf(null)] })

    await page.open('/deflection?segment=country:FR')

    const rows = page.all('.parts tbody tr')
    expect(rows.map((row) => row.querySelector('a')?.getAttribute('href') ?? null)).toEqual([
      '/deflection?segment=plan:growth;country:FR',
      '/deflection?segment=plan:free;country:FR',
      null,
    ])
    expect(rows.map((row) => row.querySelectorAll('td')[0]?.textContent)).toEqual(['18', 'Too few to compare', '18'])
  })

  it('draws the parts on one axis, also where more than a ticket a person is spared', async () => {
    const difference = { value: 1.1, low: -0.2, high: 2.4, verdict: 'chance' } as const
    report = reportOf({ parts: [partOf('growth'), partOf('free', { measure: measureOf({ difference }) })] })

    await page.open('/deflection')

    expect(page.all('.parts .axis span').map(({ textContent }) => textContent)).toEqual(['−240', '0', '240'])
    expect(page.all('.parts tbody td strong').map(({ textContent }) => textContent)).toEqual(['18', '110'])
  })

  it('teaches the next step in a new workspace, and in an empty segment to widen it', async () => {
    report = reportOf({ asked: 0, searched: 0, articles: [] })

    await page.open('/deflection')
    expect(page.text()).toContain('Nobody has asked yet')
    expect(page.all('.blank a').map((link) => link.getAttribute('href'))).toEqual(['/articles'])

    await page.open('/deflection?segment=plan:nobody')
    expect(page.text()).toContain('No requests from these customers')
    expect(page.all('.blank a').map((link) => link.getAttribute('href'))).toEqual(['/deflection'])
  })

  it('says that it could not be loaded, and loads it again', async () => {
    isDown = true
    await page.open('/deflection')
    await vi.waitFor(() => expect(page.all('[role=alert]')).toHaveLength(1))

    isDown = false
    await page.press('Try again')

    await vi.waitFor(() => expect(page.text()).toContain('18 fewer'))
  })
})

describe('what each article did', () => {
  const titles = () => page.all('tbody th a').map(({ textContent }) => textContent)
  beforeEach(() => {
    const share = { share: 0.05, low: 0.01, high: 0.17 }
    report = reportOf({
      articles: [
        articleOf(),
        articleOf({
          articleId: 'art_2',
          title: 'Old prices',
          solved: 2,
          notHelped: 31,
          stale: { readings: 40, helped: 2, share },
        }),
      ],
    })
  })

  it('is sorted by the count that the address names', async () => {
    await page.open('/deflection/articles')
    expect(titles()).toEqual(['Export your invoices', 'Old prices'])

    await page.open('/deflection/articles?sort=notHelped')

    expect(titles()).toEqual(['Old prices', 'Export your invoices'])
    expect(page.all('[aria-sort=descending]').map(({ textContent }) => textContent)).toEqual(['Did not help'])
  })

  it('says why one should be looked at, and shows these alone', async () => {
    await page.open('/deflection/articles?stale=true')

    expect(titles()).toEqual(['Old prices'])
    expect(page.text()).toContain('Read in 40 requests and solved 2: 5 %, between 1 % and 17 %.')
    expect(page.all('tbody th a')[0]?.getAttribute('href')).toBe('/articles/art_2')
  })
})

describe('what was asked and not found', () => {
  it('says who waits, and opens the other wordings', async () => {
    await page.open('/deflection/unanswered?kind=asked')

    expect(page.asked.map(({ path }) => path)).toEqual(['/api/deflection/unanswered?days=90&kind=asked'])
    expect(page.text()).toContain('1 group, 12 requests')
    for (const said of ['12 requests', '4 searches among them', '9 people', '5 accounts', '$1,200 a month waits'])
      expect(page.all('.row-facts')[0]?.textContent).toContain(said)

    expect(page.all('.wordings')[0]?.hidden).toBe(true)
    await page.press('2 other wordings')
    expect(page.all('.wordings')[0]?.hidden).toBe(false)
  })

  it('begins the article that would answer it, in the words of those who asked', async () => {
    await page.open('/deflection/unanswered')

    const address = new URL(page.all('a.button')[0]?.getAttribute('href') ?? '', location.origin)
    expect(address.pathname).toBe('/articles/new')
    expect(Object.fromEntries(address.searchParams)).toEqual(groupOf().draft)
  })

  it('shows the most frequent groups first, and more when asked', async () => {
    groups = Array.from({ length: 30 }, (_, at) => groupOf({ id: `req_${at}` }))
    await page.open('/deflection/unanswered')
    expect(page.all('.unanswered-row')).toHaveLength(25)

    await page.press('Show more')

    expect(page.all('.unanswered-row')).toHaveLength(30)
    expect(() => page.press('Show more')).toThrow()
  })

  it('says of how many groups those in the list are the most frequent', async () => {
    groupsInAll = 240
    await page.open('/deflection/unanswered')

    expect(page.text()).toContain('The 1 most frequent of 240 groups, 12 requests in all')
  })

  it('says that all was found only where somebody asked', async () => {
    groups = []
    await page.open('/deflection/unanswered')
    await vi.waitFor(() => expect(page.text()).toContain('Everything was found'))

    report = reportOf({ asked: 0, searched: 0 })
    await page.open('/deflection/unanswered')

    await vi.waitFor(() => expect(page.text()).toContain('Nobody has asked yet'))
    expect(page.text()).not.toContain('Everything was found')
  })

  it('lets who may only read write nothing', async () => {
    await page.open('/deflection/unanswered', 'viewer')

    expect(page.text()).toContain('Can I pay by invoice?')
    expect(page.all('a.button')).toEqual([])
  })
})
