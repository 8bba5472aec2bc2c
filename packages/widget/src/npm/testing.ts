import { afterEach, beforeEach, vi } from 'vitest'
import { boot } from '../loader/boot.ts'
import { testConfig } from '../loader/testing.ts'
import type { HeedFunction } from './types.ts'

type Say = (...said: unknown[]) => void
export const page = window as { heed?: Say }

export const importLoader = vi.fn<(address: string) => Promise<unknown>>()

export const address = 'https://heed.test/w/pk_test.js'
export const options = { key: 'pk_test', host: 'https://heed.test' }

/** The module as a page has it that nothing was said to yet; another one for each test. */
export let heed: HeedFunction
/** What the console was told. */
export let warnings: string[]

export const widgets = () => document.querySelectorAll('heed-widget').length
export const addresses = () => importLoader.mock.calls.map(([asked]) => asked)
/** Until the page is idle and the widget drawn. */
export const settle = () => vi.advanceTimersByTimeAsync(1000)

/** Begins and ends a page's life around every test of the file. */
export const onAFreshPage = () => {
  beforeEach(async () => {
    vi.useFakeTimers()
    localStorage.clear()
    warnings = []
    vi.spyOn(console, 'warn').mockImplementation((line: string) => void warnings.push(line))
    importLoader.mockReset().mockImplementation(async () => boot(testConfig(), null))
    vi.resetModules()
    vi.doMock('./import-loader.ts', () => ({ importLoader }))
    heed = (await import('./index.ts')).heed
  })
  afterEach(() => {
    heed.stop()
    page.heed?.('stop')
    vi.useRealTimers()
    vi.restoreAllMocks()
  })
}
