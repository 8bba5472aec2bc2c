import type { WidgetSettings, WidgetStatus } from '@heed/contracts'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createHeed } from './heed.ts'
import { testConfig } from './testing.ts'

const survey = {
  id: 'srv_1',
  kind: 'nps' as const,
  version: 1,
  texts: {},
  trigger: { delayMs: 5000 },
  repeatAfterDays: 90,
}
const config = testConfig([
  survey,
  { ...survey, id: 'srv_2', trigger: { delayMs: 0, event: 'invoice_sent', path: '/invoices/*' } },
])
const scriptUrl = 'https://heed.test/w/pk_test.js'

let heed: (...said: unknown[]) => void

const gone = vi.fn()

const started = (settings: WidgetSettings = {}, given: Partial<typeof config> = {}) => {
  heed = createHeed({ ...config, ...given }, scriptUrl, settings, gone)
  vi.advanceTimersByTime(300)
}
const host = () => document.querySelector('heed-widget')
const tab = () => host()?.shadowRoot?.querySelector('[part=tab]')
/** What the launcher's place and colours come to. */
const styles = () =>
  [...(host()?.shadowRoot?.adoptedStyleSheets[0]?.cssRules ?? [])].map(({ cssText }) => cssText).join('\n')
const status = () => new Promise<WidgetStatus>((tell) => heed('status', tell))

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
  heed = createHeed(config, scriptUrl, {}, gone)
  expect(host()).toBeNull()

  vi.advanceTimersByTime(300)

  expect(tab()?.textContent).toBe('ملاحظات')
  expect(tab()?.parentElement?.dir).toBe('rtl')
})

it('takes the language that the host page sets over the one of the page', () => {
  document.documentElement.lang = 'ar'
  started()

  heed('set', { locale: 'de-AT' })

  expect(tab()?.parentElement?.lang).toBe('de')
  expect(tab()?.parentElement?.dir).toBe('ltr')
})

it('hides the tab when the host page wants none', () => {
  started()

  heed('set', { launcher: false })

  expect(tab()?.parentElement?.hidden).toBe(true)
})

it('shows the tab to signed visitors alone where the server hears nobody else', () => {
  started({}, { signedOnly: true })
  expect(tab()?.parentElement?.hidden).toBe(true)

  heed('identify', { userId: '4711' })
  expect(tab()?.parentElement?.hidden).toBe(true)

  heed('identify', { userId: '4711', token: async () => 'x' })
  expect(tab()?.parentElement?.hidden).toBe(false)
})

it.each([
  ['left', true],
  ['right', true],
  ['top', false],
  ['bottom', false],
] as const)('puts the tab at the %s edge', (side, upright) => {
  started({ position: side })

  expect(styles()).toContain(`${side}: 0`)
  expect(styles().includes('writing-mode: vertical-rl')).toBe(upright)
})

it('is a floating button in a corner', () => {
  started({ position: 'bottom-left' })

  expect(styles()).toContain('bottom: var(--heed-offset')
  expect(styles()).toContain('left: var(--heed-offset')
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
  heed = createHeed(config, scriptUrl, {}, gone)
  heed('on', 'ready', listener)
  heed('off', 'ready', listener)

  vi.advanceTimersByTime(300)

  expect(listener).not.toHaveBeenCalled()
})

it('takes a numeric user id for the text that it is', async () => {
  started()

  heed('identify', { userId: 42 })

  expect((await status()).identified).toBe(true)
})

it('leaves no element, listener or timer behind after reset', () => {
  const listening = new Set<unknown>()
  for (const target of [window, document]) {
    vi.spyOn(target, 'addEventListener').mockImplementation((_type, listener) => void listening.add(listener))
    vi.spyOn(target, 'removeEventListener').mockImplementation((_type, listener) => void listening.delete(listener))
  }
  started()
  expect(host()).not.toBeNull()
  expect(listening.size).toBeGreaterThan(0)

  heed('reset')

  expect(host()).toBeNull()
  expect(vi.getTimerCount()).toBe(0)
  expect(listening.size).toBe(0)
  vi.restoreAllMocks()
})

it.each([
  ['where a survey waits for a page', config.surveys, ['currententrychange']],
  ['and else to the way back', [survey], ['popstate']],
])('hears of other addresses by the Navigation API %s', (_, surveys, heard) => {
  const navigation = new EventTarget()
  vi.stubGlobal('navigation', navigation)
  const [byApi, byWindow] = [vi.spyOn(navigation, 'addEventListener'), vi.spyOn(window, 'addEventListener')]

  started({}, { surveys })

  expect([...byApi.mock.calls, ...byWindow.mock.calls].map(([type]) => type)).toEqual(heard)
  byWindow.mockRestore()
  vi.unstubAllGlobals()
})

it('forgets everything in the browser on reset, and in this page still knows who was asked', async () => {
  const dayAgo = Date.now() - 86_400_000
  localStorage.setItem('heed:pk_test', JSON.stringify({ 'visitor:u1': { token: 't' }, shown: { srv_1: dayAgo } }))
  started()

  heed('reset')

  expect(localStorage).toHaveLength(0)
  heed('identify', { userId: 'u2' })
  heed('set', {})
  expect(JSON.parse(localStorage.getItem('heed:pk_test') ?? '{}')).toEqual({ shown: { srv_1: dayAgo } })
})

