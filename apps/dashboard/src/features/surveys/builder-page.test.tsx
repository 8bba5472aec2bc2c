import type { Member, Survey } from '@heed/contracts'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { called, openPage, press, stroke } from '../segments/testing.tsx'
import { BuilderPage } from './builder-page.tsx'
import { changesOf, memberOf, type Served, serveSurveys, surveyOf, workspace } from './testing.tsx'

let served: Served
let page: Awaited<ReturnType<typeof openPage>>

const open = async (given: Partial<Survey> = {}, role: Member['role'] = 'admin', search = '') => {
  served = serveSurveys([surveyOf(given)])
  const [{ id } = surveyOf()] = served.surveys
  document.title = ''
  page = await openPage(
    `/surveys/${id}/edit${search}`,
    <BuilderPage id={id} workspace={workspace} member={memberOf(role)} />,
  )
  // The title comes once all of the page is at work.
  await vi.waitFor(() => expect(document.title).toBe('NPS · Heed'))
}
const at = <E extends HTMLElement = HTMLInputElement>(field: string): E => {
  const found = page.root.querySelector<E>(`[data-field="${field}"]`)
  if (!found) throw new Error(`no field ${field}`)
  return found
}
const write = (field: string, value: string) =>
  act(() => {
    const input = at(field)
    input.focus()
    input.value = value
    input.dispatchEvent(new InputEvent('input', { bubbles: true }))
  })
const dialog = () => page.root.querySelector('dialog')
const inDialog = (name: string) =>
  act(() => [...(dialog()?.querySelectorAll('button') ?? [])].find(({ textContent }) => textContent === name)?.click())
const text = () => page.root.textContent?.replaceAll('\u00a0', ' ') ?? ''
const refuse = (begins: string, field: string, message: string) => {
  served.refuse = { begins, with: { status: 409, code: 'survey_incomplete', errors: [{ field, message }] } }
}

beforeEach(() => localStorage.clear())
afterEach(() => {
  page.close()
  vi.unstubAllGlobals()
})

describe('a draft in the builder', () => {
  it('has no results yet, and nothing to pause', async () => {
    await open()

    expect(page.root.querySelector('.result-tabs, .survey-menu')).toBeNull()
  })

  it('is launched once it is said what will happen', async () => {
    await open()
    await press('Launch')
    await vi.waitFor(() => expect(dialog()?.textContent).toContain('About 340 people in 14 days'))
    expect(dialog()?.textContent).toContain('Each person again after 90 days')
    expect(changesOf(served)).toEqual([])

    await inDialog('Launch')

    await vi.waitFor(() => expect(text()).toContain('“NPS” is live.'))
    expect(changesOf(served).map(({ method, path, body }) => [`${method} ${path}`, body])).toEqual([
      [`PUT /api/surveys/${surveyOf().id}/launch`, { basedOn: surveyOf().updatedAt }],
    ])
    expect(page.root.querySelector('.survey-state')?.textContent).toBe('Running')
  })

  it('saves what was just written before it is launched', async () => {
    await open()
    await write('name', 'Spring')
    await press('Launch')
    await inDialog('Launch')

    await vi.waitFor(() => expect(text()).toContain('“Spring” is live.'))
    expect(changesOf(served).map(({ method, path }) => `${method} ${path.split('/').slice(4).join('/')}`)).toEqual([
      'PUT ',
      'PUT launch',
    ])
  })

  it('says at each field what is missing, and goes to the first', async () => {
    await open({ kind: 'comparison', form: { options: ['a', 'b'] } })
    refuse(`PUT /api/surveys/${surveyOf().id}/launch`, 'texts.de.options.b', 'must have words in at least one language')
    await press('Launch')
    await inDialog('Launch')

    await vi.waitFor(() => expect(document.activeElement).toBe(at('texts.de.options.b')))
    const field = at('texts.de.options.b')
    expect(field.getAttribute('aria-invalid')).toBe('true')
    expect(document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
      'Must have words in at least one language.',
    )
    expect(page.root.querySelector('[role=alert]')?.textContent).toContain('1 thing is missing')
    expect(text()).toContain('Idea 2 in German: Must have words')

    await write('texts.de.options.b', 'Rechnungen')
    expect(page.root.querySelector('[role=alert]')).toBeNull()
    expect(at('texts.de.options.b').getAttribute('aria-invalid')).toBe('false')
  })

  it('opens the part that a fault stands in', async () => {
    await open()
    refuse(`PUT /api/surveys/${surveyOf().id}/launch`, 'schedule.endsAt', 'must lie ahead')
    await press('Launch')
    await inDialog('Launch')

    await vi.waitFor(() => expect(document.activeElement).toBe(at('schedule.endsAt')))
  })

  it('takes edits back by keyboard, a whole word at once', async () => {
    await open()
    await write('texts.en.question', 'Well')
    await write('texts.en.question', 'Well?')

    await stroke('z', { ctrlKey: true })
    expect(at('texts.en.question').value).toBe('')
    await stroke('z', { ctrlKey: true, shiftKey: true })
    expect(at('texts.en.question').value).toBe('Well?')
  })

  it('saves itself, and keeps what is not saved over a reload', async () => {
    await open()
    await write('texts.en.question', 'Well?')
    expect(text()).toContain('Not saved yet')
    expect(localStorage.length).toBe(1)

    await vi.waitFor(() => expect(changesOf(served)).toHaveLength(1), { timeout: 3_000 })

    expect(changesOf(served)[0]?.body).toMatchObject({
      texts: { en: { question: 'Well?' } },
      basedOn: surveyOf().updatedAt,
    })
    await vi.waitFor(() => expect(localStorage.length).toBe(0))
  })

  it('asks whom to ask with the editor of segments', async () => {
    await open()
    expect(text()).toContain('May ask Everyone')

    await press('Choose customers')
    await press('Tickets open')
    await press('Done')

    await vi.waitFor(() => expect(dialog()).toBeNull())
    expect(page.root.querySelector('.survey-who-words')?.textContent).toMatch(/^May ask .*ticket/)
    expect(called('Ask everyone')).toBeTruthy()
  })

  it('lets the member decide when somebody else was first', async () => {
    await open()
    await write('name', 'Mine')
    served.surveys = [surveyOf({ name: 'Theirs', updatedAt: '2026-04-01T10:00:00.000Z' })]
    served.refuse = { begins: 'PUT', with: { status: 409, code: 'survey_changed' } }
    await vi.waitFor(() => expect(text()).toContain('Only you can decide'), { timeout: 3_000 })

    await press('Keep mine as a copy')

    await vi.waitFor(() => expect(served.surveys.map(({ name }) => name)).toEqual(['Mine (my version)', 'Theirs']))
    await vi.waitFor(() => expect(at('name').value).toBe('Theirs'))
  })
})

