import type { SurveyCut, SurveyResult } from '@heed/contracts'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { called, openPage, press } from '../segments/testing.tsx'
import { memberOf, surveyOf, workspace } from '../surveys/testing.tsx'
import { ResultsPage } from './results-page.tsx'
import { cutOf, figureOf, partOf, resultOf } from './testing.ts'

const survey = surveyOf({ name: 'How likely', state: 'running', launchedAt: '2026-03-02T10:00:00.000Z' })
const address = `/surveys/${survey.id}`

let close = () => {}
const asked: string[] = []
afterEach(() => {
  close()
  asked.length = 0
})

const open = async (search = '', result: SurveyResult = resultOf(), cut: SurveyCut = cutOf([partOf('growth')])) => {
  vi.stubGlobal('fetch', async (input: string, init: RequestInit) => {
    asked.push(`${init.method} ${decodeURIComponent(input)}${init.method === 'POST' ? ` ${init.body}` : ''}`)
    const { pathname } = new URL(input, location.origin)
    if (pathname.endsWith('/results')) return Response.json(result)
    if (pathname.endsWith('/cuts')) return Response.json(cut)
    if (pathname.endsWith('/versions')) return Response.json({ items: [{ version: 2 }, { version: 1 }] })
    if (pathname.endsWith('/shares'))
      return Response.json(
        init.method === 'POST' ? { id: 'shr_1', token: 'tok', query: '', createdBy: 'Ada' } : { items: [] },
      )
    if (pathname.endsWith('/fields'))
      return Response.json({ traits: [{ name: 'industry', of: 'account', kind: 'text' }], events: [] })
    if (pathname === `/api/surveys/${survey.id}`) return Response.json(survey)
    return Response.json({ items: [] })
  })
  const page = await openPage(
    `${address}${search}`,
    <ResultsPage id={survey.id} workspace={workspace} member={memberOf('owner')} />,
  )
  close = page.close
  await vi.waitFor(() => expect(page.root.querySelector('.headline')).not.toBeNull())
  await vi.waitFor(() => expect(page.root.querySelector('.cut-table')).not.toBeNull())
  return page.root
}
const said = (root: Element) => root.textContent?.replaceAll('\u00a0', ' ') ?? ''
const requests = (what: string) => asked.filter((each) => each.includes(`/${what}`))
const choose = (name: string, value: string) => {
  const select = called(name)
  if (!(select instanceof HTMLSelectElement)) throw new Error(`${name} is nothing to choose from`)
  select.value = value
  select.dispatchEvent(new Event('change', { bubbles: true }))
}

