import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type Asked, stage } from './page-on-a-stage.tsx'

let page: ReturnType<typeof stage>
let rule: unknown

beforeEach(() => {
  rule = { restDays: 7, laterDays: 7, mostASession: 1 }
  page = stage(({ method, body }: Asked) => {
    if (method === 'PUT') rule = body
    return Response.json(rule)
  })
})
afterEach(() => page.leave())

it('says the rules on an example, and saves all three', async () => {
  await page.open('asking')
  expect(page.root.textContent).toContain('sees no other for 7 days, and at most 1 prompt in a visit')

  await page.type('[name=restDays]', '14')
  expect(page.root.textContent).toContain('sees no other for 14 days')
  await page.press('Save')

  await vi.waitFor(() =>
    expect(page.changes()).toEqual([
      { method: 'PUT', path: '/api/fatigue', body: { restDays: 14, laterDays: 7, mostASession: 1 } },
    ]),
  )
  await vi.waitFor(() => expect(page.one('[role=status]').textContent).toBe('Saved'))
})

it('says which number cannot be, and sends nothing', async () => {
  await page.open('asking')

  await page.type('[name=laterDays]', '0')
  await page.press('Save')

  expect(page.one('.field-error').textContent).toBe('Use a whole number from 1 to 90.')
  expect(document.activeElement).toBe(page.one('[name=laterDays]'))
  expect(page.changes()).toEqual([])
})

it('offers who may only read nothing to change', async () => {
  await page.open('asking', 'agent')

  expect(page.one<HTMLInputElement>('[name=restDays]').readOnly).toBe(true)
  expect(() => page.one('button', 'Save')).toThrow()
})
