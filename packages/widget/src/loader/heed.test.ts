import type { WidgetStatus } from '@heed/contracts'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createHeed } from './heed.ts'
import { testConfig } from './testing.ts'

const survey = { id: 'srv_1', kind: 'nps' as const, texts: {}, trigger: { delayMs: 5000 }, repeatAfterDays: 90 }
const config = testConfig([
  survey,
  { ...survey, id: 'srv_2', trigger: { delayMs: 0, event: 'invoice_sent', path: '/invoices/*' } },
])
const scriptUrl = 'https://heed.test/w/pk_test.js'

let heed: (...said: unknown[]) => void

const started = () => {
  heed = createHeed(config, scriptUrl)
  vi.advanceTimersByTime(300)
}
const host = () => document.querySelector('heed-widget')
const tab = () => host()?.shadowRoot?.querySelector('button')
const status = () => {
  let said: WidgetStatus | undefined
  heed('status', (now: WidgetStatus) => {
    said = now
  })
  return said
}

beforeEach(() => {
  vi.useFakeTimers()
  localStorage.clear()
  history.replaceState(null, '', '/')
})
afterEach(() => {
  heed('reset')
  document.documentElement.lang = ''
  vi.useRealTimers()
})

it('draws nothing before the page is idle, then the tab in the language of the page', () => {
  document.documentElement.lang = 'ar-EG'
  heed = createHeed(config, scriptUrl)
  expect(host()).toBeNull()

  vi.advanceTimersByTime(300)

  expect(tab()?.textContent).toBe('ملاحظات')
  expect(tab()?.parentElement?.dir).toBe('rtl')
})

it('takes the language that the host page sets over the one of the page', () => {
  document.documentElement.lang = 'ar'
  started()

  heed('set', { locale: 'de-AT' })

  expect(tab()?.parentElement?.lang).toBe('de-AT')
  expect(tab()?.parentElement?.dir).toBe('ltr')
})

it('hides the tab when the host page wants none', () => {
  started()

  heed('set', { launcher: false })

  expect(tab()?.parentElement?.hidden).toBe(true)
})

it('never throws into the host page', () => {
  started()

  expect(() => {
    heed('no such command')
    heed('toString')
    heed('identify')
    heed()
    heed('on', 'ready', () => {
      throw new Error('a fault of the host page')
    })
  }).not.toThrow()
})

it('tells a listener that it is ready, also one that comes late', () => {
  started()
  const listener = vi.fn()

  heed('on', 'ready', listener)

  expect(listener).toHaveBeenCalledTimes(1)
})

it('tells no listener that was taken off', () => {
  const listener = vi.fn()
  heed = createHeed(config, scriptUrl)
  heed('on', 'ready', listener)
  heed('off', 'ready', listener)

  vi.advanceTimersByTime(300)

  expect(listener).not.toHaveBeenCalled()
})

it('says for every survey why it is not showing', () => {
  started()
  expect(status()?.surveys).toEqual({ srv_1: 'armed', srv_2: 'waiting_for_page' })

  history.pushState(null, '', '/invoices/7')
  expect(status()?.surveys.srv_2).toBe('waiting_for_event')

  heed('track', 'invoice_sent')
  expect(status()?.surveys.srv_2).toBe('armed')
})

it('names a survey that does not exist', () => {
  started()

  heed('survey', 'srv_gone')

  expect(status()?.surveys.srv_gone).toBe('not_found')
})

it('takes a numeric user id for the text that it is', () => {
  started()

  heed('identify', { userId: 42 })

  expect(status()?.identified).toBe(true)
})

it('leaves no element, listener or timer behind after reset', () => {
  const added: string[] = []
  const removed: string[] = []
  for (const target of [window, document]) {
    vi.spyOn(target, 'addEventListener').mockImplementation((type) => void added.push(type))
    vi.spyOn(target, 'removeEventListener').mockImplementation((type) => void removed.push(type))
  }
  const pushState = history.pushState
  started()
  expect(host()).not.toBeNull()

  heed('reset')

  expect(host()).toBeNull()
  expect(vi.getTimerCount()).toBe(0)
  expect(added).toContain('popstate')
  expect(removed).toEqual(expect.arrayContaining(added))
  expect(history.pushState).toBe(pushState)
  vi.restoreAllMocks()
})

it('forgets the tokens of the person and of the anonymous visitor on reset, and no one else’s', () => {
  const names = ['visitor:', 'visitor:u1', 'visitor:u2'].map((name) => `heed:pk_test:${name}`)
  for (const name of names) localStorage.setItem(name, '{"token":"t"}')
  started()
  heed('identify', { userId: 'u1' })

  heed('reset')

  expect(names.map((name) => localStorage.getItem(name))).toEqual([null, null, '{"token":"t"}'])
})

it('wakes up again when something is said after reset', () => {
  started()
  heed('reset')

  heed('identify', { userId: 'u2' })
  vi.advanceTimersByTime(300)

  expect(host()).not.toBeNull()
})
