import type { Member, Survey } from '@heed/contracts'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { called, focused, openPage, press, stroke } from '../segments/testing.tsx'
import { SurveysPage } from './surveys-page.tsx'
import { changesOf, memberOf, type Served, serveSurveys, surveyOf, workspace } from './testing.tsx'

let served: Served
let page: Awaited<ReturnType<typeof openPage>>

const open = async (surveys: Survey[], role: Member['role'] = 'admin', address = '/surveys') => {
  served = serveSurveys(surveys)
  page = await openPage(address, <SurveysPage workspace={workspace} member={memberOf(role)} />)
  await vi.waitFor(() => expect(page.root.querySelector('[aria-busy=true]')).toBeNull())
}
const text = () => page.root.textContent?.replaceAll('\u00a0', ' ') ?? ''
const sent = () => changesOf(served).map(({ method, path }) => `${method} ${path}`)
const draft = surveyOf()
const running = surveyOf({ id: `srv_${'b'.repeat(21)}`, name: 'Pulse', state: 'running' })
const namesShown = () => [...page.root.querySelectorAll('tbody th a')].map((link) => link.textContent)

afterEach(() => {
  page.close()
  vi.unstubAllGlobals()
})

describe('the page of surveys', () => {
  it('says of each its state in a word, and its figure with its margin', async () => {
    await open([running])

    const row = page.root.querySelector('tbody tr')?.textContent?.replaceAll('\u00a0', ' ')
    expect(row).toContain('Running')
    expect(row).toContain('NPS 31, between 22 and 40')
    expect(row).toContain('43 %')
    expect(page.root.querySelector('tbody a')?.getAttribute('href')).toBe(`/surveys/${running.id}`)
  })

  it('teaches the first step while there is none', async () => {
    await open([])

    expect(text()).toContain('No surveys yet')
    expect(called('New survey').getAttribute('href')).toBe('/surveys/new')
  })

  it('shows one state when asked to', async () => {
    await open([draft, running], 'admin', '/surveys?state=draft')
    expect(namesShown()).toEqual(['NPS'])

    // The way back from there finds the list as it was.
    expect(page.root.querySelector('tbody a')?.getAttribute('href')).toBe(`/surveys/${draft.id}/edit?state=draft`)

    await press('All')

    expect(namesShown()).toEqual(['NPS', 'Pulse'])
  })

  it('gives the focus to what it says where the row that had it goes', async () => {
    await open([draft, running], 'admin', '/surveys?state=running')
    await press('Actions for Pulse')
    await press('End')
    await press('End survey')

    await vi.waitFor(() => expect(text()).toContain('No survey'))
    await vi.waitFor(() => expect(document.activeElement?.className).toBe('survey-said'))
    expect(focused()).toContain('“Pulse” has ended')
  })

  it('moves through the rows and the menu by keyboard', async () => {
    await open([draft, running])
    await stroke('j')
    expect(focused()).toBe('NPS')

    await press('Actions for Pulse')
    expect(focused()).toBe('Edit')
    await stroke('ArrowDown')
    expect(focused()).toBe('Test on yourself')
    await stroke('Escape')
    expect(focused()).toBe('Actions for Pulse')
  })

  it('deletes a draft, and brings it back', async () => {
    await open([draft])
    await press('Actions for NPS')
    await press('Delete draft')
    await vi.waitFor(() => expect(text()).toContain('“NPS” is deleted.'))
    expect(served.surveys).toEqual([])

    await press('Undo')

    await vi.waitFor(() => expect(text()).toContain('“NPS” is back as a draft.'))
    expect(served.surveys[0]).toMatchObject({ name: 'NPS', kind: 'nps', repeatAfterDays: 90 })
  })

  it('pauses and resumes', async () => {
    await open([running])
    await press('Actions for Pulse')
    await press('Pause')
    await vi.waitFor(() => expect(text()).toContain('“Pulse” is paused.'))

    await press('Actions for Pulse')
    await press('Resume')

    await vi.waitFor(() => expect(text()).toContain('“Pulse” is running again.'))
    expect(sent()).toEqual([`PUT /api/surveys/${running.id}/pause`, `DELETE /api/surveys/${running.id}/pause`])
  })

  it('ends one for good only after asking', async () => {
    await open([running])
    await press('Actions for Pulse')
    await press('End')
    expect(page.root.querySelector('dialog')?.textContent).toContain('cannot be started again')
    expect(sent()).toEqual([])

    await press('End survey')

    await vi.waitFor(() => expect(text()).toContain('“Pulse” has ended.'))
    expect(focused()).toBe('Actions for Pulse')
  })

  it('says what failed, and offers who may only look nothing to do', async () => {
    await open([running])
    served.refuse = { begins: 'PUT', with: { status: 409, code: 'wrong_survey_state' } }
    await press('Actions for Pulse')
    await press('Pause')
    await vi.waitFor(() => expect(page.root.querySelector('[role=alert]')).not.toBeNull())
    page.close()

    await open([running], 'viewer')
    expect(() => called('New survey')).toThrow()
    expect(() => called('Actions for Pulse')).toThrow()
  })

  it('gives an address to test a survey on oneself', async () => {
    await open([draft])
    await press('Actions for NPS')
    await press('Test on yourself')

    await vi.waitFor(() => expect(called(/^Open the page/).getAttribute('href')).toMatch(/^https?:.*#heed-test=x\.y$/))
  })
})
