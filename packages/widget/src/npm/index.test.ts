import { describe, expect, it, vi } from 'vitest'
import {
  address,
  addresses,
  heed,
  importLoader,
  onAFreshPage,
  options,
  page,
  settle,
  warnings,
  widgets,
} from './testing.ts'

onAFreshPage()

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
