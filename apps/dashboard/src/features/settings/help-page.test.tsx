import type { HelpSettings } from '@heed/contracts'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { measureOf, reportOf } from '../deflection/testing.tsx'
import { type Asked, stage } from './page-on-a-stage.tsx'

let page: ReturnType<typeof stage>
let settings: HelpSettings

beforeEach(() => {
  settings = {
    holdOutShare: 0.1,
    handlingMs: 600_000,
    falseShare: 0.1,
    suggestIdeas: true,
    suggestKnownIssues: true,
  }
  page = stage(({ method, path, body }: Asked) => {
    if (path.startsWith('/api/deflection')) return Response.json(reportOf())
    if (method === 'PUT') settings = body as HelpSettings
    return Response.json(settings)
  })
})
afterEach(() => page.leave())

const example = () => page.one('.fatigue-example').textContent ?? ''

it('says whom a hold-out share affects, what it costs and what it gives', async () => {
  await page.open('help')

  await vi.waitFor(() => expect(example()).toContain('1,000 people'))
  expect(example()).toContain('about 100 of them would have seen none')
  expect(example()).toContain('about 18 more tickets')
  expect(example()).toContain('about 6 tickets per 100 people to either side')

  await page.type('[name=holdOut]', '20')
  expect(example()).toContain('about 200 of them')
  expect(example()).toContain('about 36 more tickets')

  await page.type('[name=holdOut]', '0')
  expect(example()).toContain('nobody to hold the others against')
})

it('promises nothing of figures that were not measured', async () => {
  page.leave()
  const measure = measureOf({ difference: null, missing: 'too_alike' })
  page = stage(({ path }: Asked) =>
    Response.json(path.startsWith('/api/deflection') ? reportOf({ measure }) : settings),
  )
  await page.open('help')

  await vi.waitFor(() => expect(example()).toContain('about 100 of them'))
  expect(example()).not.toMatch(/more tickets|to either side/)
})

it('saves all of them', async () => {
  await page.open('help')
  await page.type('[name=holdOut]', '5')
  await page.type('[name=handling]', '15')
  await page.type('[name=falseShare]', '20')
  await act(() => page.one<HTMLInputElement>('[type=checkbox]').click())

  await page.press('Save')

  await vi.waitFor(() =>
    expect(page.changes()).toEqual([
      {
        method: 'PUT',
        path: '/api/help-settings',
        body: {
          holdOutShare: 0.05,
          handlingMs: 900_000,
          falseShare: 0.2,
          suggestIdeas: false,
          suggestKnownIssues: true,
        },
      },
    ]),
  )
  await vi.waitFor(() => expect(page.one('[role=status]').textContent).toBe('Saved'))
})

it('leaves what a colleague changed since the page was opened', async () => {
  await page.open('help')
  await page.type('[name=holdOut]', '5')
  settings = { ...settings, handlingMs: 1_200_000, suggestIdeas: false }

  await page.press('Save')

  await vi.waitFor(() => expect(page.one('[role=status]').textContent).toBe('Saved'))
  expect(settings).toMatchObject({ holdOutShare: 0.05, handlingMs: 1_200_000, suggestIdeas: false })
  expect(page.one<HTMLInputElement>('[name=handling]').value).toBe('20')
})

it('says which number cannot be, and sends nothing', async () => {
  await page.open('help')

  await page.type('[name=holdOut]', '51')
  await page.press('Save')

  expect(page.one('.field-error').textContent).toBe('Use a whole number from 0 to 50.')
  expect(document.activeElement).toBe(page.one('[name=holdOut]'))
  expect(page.changes()).toEqual([])
})

it('offers who may only read nothing to change', async () => {
  await page.open('help', 'agent')

  expect(page.one<HTMLInputElement>('[name=holdOut]').readOnly).toBe(true)
  expect(page.one<HTMLInputElement>('[type=checkbox]').disabled).toBe(true)
  expect(() => page.one('button', 'Save')).toThrow()
})