describe('the results of a survey', () => {
  it('say the figure with its margin and whom it comes from, raw and weighted', async () => {
    const root = await open()

    expect(said(root)).toContain('NPS 31, between 22 and 40; 214 answers from 500 people')
    expect(said(root)).toContain('NPS 24, between 15 and 33; as exact as 180 answers drawn at random')
    expect(said(root)).toContain('a change of 17 points or more would show')
  })

  it('say that answers are too few, how many are needed, and draw no trend', async () => {
    const root = await open(
      '',
      resultOf({
        raw: figureOf(31, 7, 60),
        enough: false,
        stillNeeded: 9,
        weighted: null,
        weightedMissing: 'too_few',
        smallestVisibleChange: null,
      }),
    )

    expect(said(root)).toContain('7 answers so far: too few for a figure that holds. About 9 more answers are needed.')
    expect(root.querySelector('.time-plot')).toBeNull()
    expect(said(root)).toContain('Too few answers in all for a trend.')
  })

  it('say that everyone answered in place of a margin, and of how few that is', async () => {
    const raw = figureOf(100, 1, 0)
    const few = { raw, base: 1, everyone: true, enough: false, weighted: null, smallestVisibleChange: null }

    const root = await open('', resultOf({ ...few, weightedMissing: 'too_few' }))

    expect(said(root)).toContain('NPS 100, without a sampling margin; 1 answer from 1 person')
    expect(said(root)).toContain('Everyone has answered (1 person), so there is no sampling margin. So few that one')
    expect(said(root)).not.toContain('Margins hold in 95 of 100 cases')
    expect(said(root)).not.toContain('between 100 and 100')
  })

  it('open the answers behind every time, score and part of a cut, of the days that were counted', async () => {
    const root = await open('?segment=tenure:180..&version=2')
    const hrefs = [...root.querySelectorAll('a')].map((link) => decodeURIComponent(link.getAttribute('href') ?? ''))
    const here = `surveyId=${survey.id}&version=2`

    expect(hrefs).toContain(`/responses?segment=tenure:180..&${here}&from=2026-03-02&to=2026-05-30`)
    expect(hrefs).toContain(`/responses?segment=tenure:180..&${here}&from=2026-03-02&to=2026-05-30&score=10`)
    expect(hrefs).toContain(`/responses?segment=plan:growth;tenure:180..&${here}&from=2026-03-02&to=2026-05-30`)
    await press('Show as table')
    expect(root.querySelector('.months tbody a')?.getAttribute('href')).toContain('from=2026-03-23&to=2026-03-29')
  })

  it('keep what one chooses in the address, and ask the server for it', async () => {
    const root = await open()

    root.querySelectorAll<HTMLInputElement>('.result-controls input[type=radio]')[1]?.click()
    await vi.waitFor(() => expect(location.search).toContain('unit=accounts'))
    choose('Cut by', 'trait.industry')

    await vi.waitFor(() => expect(location.search).toContain('by=trait.industry'))
    await vi.waitFor(() => expect(requests('cuts').at(-1)).toContain('days=90&unit=accounts&by=trait.industry'))
    expect(requests('results').at(-1)).toContain('days=90&unit=accounts')
  })

  it('say how many answered of those who were asked by people alone, as accounts answer through several', async () => {
    const people = await open()
    expect(said(people.querySelector('.cut-table') ?? people)).toContain('Response rate')
    close()

    const accounts = await open('?unit=accounts', resultOf({ unit: 'accounts' }))

    expect(said(accounts.querySelector('.cut-table') ?? accounts)).not.toContain('Response rate')
  })

  it('say "not kept" where a step of the funnel was not counted', async () => {
    const root = await open()

    expect(said(root.querySelector('.funnel') ?? root)).toContain('Eligiblenot kept')
    expect(said(root.querySelector('.funnel') ?? root)).toContain('Seen1,070')
  })

  it('draw a benchmark only when asked, with who was surveyed', async () => {
    const root = await open()
    expect(root.querySelector('.benchmark-note')).toBeNull()

    choose('Hold against', 'airlines')

    await vi.waitFor(() =>
      expect(root.querySelector('.benchmark-note')?.textContent).toContain('Qualtrics XM Institute'),
    )
  })

  it('lead to the other pages of the survey and back to the list as it was', async () => {
    const root = await open('?state=running&unit=accounts')
    const leads = (name: string) => called(name, 'a').getAttribute('href')

    expect(leads('All surveys')).toBe('/surveys?state=running')
    expect(leads('Compare')).toBe(`${address}/compare?unit=accounts&state=running`)
    expect(leads('Comments')).toBe(`${address}/comments?days=90&unit=accounts&state=running`)
    expect(leads('Edit')).toBe(`${address}/edit?unit=accounts&state=running`)
    expect(root.querySelector('.result-tabs [aria-current=page]')?.textContent).toBe('Results')
  })

  it('pause the survey, and end it once one is sure', async () => {
    const root = await open()
    await press('Actions for How likely')
    expect([...root.querySelectorAll('.survey-menu-panel button')].map(({ textContent }) => textContent)).toEqual([
      'Test on yourself',
      'Duplicate',
      'Pause',
      'End',
    ])
    await press('Pause')
    await vi.waitFor(() => expect(said(root)).toContain('“How likely” is paused.'))

    await press('Actions for How likely')
    await press('End')
    await press('End survey')

    await vi.waitFor(() => expect(asked).toContain(`PUT /api/surveys/${survey.id}/end`))
    await vi.waitFor(() => expect(document.activeElement).toBe(called('Actions for How likely')))
  })

  it('are shared as they are filtered, by a link that is shown once', async () => {
    await open('?segment=plan:growth&days=30&by=tenure')

    await press('Share')
    await press('Make a link')

    await vi.waitFor(() => expect(called('Link', 'input')).toHaveProperty('value', `${location.origin}/shared/tok`))
    expect(requests('shares').find((each) => each.startsWith('POST'))).toContain(
      '{"query":"segment=plan%3Agrowth&days=30"}',
    )
  })
})
