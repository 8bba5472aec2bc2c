import { afterEach, expect, it, vi } from 'vitest'
import { openPage } from '../segments/testing.tsx'
import { memberOf, surveyOf, workspace } from '../surveys/testing.tsx'
import { ComparePage } from './compare-page.tsx'
import { resultOf } from './testing.ts'

const survey = surveyOf({ state: 'running', launchedAt: '2026-03-02T10:00:00.000Z', version: 2 })

let close = () => {}
afterEach(() => close())

it('opens behind a figure the answers that it counts, of the chosen version alone', async () => {
  vi.stubGlobal('fetch', async (input: string) => {
    const { pathname, searchParams } = new URL(input, location.origin)
    const [from, to] = [searchParams.get('from') ?? '2026-03-02', searchParams.get('to') ?? '2026-05-30']
    if (pathname.endsWith('/results')) return Response.json(resultOf({ period: { from, to } }))
    if (pathname.endsWith('/versions')) return Response.json({ items: [{ version: 2 }, { version: 1 }] })
    if (pathname === `/api/surveys/${survey.id}`) return Response.json(survey)
    return Response.json({ items: [] })
  })

  const page = await openPage(
    `/surveys/${survey.id}/compare?version=1`,
    <ComparePage id={survey.id} workspace={workspace} member={memberOf('owner')} />,
  )
  close = page.close

  await vi.waitFor(() => expect(page.root.querySelectorAll('.estimate-score a')).toHaveLength(2))
  const opened = [...page.root.querySelectorAll('.estimate-score a')].map((link) => {
    const { version, from, to } = Object.fromEntries(new URL((link as HTMLAnchorElement).href).searchParams)
    return [version, from, to]
  })
  expect(opened).toEqual([
    ['1', '2026-03-02', '2026-05-30'],
    ['1', '2025-12-02', '2026-03-01'],
  ])
})
