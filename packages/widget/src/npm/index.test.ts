import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { boot } from '../loader/boot.ts'
import { testConfig } from '../loader/testing.ts'
import type { HeedFunction } from './types.ts'

type Say = (...said: unknown[]) => void
const page = window as { heed?: Say }

const importLoader = vi.hoisted(() => vi.fn<(address: string) => Promise<unknown>>())
vi.mock('./import-loader.ts', () => ({ importLoader }))

const address = 'https://heed.test/w/pk_test.js'
const options = { key: 'pk_test', host: 'https://heed.test' }

let heed: HeedFunction
let warnings: string[]
/** How a page's life begins: with a module that nothing was said to yet. */
const freshModule = async () => {
  vi.resetModules()
  return (await import('./index.ts')).heed
}
const widgets = () => document.querySelectorAll('heed-widget').length
const addresses = () => importLoader.mock.calls.map(([asked]) => asked)
/** Until the page is idle and the widget drawn. */
const settle = () => vi.advanceTimersByTimeAsync(1000)

beforeEach(async () => {
  vi.useFakeTimers()
  localStorage.clear()
  warnings = []
  vi.spyOn(console, 'warn').mockImplementation((line: string) => void warnings.push(line))
  importLoader.mockReset().mockImplementation(async () => boot(testConfig(), null))
  heed = await freshModule()
})
afterEach(() => {
  heed.stop()
  page.heed?.('stop')
  vi.useRealTimers()
  vi.restoreAllMocks()
})

describe('starting', () => {
  it('fetches nothing and leaves no global before it', async () => {
    heed('track', 'signed_up')
    await settle()

    expect(importLoader).not.toHaveBeenCalled()
    expect('heed' in page).toBe(false)
  })

  it('brings the widget, with its settings', async () => {
    heed.start({ ...options, locale: 'de' })
    await settle()

    expect(addresses()).toEqual([address])
    expect(widgets()).toBe(1)
    expect(document.querySelector('heed-widget')?.shadowRoot?.querySelector('[lang]')?.getAttribute('lang')).toBe('de')
  })

  it('says what was said before, in order, and what is said while the loader is on its way', async () => {
    const heard: string[] = []
    heed('identify', { userId: '4711' })
    heed('status', ({ identified }) => heard.push(`first ${identified}`))
    heed('reset')
    heed.start(options)

    heed('status', ({ identified }) => heard.push(`second ${identified}`))
    await vi.waitFor(() => expect(heard).toHaveLength(2))
    heed('identify', { userId: '4711' })
    heed('status', ({ identified }) => heard.push(`third ${identified}`))
    await vi.waitFor(() => expect(heard).toHaveLength(3))

    expect(heard).toEqual(['first true', 'second false', 'third true'])
  })

  it('takes Heed from below a path, and a key as it is written', async () => {
    heed.start({ key: 'pk_a/b', host: 'https://example.com/feedback/' })
    await settle()

    expect(addresses()).toEqual(['https://example.com/feedback/w/pk_a%2Fb.js'])
  })

  it('does nothing the second time, and says so once when the key is another', async () => {
    heed.start(options)
    heed.start(options)
    await settle()
    heed.start({ ...options, host: 'https://heed.test/' })
    heed.start({ ...options, key: 'pk_other' })
    heed.start({ ...options, key: 'pk_other' })
    await settle()

    expect(addresses()).toEqual([address])
    expect(widgets()).toBe(1)
    expect(warnings).toEqual(['heed: another widget runs here; stop it before you start this one'])
  })

  it.each([
    ['nothing', undefined, 'key'],
    ['no key', { host: options.host }, 'key'],
    ['a secret key', { ...options, key: 'sk_live_1' }, 'key'],
    ['no host', { key: options.key }, 'host'],
    ['a host without a scheme', { ...options, host: 'heed.test' }, 'host'],
    ['a host that is no web address', { ...options, host: 'file:///heed' }, 'host'],
  ])('explains itself and does nothing with %s', async (_what, given, fault) => {
    heed.start(given as typeof options)
    await settle()

    expect(warnings).toEqual([expect.stringContaining(`heed: start needs \`${fault}\``)])
    expect(importLoader).not.toHaveBeenCalled()
    expect('heed' in page).toBe(false)
  })
})

