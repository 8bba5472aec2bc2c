import { expect, it, vi } from 'vitest'
import { config, survey, testHeed } from './testing-heed.ts'

const { heed, gone, make, started, host, tab, styles } = testHeed()

it('draws nothing before the page is idle, then the tab in the language of the page', () => {
  document.documentElement.lang = 'ar-EG'
  make()
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
  make()
  heed('on', 'ready', listener)
  heed('off', 'ready', listener)

  vi.advanceTimersByTime(300)

  expect(listener).not.toHaveBeenCalled()
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
  make()
  heed('on', 'unread', early)
  vi.advanceTimersByTime(300)
  expect(early.mock.calls).toEqual([[{ count: 2 }]])
  expect(tab()?.textContent).toBe('Feedback (2)')

  heed('on', 'unread', late)
  heed('identify', { userId: 'u1' })

  expect(late.mock.calls).toEqual([[{ count: 2 }], [{ count: 0 }]])
})

it('lets a listener of unread replies say something that looks for them again', () => {
  localStorage.setItem('heed:pk_test', JSON.stringify({ 'visitor:': { unread: 2 } }))
  const heard = vi.fn(({ count }) => heed('set', { launcher: count > 0 }))
  make()
  heed('on', 'unread', heard)

  vi.advanceTimersByTime(300)

  expect(heard.mock.calls).toEqual([[{ count: 2 }]])
})

it.each(['reset', 'stop'])('tells with %s that no reply waits any more', (command) => {
  localStorage.setItem('heed:pk_test', JSON.stringify({ 'visitor:': { unread: 2 } }))
  started()
  const heard = vi.fn()
  heed('on', 'unread', heard)

  heed(command)

  expect(heard.mock.calls).toEqual([[{ count: 2 }], [{ count: 0 }]])
})

it('tells that a survey which was asked for cannot be fetched, unless it is not wanted any more', async () => {
  vi.useRealTimers()
  make()
  const fault = vi.fn()
  heed('on', 'error', fault)

  heed('survey', 'srv_7')
  heed('close')
  heed('survey', 'srv_8')

  // No module can be imported from there.
  await vi.waitFor(() => expect(fault.mock.calls).toEqual([[{ code: 'unreachable', message: 'srv_8' }]]))
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

it('hears a click for it where the page keeps clicks to itself, and within its shadow roots', () => {
  started()
  const root = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' })
  root.innerHTML = '<p data-heed-open><b>Help</b></p>'
  root.addEventListener('click', (event) => event.stopPropagation())

  root.querySelector('b')?.click()

  expect(tab()?.getAttribute('aria-busy')).toBe('true')
})
