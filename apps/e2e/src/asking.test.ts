import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBareHost } from './testing/bare-host.ts'
import { openStage, type Stage } from './testing/stage.ts'
import { widgetWords } from './testing/widget-words.ts'

const words = widgetWords.en
type Said = { heed: (...said: unknown[]) => void }
type Status = { surveys: Record<string, string>; words: Record<string, string> }

const promptOf = (page: Page) => page.locator('heed-widget').getByRole('dialog', { name: words.question })

/** Brings the tag into the page, with settings as `data-*`. */
const bring = (page: Page, src: string, settings: Record<string, string> = {}) =>
  page.evaluate(
    ([address, data]) =>
      new Promise((loaded, failed) => {
        const tag = document.createElement('script')
        Object.assign(tag, { onload: loaded, onerror: failed, src: address })
        Object.assign(tag.dataset, data)
        document.head.append(tag)
      }),
    [src, settings] as const,
  )

const statusOf = (page: Page) =>
  page.evaluate(() => new Promise<Status>((tell) => (window as unknown as Said).heed('status', tell)))

const reasonOf = async (page: Page) => Object.values((await statusOf(page)).surveys)[0]

describe('when the widget asks, and when it does not', () => {
  let stage: Stage
  let host: Awaited<ReturnType<typeof startBareHost>>
  let tag: string
  beforeAll(async () => {
    stage = await openStage()
    host = await startBareHost()
    tag = `${stage.server.url}/w/pk_sample.js`
  })
  afterAll(async () => {
    await host.close()
    await stage.close()
  })

  it('asks by itself with two downloads, the loader and the runtime', async () => {
    const { page, requests, leave } = await stage.visit()
    await page.goto(host.url)
    await bring(page, tag)
    await promptOf(page).waitFor()

    const downloads = requests.filter((line) => /GET \/w\/(pk_sample\.js|assets\/[^/]+\/runtime\.en\.js)$/.test(line))
    expect(downloads).toHaveLength(2)
    const before = requests.slice(0, requests.indexOf(downloads[1] ?? '') + 1)
    expect(before.filter((line) => line.includes('/w/'))).toHaveLength(2)
    await leave()
  })

  it('keeps nothing and asks nobody before consent, and does once it is given', async () => {
    const { page, leave } = await stage.visit()
    await page.goto(host.url)
    await bring(page, tag, { consent: 'required' })
    await page.locator('heed-widget [part~=tab]').click()
    await page.locator('heed-widget').getByRole('searchbox').waitFor()
    await page.keyboard.press('Escape')
    expect(await reasonOf(page)).toBe('no_consent')
    const kept = () =>
      page.evaluate(async () => [
        ...Object.keys(localStorage),
        ...(await indexedDB.databases()).map(({ name }) => name),
      ])
    expect(await kept()).toEqual([])

    await page.evaluate(() => (window as unknown as Said).heed('set', { consent: 'granted' }))

    await promptOf(page).waitFor()
    await expect.poll(kept).toContain('heed:pk_sample')
    await leave()
  })

  it('honours Global Privacy Control, and says so in words', async () => {
    const { page, leave } = await stage.visit()
    await page.addInitScript(() => Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }))
    await page.goto(host.url)
    await bring(page, tag)
    await page.locator('heed-widget [part~=tab]').waitFor()

    const { surveys, words: sentences } = await statusOf(page)

    expect(Object.values(surveys)).toEqual(['no_consent'])
    expect(sentences[Object.keys(surveys)[0] ?? '']).toMatch(/Global Privacy Control/)
    expect(await page.evaluate(() => localStorage.length)).toBe(0)
    await leave()
  })

  it('waits while a dialog of the page stands open', async () => {
    const { page, leave } = await stage.visit()
    await page.goto(host.url)
    await page.evaluate(() => {
      document.body.insertAdjacentHTML('beforeend', '<dialog><button>Fine</button></dialog>')
      document.querySelector('dialog')?.showModal()
    })
    await bring(page, tag)
    await page.locator('heed-widget [part~=tab]').waitFor()
    // Longer than the survey's delay: its moment comes and finds the dialog.
    await expect.poll(() => page.evaluate(() => performance.now())).toBeGreaterThan(9_000)
    expect(await reasonOf(page)).toBe('dialog_open')
    expect(await promptOf(page).count()).toBe(0)

    await page.getByRole('button', { name: 'Fine' }).evaluate((button) => button.closest('dialog')?.close())

    await promptOf(page).waitFor()
    await leave()
  })

  it('asks in one of two tabs, and in none after it was dismissed', async () => {
    const { page, leave } = await stage.visit()
    const other = await page.context().newPage()
    for (const tab of [page, other]) await tab.goto(host.url)
    await Promise.all([bring(page, tag), bring(other, tag)])
    await expect
      .poll(async () => (await Promise.all([page, other].map((tab) => promptOf(tab).count()))).sort())
      .toEqual([0, 1])

    const asking = (await promptOf(page).count()) ? page : other
    const quiet = asking === page ? other : page
    await promptOf(asking).getByRole('button', { name: words.close }).click()
    await quiet.bringToFront()

    // What this browser remembers, or what the server said: both tabs asked at the same moment.
    expect(['asked_recently', 'resting']).toContain(await reasonOf(quiet))
    expect(await promptOf(quiet).count()).toBe(0)
    await leave()
  })
})
