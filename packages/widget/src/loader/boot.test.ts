import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { boot } from './boot.ts'
import { testConfig } from './testing.ts'

type Heed = ((...said: unknown[]) => void) & { q?: unknown[][] }
const page = window as { heed?: Heed }

const config = testConfig()
const scriptAt = (src: string) => Object.assign(document.createElement('script'), { src })
const script = scriptAt('https://heed.test/w/pk_test.js')

/** The snippet as a host page pastes it. */
const stub = () => {
  const heed: Heed = (...said) => {
    heed.q = heed.q ?? []
    heed.q.push(said)
  }
  return heed
}

beforeEach(() => {
  vi.useFakeTimers()
  localStorage.clear()
})
afterEach(() => {
  page.heed?.('reset')
  delete page.heed
  vi.useRealTimers()
})

it('replays what was said before the loader came, in order', async () => {
  const heard: string[] = []
  page.heed = stub()
  page.heed('identify', { userId: 'first' })
  page.heed('status', (status: { identified: boolean }) => heard.push(`first status ${status.identified}`))
  page.heed('reset')
  page.heed('status', (status: { identified: boolean }) => heard.push(`second status ${status.identified}`))

  boot(config, script)

  await vi.waitFor(() => expect(heard).toEqual(['first status true', 'second status false']))
})

it('leaves a page alone whose second tag loads after the first', () => {
  page.heed = stub()
  boot(config, script)
  const first = page.heed

  boot({ ...config, key: 'pk_other' }, scriptAt('https://heed.test/w/pk_other.js'))

  expect(page.heed).toBe(first)
})

it('starts without any snippet', () => {
  boot(config, script)

  expect(page.heed).toBeTypeOf('function')
})

it('does nothing when neither a tag nor the npm package brought it', () => {
  boot(config, null)

  expect(page.heed).toBeUndefined()
})

it('takes address and settings from the npm package, which has no tag', () => {
  page.heed = Object.assign(stub(), { src: script.src, settings: { locale: 'de' } })

  boot(config, null)
  vi.runAllTimers()

  expect(document.querySelector('heed-widget')?.shadowRoot?.querySelector('[lang]')?.getAttribute('lang')).toBe('de')
})

it('takes its settings from the data attributes of the tag', () => {
  const tag = scriptAt('https://heed.test/w/pk_test.js')
  Object.assign(tag.dataset, { locale: 'ar', position: 'left', launcher: 'false' })

  boot(config, tag)
  vi.runAllTimers()

  const region = document.querySelector('heed-widget')?.shadowRoot?.querySelector<HTMLElement>('[lang]')
  expect(region?.lang).toBe('ar')
  expect(region?.hidden).toBe(true)
})

it('takes the global along when the host page stops it', () => {
  boot(config, script)

  page.heed?.('stop')

  expect('heed' in page).toBe(false)
})
