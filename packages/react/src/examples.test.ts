import { act, type ComponentType, createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, expect, it, vi } from 'vitest'
import { forget, heard, tell } from './testing/fake-loader.ts'
import { example, examples } from './testing/guide.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const address = 'https://heed.example.com/w/pk_%E2%80%A6.js'
const lena = { id: '4711', name: 'Lena Okafor' }

const body = () => document.body.appendChild(document.createElement('div'))
const button = () => {
  const found = document.querySelector('button')
  if (!found) throw new Error('the example has no button')
  return found
}

afterEach(() => {
  vi.restoreAllMocks()
  forget()
  document.body.replaceChildren()
})

it('are all mounted here', () => {
  expect([...examples.keys()].sort()).toEqual(
    ['app.svelte', 'app.tsx', 'app.vue', 'app/help-button.tsx', 'app/layout.tsx'].sort(),
  )
})

it('work in React', async () => {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {})
  const App = await example<ComponentType>('app.tsx')
  const root = createRoot(body())

  await act(async () => root.render(createElement(App)))
  await act(async () => tell('unread', { count: 2 }))
  await act(async () => tell('ticket', { ticketId: 'tkt_1' }))
  await act(async () => button().click())

  expect(button().textContent).toBe('Help (2)')
  expect(log).toHaveBeenCalledWith('filed', 'tkt_1')
  expect(document.querySelector('heed-survey')?.getAttribute('survey-id')).toBe('srv_…')
  expect(document.querySelector('heed-help')).not.toBeNull()
  await act(async () => root.unmount())
  expect(heard).toEqual([
    ['start', address, { launcher: false }],
    ['identify', { userId: '4711', name: 'Lena Okafor', account: { accountId: 'acme', plan: 'growth' } }],
    ['open', 'messages'],
    ['stop'],
  ])
})

it('work in Vue', async () => {
  const { createApp, h, nextTick, reactive } = await import('vue')
  const warn = vi.spyOn(console, 'warn')
  const App = await example<Parameters<typeof h>[0]>('app.vue')
  const props = reactive({ user: lena })
  const app = createApp({ render: () => h(App as never, props) })

  app.mount(body())
  await vi.waitFor(() => expect(heard).toHaveLength(2))
  tell('unread', { count: 2 })
  await nextTick()
  expect(button().textContent).toContain('Help (2)')
  expect(button().dataset.heedOpen).toBe('help')
  expect(document.querySelector('heed-survey')?.getAttribute('survey-id')).toBe('srv_…')
  props.user = { ...lena, name: 'Lena O.' }
  await nextTick()
  app.unmount()

  expect(warn).not.toHaveBeenCalled()
  expect(heard).toEqual([
    ['start', address, {}],
    ['identify', { userId: '4711', name: 'Lena Okafor' }],
    ['identify', { userId: '4711', name: 'Lena O.' }],
    ['stop'],
  ])
})

it('work in Svelte', async () => {
  const { flushSync, mount, unmount } = await import('svelte')
  const App = await example<Parameters<typeof mount>[0]>('app.svelte')

  const app = mount(App, { target: body(), props: { user: lena } })
  await vi.waitFor(() => expect(heard).toHaveLength(2))
  flushSync(() => tell('unread', { count: 2 }))
  expect(button().textContent).toContain('Help (2)')
  expect(button().dataset.heedOpen).toBe('help')
  expect(document.querySelector('heed-survey')?.getAttribute('survey-id')).toBe('srv_…')
  await unmount(app)

  expect(heard).toEqual([['start', address, {}], ['identify', { userId: '4711', name: 'Lena Okafor' }], ['stop']])
})
