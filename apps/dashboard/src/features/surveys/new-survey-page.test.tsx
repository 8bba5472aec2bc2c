import { act } from 'preact/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openPage, press } from '../segments/testing.tsx'
import { SurveyImportPage } from './import-page.tsx'
import { NewSurveyPage } from './new-survey-page.tsx'
import { readSurveyJson, toolOf } from './read-survey-json.ts'
import { changesOf, memberOf, type Served, serveSurveys, workspace } from './testing.tsx'

let served: Served
let page: Awaited<ReturnType<typeof openPage>>

beforeEach(() => {
  served = serveSurveys()
})
afterEach(() => {
  page?.close()
  vi.unstubAllGlobals()
})

it('makes a draft of a template and goes to it', async () => {
  page = await openPage('/surveys/new', <NewSurveyPage workspace={workspace} member={memberOf('admin')} />)

  await press(/^NPS\s*How likely/)

  await vi.waitFor(() => expect(location.pathname).toMatch(/^\/surveys\/srv_.*\/edit$/))
  expect(changesOf(served)).toMatchObject([
    { method: 'POST', path: '/api/surveys', body: { name: 'NPS', kind: 'nps', repeatAfterDays: 90 } },
  ])
})

it('makes drafts of what another tool exported, and says what was left out', async () => {
  page = await openPage('/surveys/import', <SurveyImportPage member={memberOf('owner')} />)
  const paste = (json: string) =>
    act(() => {
      const field = page.root.querySelector('textarea')
      if (!field) throw new Error('no field')
      field.value = json
      field.dispatchEvent(new InputEvent('input', { bubbles: true }))
    })

  await press('Import as drafts')
  expect(page.root.querySelector('[role=alert]')?.textContent).toContain('Paste the JSON')
  await paste('{"questions": [')
  await press('Import as drafts')
  expect(page.root.querySelector('[role=alert]')?.textContent).toContain('This is not JSON')
  expect(changesOf(served)).toEqual([])

  const survey = { name: 'Pulse', questions: [{ type: 'rating', question: 'How?' }] }
  await paste(JSON.stringify({ results: [survey] }))
  await press('Import as drafts')

  await vi.waitFor(() => expect(page.root.textContent).toContain('1 draft was made.'))
  expect(changesOf(served)[0]?.body).toEqual({ from: 'posthog', survey })
  expect(page.root.textContent).toContain('No endings.')
})

it('finds the survey in what an export wraps around it, and whose it is', () => {
  expect(readSurveyJson('[{"questions": [{"headline": {"default": "How?"}}]}]')).toEqual({
    questions: [{ headline: { default: 'How?' } }],
  })
  expect(readSurveyJson('{"data": {"questions": []}}')).toEqual({ questions: [] })
  expect(['[]', '"text"', '{', ''].map(readSurveyJson)).toEqual([null, null, null, null])
  expect(toolOf({ questions: [{ headline: {} }] })).toBe('formbricks')
  expect(toolOf({ questions: [] })).toBeNull()
})
