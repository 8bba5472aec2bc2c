import type { GetStarted, Member, Workspace } from '@heed/contracts'
import { QueryClientProvider } from '@tanstack/preact-query'
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { LocationProvider } from 'preact-iso'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createQueryClient } from '../../query-client.ts'
import { GetStartedPage } from './get-started-page.tsx'
import { StartingCard } from './starting-card.tsx'

const workspace: Workspace = {
  id: 'wsp_1',
  name: 'Quayside',
  currency: 'USD',
  sample: false,
  accent: '#1a6b5c',
  firstResponseTargetMs: 900_000,
}
let state: GetStarted
let root: HTMLElement

beforeEach(() => {
  localStorage.clear()
  state = {
    visited: false,
    surveyLaunched: true,
    answered: false,
    articlePublished: false,
    members: 1,
    claimsCounted: true,
  }
  root = document.body.appendChild(document.createElement('div'))
  const keys = [{ id: 'key_1', kind: 'publishable', hint: 'pk_mine', origins: [], createdAt: '2026-03-01T10:00:00Z' }]
  vi.stubGlobal('fetch', async (path: string) => Response.json(path === '/api/keys' ? { items: keys } : state))
})
afterEach(() => {
  render(null, root)
  root.remove()
  vi.unstubAllGlobals()
})

const draw = async (what: preact.ComponentChildren) => {
  await act(() =>
    render(
      <LocationProvider>
        <QueryClientProvider client={createQueryClient(() => undefined)}>{what}</QueryClientProvider>
      </LocationProvider>,
      root,
    ),
  )
}
const open = (role: Member['role']) =>
  draw(<GetStartedPage workspace={workspace} member={{ id: 'mem_1', name: 'Ada', email: 'a@b.example', role }} />)
const links = () => [...root.querySelectorAll('a')].map((link) => link.getAttribute('href'))

it('gives a tag with the workspace’s own key, and leads to the demo app with it', async () => {
  await open('owner')

  await vi.waitFor(() => expect(root.querySelector('code')?.textContent).toContain(`${location.origin}/w/pk_mine.js`))
  expect(root.querySelector('code')?.textContent).toContain("currency: 'USD'")
  expect(links()).toContain('/demo?key=pk_mine&currency=USD&as=aoife')
  expect(root.textContent).toContain('1 of 6 done')
  expect([...root.querySelectorAll('h2')].map(({ textContent }) => textContent?.split(':')[0])).toEqual([
    'Done',
    ...Array(5).fill('To do'),
  ])
})

it('leads to an import of articles who may import them', async () => {
  await open('agent')
  await vi.waitFor(() => expect(links()).toContain('/articles/new'))
  expect(links()).not.toContain('/articles/import')

  render(null, root)
  await open('admin')
  await vi.waitFor(() => expect(links()).toContain('/articles/import'))
})

it('offers whoever may not do a step nothing to press for it', async () => {
  await open('viewer')

  await vi.waitFor(() => expect(root.querySelector('code')).not.toBeNull())
  expect(root.querySelector('[name=origin]')).toBeNull()
  expect(links()).not.toContain('/settings/members')
})

it('stands on the overview with the next step, until it is done or put away', async () => {
  await draw(<StartingCard workspace={workspace} />)
  await vi.waitFor(() => expect(root.textContent).toContain('Next: See it in the demo app'))

  const hide = [...root.querySelectorAll('button')].find(({ textContent }) => textContent === 'Hide this')
  await act(() => hide?.click())
  expect(root.textContent).toBe('')
  await draw(null)
  await draw(<StartingCard workspace={workspace} />)
  expect(root.textContent).toBe('')

  state = {
    visited: true,
    surveyLaunched: true,
    answered: true,
    articlePublished: true,
    members: 2,
    claimsCounted: false,
  }
  await draw(null)
  await draw(<StartingCard workspace={{ ...workspace, id: 'wsp_2' }} />)
  expect(root.textContent).toBe('')
})