it('keeps on reset what was said and is not with the outbox yet', () => {
  const said = { waiting: 1, early: [{ id: 'msg_1' }] }
  localStorage.setItem('heed:pk_test', JSON.stringify({ ...said, 'visitor:': { token: 't' } }))
  started()

  heed('reset')

  expect(JSON.parse(localStorage.getItem('heed:pk_test') ?? '')).toEqual(said)
})

it('tells whoever brought it that it stops', () => {
  started()

  heed('stop')

  expect(gone).toHaveBeenCalledTimes(1)
  expect(host()).toBeNull()
})

it('says what happens as a DOM event too, from its element up', () => {
  const heard: string[] = []
  document.addEventListener('heed:ready', () => heard.push('ready'), { once: true })

  started()

  expect(heard).toEqual(['ready'])
})

it('opens a panel for an element of the host page that asks for it', () => {
  started()
  const listener = vi.fn()
  heed('on', 'error', listener)
  document.body.innerHTML = '<button data-heed-open="ticket"><b>Ask</b></button>'

  document.querySelector('b')?.click()

  expect(tab()?.getAttribute('aria-busy')).toBe('true')
})

it('wakes up again when something is said after reset', () => {
  started()
  heed('reset')

  heed('identify', { userId: 'u2' })
  vi.advanceTimersByTime(300)

  expect(host()).not.toBeNull()
})

it('tells the host page how many replies wait, also a listener that comes late', () => {
  localStorage.setItem('heed:pk_test', JSON.stringify({ 'visitor:': { unread: 2 } }))
  const [early, late] = [vi.fn(), vi.fn()]
  heed = createHeed(config, scriptUrl, {}, gone)
  heed('on', 'unread', early)
  vi.advanceTimersByTime(300)
  expect(early.mock.calls).toEqual([[{ count: 2 }]])
  expect(tab()?.textContent).toBe('Feedback (2)')

  heed('on', 'unread', late)
  heed('identify', { userId: 'u1' })

  expect(late.mock.calls).toEqual([[{ count: 2 }], [{ count: 0 }]])
})

it('finds out by a click that the address changed, and looks at nothing anew where it did not', () => {
  started({}, { surveys: [survey] })
  localStorage.setItem('heed:pk_test', JSON.stringify({ 'visitor:': { unread: 2 } }))

  document.body.click()
  expect(tab()?.textContent).toBe('Feedback')
  history.replaceState(null, '', '/invoices')
  document.body.click()

  expect(tab()?.textContent).toBe('Feedback (2)')
})

it('keeps the colour of the workspace when the host page sets none', () => {
  started()
  const before = styles()

  heed('set', { accent: undefined })

  expect(styles()).toBe(before)
  expect(before).toContain('rgb(43, 89, 195)')
})

it('keeps apart whose token it is, by what stands in it', async () => {
  started()
  const token = `e30.${Buffer.from('{"sub":"u1"}').toString('base64url')}.c2ln`

  heed('identify', { token })

  expect(await status()).toMatchObject({ identified: true })
})

it('knows nobody by a token that cannot be read', async () => {
  started()

  heed('identify', { token: 'undefined' })

  expect(await status()).toMatchObject({ identified: false })
})

const circular: Record<string, unknown> = {}
circular.itself = circular

it.each([
  ['a text', 'u1'],
  ['what cannot be written down', { userId: 'u1', traits: { id: 10n } }],
  ['what holds itself', { userId: 'u1', traits: circular }],
  ['nothing', null],
])('leaves %s alone where a claim is due', async (_, claim) => {
  started()

  heed('identify', claim)
  heed('account', claim)

  expect((await status()).identified).toBe(false)
})

it('keeps what was said of a person before, until another one is named', () => {
  started()
  heed('identify', { userId: 'u1', locale: 'de' })

  heed('identify', { userId: 'u1', name: 'Lena' })
  expect(tab()?.parentElement?.lang).toBe('de')
  heed('identify', { userId: 'u2' })

  expect(tab()?.parentElement?.lang).toBe('en')
})

it.each([
  ['an accent', { accent: 'tomato' }],
  ['no accent', { accent: null }],
  ['an empty accent', { accent: '' }],
  ['an empty place', { position: '' }],
  ['a font', { font: null }],
  ['a language', { locale: 5 }],
])('takes its own where the host page sets %s that is none', (_, settings) => {
  started()
  const before = styles()

  heed('set', settings)

  expect(styles()).toBe(before)
  expect(tab()?.parentElement?.lang).toBe('en')
})

it('takes several fonts for the list that they are', () => {
  started()

  heed('set', { font: ['Inter', 'serif'] })

  expect(styles()).toContain('--heed-font: Inter,serif')
})

it.each(['faq', 'outbox', 'Help', {}, null])('opens nothing by the name of %s', (panel) => {
  started()

  heed('open', panel)

  expect(tab()?.getAttribute('aria-busy')).toBe('false')
})

it('hears a click for it where the page keeps clicks to itself, and within its shadow roots', () => {
  started()
  const root = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' })
  root.innerHTML = '<p data-heed-open><b>Help</b></p>'
  root.addEventListener('click', (event) => event.stopPropagation())

  root.querySelector('b')?.click()

  expect(tab()?.getAttribute('aria-busy')).toBe('true')
})
