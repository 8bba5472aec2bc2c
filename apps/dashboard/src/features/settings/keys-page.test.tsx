import type { Key } from '@heed/contracts'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type Asked, stage } from './page-on-a-stage.tsx'

let page: ReturnType<typeof stage>
let keys: Key[]

const key = (kind: Key['kind'], hint: string, origins: string[] = []): Key => ({
  id: `key_${kind}`,
  kind,
  hint,
  origins,
  createdAt: '2026-03-01T10:00:00.000Z',
})

beforeEach(() => {
  keys = [key('publishable', 'pk_0123456789abcdef', ['http://localhost:*']), key('secret', 'sk_012345')]
  page = stage(({ method, body }: Asked) => {
    if (method === 'GET') return Response.json({ items: keys })
    if (method === 'PATCH') {
      keys = keys.map((each) => (each.kind === 'publishable' ? { ...each, ...(body as object) } : each))
      return Response.json(keys[0])
    }
    if (method === 'POST')
      return Response.json({ ...key('secret', 'sk_new'), key: 'sk_new-and-whole' }, { status: 201 })
    return new Response(null, { status: 204 })
  })
})
afterEach(() => page.leave())

const said = () => [...page.root.querySelectorAll('[role=status]')].map(({ textContent }) => textContent).join(' ')

it('takes the origin of whatever address is pasted, and takes one back', async () => {
  await page.open('keys')

  await page.type('[name=origin]', 'https://App.Example.com/start?x=1')
  await page.press('Add')
  await vi.waitFor(() => expect(said()).toContain('https://app.example.com may use the key now.'))
  await page.one<HTMLButtonElement>('[aria-label="Remove http://localhost:*"]').click()

  await vi.waitFor(() => expect(said()).toContain('may no longer use'))
  expect(page.changes().map(({ method, path, body }) => [method, path, body])).toEqual([
    ['PATCH', '/api/keys/key_publishable', { origins: ['http://localhost:*', 'https://app.example.com'] }],
    ['PATCH', '/api/keys/key_publishable', { origins: ['https://app.example.com'] }],
  ])
  expect(page.one('button', 'Undo')).toBeTruthy()
})

it('says what is no origin, and what is there already, and sends neither', async () => {
  await page.open('keys')

  await page.type('[name=origin]', 'my app')
  await page.press('Add')
  expect(page.one('.field-error').textContent).toMatch(/^Write an address/)
  await page.type('[name=origin]', 'http://localhost:*')
  await page.press('Add')

  expect(page.one('.field-error').textContent).toBe('It is in the list already.')
  expect(page.changes()).toEqual([])
})

it('shows a secret key once', async () => {
  await page.open('keys')

  await page.press('New secret key')
  await vi.waitFor(() => expect(page.one<HTMLInputElement>('.secret input').value).toBe('sk_new-and-whole'))
  await page.press('I have stored it')

  expect(page.root.querySelector('.secret')).toBeNull()
  expect(page.root.innerHTML).not.toContain('sk_new-and-whole')
})

it('asks before a key is revoked', async () => {
  await page.open('keys')

  await page.one<HTMLButtonElement>('[aria-label="Revoke pk_012345…"]').click()
  await vi.waitFor(() => expect(page.root.textContent).toContain('show no widget any more, in 1 origin.'))
  expect(page.changes()).toEqual([])
  await page.painted()
  await page.press('Revoke the key')

  await vi.waitFor(() => expect(said()).toContain('pk_012345… is revoked.'))
  expect(page.changes()).toMatchObject([{ method: 'DELETE', path: '/api/keys/key_publishable' }])
})

it('offers who may only read nothing to change', async () => {
  await page.open('keys', 'agent')

  expect(page.root.textContent).toContain('pk_0123456789abcdef')
  expect(page.root.textContent).toContain('You can read this page.')
  expect([...page.root.querySelectorAll('button')].map(({ textContent }) => textContent)).toEqual(['Copy'])
})
