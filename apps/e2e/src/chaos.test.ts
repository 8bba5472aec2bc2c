import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { type ChaosProxy, startChaosProxy } from './testing/chaos-proxy.ts'
import { chromiumArgs } from './testing/chromium-args.ts'
import { type RunningServer, startServer } from './testing/server.ts'
import { joinTeam, type Team } from './testing/team.ts'
import { widgetWords } from './testing/widget-words.ts'

const words = widgetWords.en
/** A run of a thousand: docs/measurements.md. */
const browsers = Number(process.env.HEED_CHAOS_BROWSERS ?? 8)
/** Below the server's limit of tickets an hour for one visitor; each round is another user of the browser. */
const submissionsAPerson = 10
const rounds = Number(process.env.HEED_CHAOS_ROUNDS ?? 2)
const submissions = browsers * rounds * submissionsAPerson

type Said = { heed: (...said: unknown[]) => void }

let folder: string
let server: RunningServer
let proxy: ChaosProxy
let browser: Browser
let team: Team
let surveyId: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'heed-e2e-'))
  await cp(inject('sampleFolder'), folder, { recursive: true })
  server = await startServer({
    HEED_DATA_DIR: folder,
    HEED_TRUSTED_PROXIES: '127.0.0.1',
    HEED_ALLOW_SAMPLE_KEYS_BEYOND_LOOPBACK: 'yes',
  })
  proxy = await startChaosProxy(server.url, 0.3, 20_261_125)
  browser = await chromium.launch({ executablePath: inject('chromiumPath'), args: chromiumArgs })
  team = await joinTeam(server.url)
  surveyId = await team.surveyOf('nps')
})
afterAll(async () => {
  await browser.close()
  await proxy.close()
  await server.stop()
  await rm(folder, { recursive: true, force: true })
})

const openPage = async (context: BrowserContext) => {
  const page = await context.newPage()
  await page.goto(`${proxy.url}/host`)
  await page.waitForFunction(() => 'heed' in window)
  return page
}

/** Says something until it is heard: of the widget's downloads some fail as well, and a person tries again. */
const until = async (try_: () => Promise<unknown>, there: () => Promise<unknown>) => {
  for (let tries = 0; tries < 40; tries++) {
    await try_()
    if (
      await there().then(
        () => true,
        () => false,
      )
    )
      return
  }
  throw new Error('the widget did not come in 40 tries')
}

const say = (page: Page, ...said: unknown[]) => page.evaluate((all) => (window as unknown as Said).heed(...all), said)

const fileTicket = async (page: Page, text: string) => {
  const field = page.locator('heed-widget').getByRole('textbox', { name: words.ticket })
  await say(page, 'close')
  await until(
    () => say(page, 'open', 'ticket'),
    () => field.waitFor({ timeout: 1_000 }),
  )
  await field.fill(text)
  await page.locator('heed-widget').getByRole('button', { name: words.sendTicket }).click()
  await field.waitFor({ state: 'detached' })
}

const answer = async (page: Page, text: string) => {
  const prompt = page.locator('heed-widget').getByRole('dialog', { name: words.question })
  await say(page, 'close')
  await until(
    () => say(page, 'survey', surveyId),
    () => prompt.waitFor({ timeout: 1_000 }),
  )
  await prompt.getByRole('radio', { name: /^10\b/ }).click()
  await prompt.getByRole('textbox').fill(text)
  await prompt.getByRole('button', { name: words.send, exact: true }).click()
  await prompt.getByRole('textbox').waitFor({ state: 'detached' })
}

/** Until the browser's database has written what was said: what comes after in line is a read. */
const written = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((done) => {
        const opening = indexedDB.open('heed:pk_sample')
        // Where the outbox has not come yet there is none, and none is to be made: what was said waits elsewhere.
        opening.onupgradeneeded = () => opening.transaction?.abort()
        opening.onerror = () => done()
        opening.onsuccess = () => {
          const reading = opening.result.transaction('outbox', 'readonly').objectStore('outbox').count()
          reading.onsuccess = () => {
            opening.result.close()
            done()
          }
        }
      }),
  )

/** One browser profile: people say things, tabs are killed, the network goes and comes. */
const speak = async (context: BrowserContext, number: number) => {
  for (let round = 0; round < rounds; round++) {
    const page = await openPage(context)
    await say(page, 'identify', { userId: `chaos-${number}-${round}` })
    for (let said = 0; said < submissionsAPerson; said++) {
      if (said === 4) await context.setOffline(true)
      // An open panel needs no network; one that is opened does.
      if (said === 6) await context.setOffline(false)
      const text = `chaos ${number}-${round}-${said}`
      if (said === 4 || said === 5 || said % 2 === 0) await fileTicket(page, text)
      else await answer(page, text)
    }
    await written(page)
    await page.close()
  }
}

it('loses nothing and stores nothing twice, through a network that fails in every way', async () => {
  const contexts = await Promise.all(Array.from({ length: browsers }, () => browser.newContext()))
  await Promise.all(contexts.map(speak))
  proxy.calm()
  const last = await Promise.all(contexts.map(openPage))
  for (const page of last) {
    await expect
      .poll(() => page.evaluate(() => JSON.parse(localStorage.getItem('heed:pk_sample') ?? '{}').waiting ?? 0), {
        timeout: 180_000,
        interval: 250,
      })
      .toBe(0)
  }

  const texts = [...(await storedTexts('/tickets', 'preview')), ...(await storedTexts('/responses', 'comment'))].filter(
    (text) => text?.startsWith('chaos '),
  )
  expect(new Set(texts).size).toBe(submissions)
  expect(texts).toHaveLength(submissions)
  // About two requests go with a submission, and three in ten are dropped.
  expect(proxy.done.droppedRequests + proxy.done.droppedReplies).toBeGreaterThan(submissions / 4)
  expect(proxy.done.stormed).toBeGreaterThan(20)
}, 600_000)

const storedTexts = async (path: string, field: 'preview' | 'comment') => {
  const texts: (string | null)[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    type Listed = { items: Record<string, string | null>[]; nextCursor: string | null }
    const query = new URLSearchParams({ days: '1', limit: '100', ...(cursor && { cursor }) })
    const page: Listed = await team.read<Listed>(`${path}?${query}`)
    texts.push(...page.items.map((item) => item[field] ?? null))
    cursor = page.nextCursor
  }
  return texts
}