describe('a page that has the tag', () => {
  it('keeps its widget, and hears what the module is told', async () => {
    const tag = vi.fn()
    heed('track', 'early')
    page.heed = tag

    heed.start(options)
    heed('open', 'ticket')
    heed.stop()
    await settle()

    expect(tag.mock.calls).toEqual([
      ['track', 'early'],
      ['open', 'ticket'],
    ])
    expect(page.heed).toBe(tag)
    expect(importLoader).not.toHaveBeenCalled()
    expect(warnings).toEqual([])
    delete page.heed
  })

  it('hears it also when nothing was started', () => {
    heed('track', 'early')
    page.heed = vi.fn()

    heed('track', 'late')

    expect(vi.mocked(page.heed).mock.calls).toEqual([
      ['track', 'early'],
      ['track', 'late'],
    ])
    delete page.heed
  })

  it('does not take an element called heed for it', async () => {
    Object.assign(page, { heed: document.createElement('div') })

    heed.start(options)
    await settle()

    expect(widgets()).toBe(1)
  })
})

describe('stopping', () => {
  it('takes widget and global away', async () => {
    heed.start(options)
    await settle()

    heed.stop()

    expect(widgets()).toBe(0)
    expect('heed' in page).toBe(false)
  })

  it('is the same as the command', async () => {
    heed.start(options)
    await settle()

    heed('stop')
    heed.start({ ...options, key: 'pk_other' })
    await settle()

    expect(addresses()).toEqual([address, 'https://heed.test/w/pk_other.js?2'])
    expect(warnings).toEqual([])
  })

  it('lets start come again, from another address because a module runs once', async () => {
    heed.start(options)
    await settle()
    heed.stop()

    heed.start(options)
    await settle()

    expect(addresses()).toEqual([address, `${address}?2`])
    expect(widgets()).toBe(1)
  })

  it('leaves nothing behind when it comes before the loader', async () => {
    let arrive = () => {}
    importLoader.mockImplementation(async () => {
      await new Promise<void>((resolve) => {
        arrive = resolve
      })
      boot(testConfig(), null)
    })
    heed.start(options)
    heed('track', 'signed_up')
    await settle()

    heed.stop()
    arrive()
    await settle()

    expect(addresses()).toEqual([address])
    expect(widgets()).toBe(0)
    expect('heed' in page).toBe(false)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('fetches once when stop and start follow each other at once', async () => {
    heed.start(options)
    heed.stop()
    heed.start(options)
    await settle()

    expect(addresses()).toEqual([address])
    expect(widgets()).toBe(1)
  })

  it('keeps a loader that comes too late from taking the place of the next', async () => {
    const settingsAtBoot: unknown[] = []
    const arrivals: (() => void)[] = []
    importLoader.mockImplementation(async () => {
      await new Promise<void>((resolve) => arrivals.push(resolve))
      settingsAtBoot.push((page.heed as { src?: string } | undefined)?.src)
      boot(testConfig(), null)
    })
    heed.start(options)
    await settle()
    heed.stop()
    heed.start({ ...options, key: 'pk_other' })
    await settle()

    arrivals[0]?.()
    await settle()
    arrivals[1]?.()
    await settle()

    expect(settingsAtBoot).toEqual([undefined, 'https://heed.test/w/pk_other.js'])
    expect(widgets()).toBe(1)
  })

  it('forgets what was said while there was nothing to say it to', async () => {
    const heard = vi.fn()
    heed('on', 'ready', heard)
    heed('stop')

    heed.start(options)
    await settle()

    expect(widgets()).toBe(1)
    expect(heard).not.toHaveBeenCalled()
  })
})

describe('a loader that does not come', () => {
  it('is asked for again, each time after twice as long, with one line in the console', async () => {
    importLoader.mockRejectedValueOnce(new TypeError('failed')).mockRejectedValueOnce(new TypeError('failed'))
    const ready = vi.fn()
    heed.start(options)
    heed('on', 'ready', ready)

    await vi.advanceTimersByTimeAsync(1999)
    expect(addresses()).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(addresses()).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(3999)
    expect(addresses()).toHaveLength(2)
    await settle()

    expect(addresses()).toEqual([address, `${address}?2`, `${address}?3`])
    expect(warnings).toEqual([`heed: no widget at ${address}; trying again`])
    expect(ready).toHaveBeenCalledOnce()
    expect(widgets()).toBe(1)
  })

  it('is asked for again when it came and took no place', async () => {
    importLoader.mockImplementationOnce(async () => {})
    heed.start(options)

    await vi.advanceTimersByTimeAsync(5000)

    expect(widgets()).toBe(1)
  })

  it('is not asked for any more after stop', async () => {
    importLoader.mockRejectedValue(new TypeError('failed'))
    heed.start(options)
    await settle()

    heed.stop()
    await vi.advanceTimersByTimeAsync(60_000)

    expect(addresses()).toHaveLength(1)
    expect(vi.getTimerCount()).toBe(0)
  })
})
