import type { WidgetConfig, WidgetSettings, WidgetStatus } from '@heed/contracts'
import { afterEach, beforeEach, vi } from 'vitest'
import { createHeed } from './heed.ts'
import { testConfig } from './testing.ts'

export const survey = {
  id: 'srv_1',
  kind: 'nps' as const,
  version: 1,
  texts: {},
  trigger: { delayMs: 5000 },
  repeatAfterDays: 90,
}
export const config = testConfig([
  survey,
  { ...survey, id: 'srv_2', trigger: { delayMs: 0, event: 'invoice_sent', path: '/invoices/*' } },
])

/** `heed` in a page of its own, before each test, on false time. */
export const testHeed = () => {
  let made: (...said: unknown[]) => void
  const gone = vi.fn()
  /** What a host page calls. */
  const heed = (...said: unknown[]) => made(...said)
  /** Makes it in a page that is busy. */
  const make = (settings: WidgetSettings = {}, given: Partial<WidgetConfig> = {}) => {
    made = createHeed({ ...config, ...given }, 'https://heed.test/w/pk_test.js', settings, gone)
  }
  const host = () => document.querySelector('heed-widget')
  beforeEach(() => {
    vi.useFakeTimers()
    localStorage.clear()
    gone.mockReset()
    history.replaceState(null, '', '/')
  })
  afterEach(() => {
    heed('reset')
    document.documentElement.lang = ''
    vi.useRealTimers()
  })
  return {
    heed,
    gone,
    make,
    /** Makes it in a page that is idle. */
    started(...given: Parameters<typeof make>) {
      make(...given)
      vi.advanceTimersByTime(300)
    },
    host,
    tab: () => host()?.shadowRoot?.querySelector('[part=tab]'),
    /** What the launcher's place and colours come to. */
    styles: () =>
      [...(host()?.shadowRoot?.adoptedStyleSheets[0]?.cssRules ?? [])].map(({ cssText }) => cssText).join('\n'),
    status: () => new Promise<WidgetStatus>((tell) => heed('status', tell)),
  }
}