describe('a running survey in the builder', () => {
  it('can be paused and ended, and leads to its results and back to the list as it was', async () => {
    await open({ state: 'running', launchedAt: '2026-03-05T10:00:00.000Z' }, 'admin', '?state=running&days=30')
    const { id } = surveyOf()
    expect(called('All surveys', 'a').getAttribute('href')).toBe('/surveys?state=running')
    expect(called('Results', 'a').getAttribute('href')).toBe(`/surveys/${id}?days=30&state=running`)
    expect(page.root.querySelector('.result-tabs [aria-current=page]')?.textContent).toBe('Edit')
    await write('name', 'Pulse')

    await press('Actions for NPS')
    await press('Pause')

    await vi.waitFor(() => expect(page.root.querySelector('.survey-state')?.textContent).toBe('Paused'))
    expect(text()).toContain('“NPS” is paused.')
    expect(at('name').value).toBe('Pulse')
    await press('Actions for NPS')
    await press('End')
    await inDialog('End survey')
    await vi.waitFor(() => expect(page.root.querySelector('.survey-state')?.textContent).toBe('Ended'))
    expect(changesOf(served).map(({ method, path }) => `${method} ${path}`)).toEqual([
      `PUT /api/surveys/${id}/pause`,
      `PUT /api/surveys/${id}/end`,
    ])
  })

  it('keeps changes back until they are published as a version', async () => {
    await open({ state: 'running', version: 2 })
    expect(() => called('Launch')).toThrow()
    await write('texts.en.question', 'Well?')
    expect(text()).toContain('Changes not published yet')
    expect(changesOf(served)).toEqual([])

    await press('Publish version 3')

    await vi.waitFor(() => expect(text()).toContain('Version 3 is live.'))
    expect(() => called(/^Publish/)).toThrow()
  })

  it('drops changes, and can have them back', async () => {
    await open({ state: 'running' })
    await write('name', 'Other')

    await press('Discard changes')
    expect(at('name').value).toBe('NPS')

    await press('Undo')
    expect(at('name').value).toBe('Other')
  })
})

it('offers who may only look nothing to change', async () => {
  await open({}, 'agent')

  expect(() => called('Launch')).toThrow()
  expect(at('name').readOnly).toBe(true)
  expect(text()).toContain('takes an owner or admin')
})
