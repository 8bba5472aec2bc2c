import { afterEach, expect, it, vi } from 'vitest'
import { type Asked, stage } from './page-on-a-stage.tsx'

let page: ReturnType<typeof stage>
afterEach(() => page.leave())

const settings = {
  id: 'wsp_1',
  name: 'Quayside',
  accent: '#1a6b5c',
  defaultLocale: 'de',
  currency: 'USD',
  currencyFixed: true,
  privacySignal: 'honour',
}

it('saves the workspace, and leaves a currency that stays', async () => {
  page = stage(({ method, body }: Asked) =>
    Response.json(method === 'PATCH' ? { ...settings, ...(body as object) } : settings),
  )
  await page.open('workspace')
  expect(page.one<HTMLSelectElement>('[name=currency]').disabled).toBe(true)
  expect(page.one<HTMLSelectElement>('[name=currency]').value).toBe('USD')
  expect(page.one<HTMLSelectElement>('[name=defaultLocale]').value).toBe('de')

  await page.type('[name=name]', '  ')
  await page.press('Save')
  expect(page.one('.field-error').textContent).toBe('Give the workspace a name.')
  await page.type('[name=name]', 'Quay')
  await page.choose('[name=privacySignal]', 'ignore')
  await page.press('Save')

  await vi.waitFor(() => expect(page.one('[role=status]').textContent).toBe('Saved'))
  expect(page.changes()).toEqual([
    { method: 'PATCH', path: '/api/workspace', body: { name: 'Quay', privacySignal: 'ignore' } },
  ])
})

it('asks what takes the place of an area before it is deleted', async () => {
  const areas = [
    { id: 'are_1', name: 'Billing' },
    { id: 'are_2', name: 'Cards' },
  ]
  const uses = [{ areaId: 'are_1', tickets: 12, responses: 0, articles: 1, ideas: 0 }]
  page = stage(({ method, path }) =>
    method === 'GET'
      ? Response.json({ items: path === '/api/areas' ? areas : path === '/api/areas/uses' ? uses : [] })
      : new Response(null, { status: 204 }),
  )
  await page.open('areas')
  expect(page.root.textContent).toContain('12 requests and 1 article')

  await page.one<HTMLButtonElement>('[aria-label="Delete Billing"]').click()
  await vi.waitFor(() => expect(page.one('dialog').textContent).toContain('carried by 12 requests and 1 article'))
  await page.painted()
  await page.press('Delete the area')

  await vi.waitFor(() =>
    expect(page.changes()).toMatchObject([{ method: 'DELETE', path: '/api/areas/are_1?moveTo=are_2' }]),
  )
  await vi.waitFor(() => expect(page.root.textContent).toContain('what carried it carries Cards now.'))
})

it('lets whoever came by an invitation choose a password without an old one', async () => {
  const profile = { id: 'mem_1', name: 'Ada', email: 'ada@example.com', role: 'agent', hasPassword: false, sessions: 1 }
  page = stage(({ method }) => {
    if (method === 'PUT') profile.hasPassword = true
    return method === 'GET' ? Response.json(profile) : new Response(null, { status: 204 })
  })
  await page.open('profile', 'agent')
  expect(page.root.querySelector('[name=current]')).toBeNull()

  await page.type('[name=password]', 'too short')
  await page.press('Set the password')
  expect(page.one('.field-error').textContent).toBe('Use at least 10 characters.')
  await page.type('[name=password]', 'ten letters')
  await page.press('Set the password')

  await vi.waitFor(() =>
    expect(page.changes()).toEqual([
      { method: 'PUT', path: '/api/profile/password', body: { password: 'ten letters' } },
    ]),
  )
  await vi.waitFor(() => expect(page.root.textContent).toContain('Your password is set.'))
  expect(page.root.querySelector('[name=current]')).not.toBeNull()
})
