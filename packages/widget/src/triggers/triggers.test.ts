import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { SurveyConfig, Watching } from '../loader/link.ts'
import { createMemory } from '../loader/memory.ts'
import { startTriggers } from './triggers.ts'

const survey = (id: string, trigger: Partial<SurveyConfig['trigger']>): SurveyConfig => ({
  id,
  kind: 'nps',
  version: 1,
  texts: {},
  trigger: { delayMs: 0, ...trigger },
  repeatAfterDays: 90,
})

const memory = createMemory('pk_test', () => true)
const changed = vi.fn()
let appVersion: string | undefined
let triggers: Watching

const watch = (...surveys: SurveyConfig[]) => {
  const settings = () => (appVersion === undefined ? {} : { appVersion })
  triggers = startTriggers({ config: { surveys }, memory, settings, changed })
}

beforeEach(() => {
  localStorage.clear()
  history.replaceState(null, '', '/')
  document.body.replaceChildren()
  changed.mockReset()
  appVersion = undefined
})
afterEach(() => triggers.stop())

describe('scrolling', () => {
  const half = survey('srv_half', { scroll: 50 })

  /** Scrolls an element of a thousand pixels that is 400 high; without one, the page. */
  const scrollTo = (scrollTop: number, area: Element = document.documentElement, clientHeight = 400) => {
    const sizes = { scrollTop, clientHeight, clientWidth: 800, scrollHeight: 1000 }
    for (const [name, value] of Object.entries(sizes)) {
      Object.defineProperty(area, name, { value, configurable: true, writable: true })
    }
    area.dispatchEvent(new Event('scroll', { bubbles: area === document.documentElement }))
  }
  beforeEach(() => {
    vi.stubGlobal('innerHeight', 400)
    vi.stubGlobal('innerWidth', 800)
  })
  afterEach(() => vi.unstubAllGlobals())

  it('holds once the lower edge of the window came far enough, and stays so when one goes back', () => {
    watch(half)
    scrollTo(50)
    expect(triggers.reasonOf(half)).toBe('waiting_for_scroll')
    expect(changed).not.toHaveBeenCalled()

    scrollTo(100)
    expect(triggers.reasonOf(half)).toBeUndefined()
    scrollTo(0)

    expect(triggers.reasonOf(half)).toBeUndefined()
    expect(changed).toHaveBeenCalledTimes(1)
  })

  it('begins anew on another page of the app', () => {
    watch(half)
    scrollTo(500)

    history.pushState(null, '', '/invoices')

    expect(triggers.reasonOf(half)).toBe('waiting_for_scroll')
  })

  it('counts in an element that fills the window, and not in a small one', () => {
    const area = document.body.appendChild(document.createElement('main'))
    watch(half)
    scrollTo(900, area, 100)
    expect(triggers.reasonOf(half)).toBe('waiting_for_scroll')

    scrollTo(300, area)

    expect(triggers.reasonOf(half)).toBeUndefined()
  })
})

describe('leaving', () => {
  const leaving = survey('srv_leaving', { leaving: true })
  const out = (init: MouseEventInit) =>
    document.body.dispatchEvent(new MouseEvent('mouseout', { bubbles: true, ...init }))

  it('holds once the pointer left over the upper edge, on that page', () => {
    watch(leaving)
    out({ clientY: 300 })
    out({ clientY: -1, relatedTarget: document.body })
    expect(triggers.reasonOf(leaving)).toBe('waiting_for_leaving')

    out({ clientY: -1 })
    expect(triggers.reasonOf(leaving)).toBeUndefined()
    expect(changed).toHaveBeenCalledTimes(1)
    history.pushState(null, '', '/invoices')

    expect(triggers.reasonOf(leaving)).toBe('waiting_for_leaving')
  })
})

describe('a click', () => {
  const clicked = survey('srv_clicked', { clicked: '[data-action="export"]' })

  it('holds once something of the selector was clicked, whatever the page does with the click', () => {
    document.body.innerHTML = '<button>Other</button><div><button data-action="export"><b>Export</b></button></div>'
    document.querySelector('div')?.addEventListener('click', (event) => event.stopPropagation())
    watch(clicked)
    document.querySelector('button')?.click()
    expect(triggers.reasonOf(clicked)).toBe('waiting_for_click')

    document.querySelector('b')?.click()

    expect(triggers.reasonOf(clicked)).toBeUndefined()
    expect(changed).toHaveBeenCalledTimes(1)
  })

  it('holds also inside an open shadow root', () => {
    const host = document.body.appendChild(document.createElement('div'))
    const inside = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('button'))
    inside.dataset.action = 'export'
    watch(clicked)

    inside.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }))

    expect(triggers.reasonOf(clicked)).toBeUndefined()
  })

  it('holds for a web component of the selector, whatever of it was clicked', () => {
    const host = document.body.appendChild(document.createElement('x-button'))
    host.dataset.action = 'export'
    const inside = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('button'))
    watch(clicked)

    inside.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }))

    expect(triggers.reasonOf(clicked)).toBeUndefined()
  })

  it('never comes, and throws nothing, where the selector is none', () => {
    const broken = survey('srv_broken', { clicked: 'button[' })
    document.body.innerHTML = '<button data-action="export">Export</button>'
    watch(broken, clicked)

    document.querySelector('button')?.click()

    expect(triggers.reasonOf(broken)).toBe('waiting_for_click')
    expect(triggers.reasonOf(clicked)).toBeUndefined()
  })
})

describe('a new version of the host app', () => {
  const news = survey('srv_news', { newVersion: true })
  const see = (version: string | undefined) => {
    appVersion = version
    triggers.look()
    return triggers.reasonOf(news)
  }

  it('is another one than this browser saw before; the first that it sees is not', () => {
    watch(news)

    expect(see(undefined)).toBe('waiting_for_version')
    expect(see('1.0')).toBe('waiting_for_version')
    expect(see('1.0')).toBe('waiting_for_version')
    expect(see('1.1')).toBeUndefined()
  })

  it('stays new over pages, until the survey was shown under it', () => {
    watch(news)
    see('1.0')
    see('1.1')
    triggers.stop()
    watch(news)
    expect(see('1.1')).toBeUndefined()

    memory.set('shown', { srv_news: Date.now() + 1 })

    expect(see('1.1')).toBe('waiting_for_version')
  })
})

it('listens to nothing that no survey waits for, passively, and to nothing any more once it ends', () => {
  const listens = vi.spyOn(document, 'addEventListener')
  watch(survey('srv_1', { newVersion: true }))
  expect(listens).not.toHaveBeenCalled()
  triggers.stop()

  watch(survey('srv_1', { scroll: 50 }), survey('srv_2', { leaving: true }), survey('srv_3', { clicked: 'b' }))

  expect(listens.mock.calls.map(([type]) => type).sort()).toEqual(['click', 'mouseout', 'scroll'])
  const options = listens.mock.calls.map(([, , given]) => given as AddEventListenerOptions)
  expect(options.every(({ passive, signal }) => passive && signal?.aborted === false)).toBe(true)
  triggers.stop()

  expect(options.every(({ signal }) => signal?.aborted)).toBe(true)
  listens.mockRestore()
})
