import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type HostPages, startHostPages } from '../testing/host-pages.ts'
import { openStage, type Stage } from '../testing/stage.ts'
import { joinTeam } from '../testing/team.ts'
import { widgetWords } from '../testing/widget-words.ts'
import { keepsItsPromises, launcherOf, launcherShows, say, statusOf, widgetOf } from './promises.ts'
import { visitHost } from './visit-host.ts'

const words = widgetWords.en

/** What the browser itself notes of a request that failed. */
const ofTheBrowser = /Failed to load resource|CORS policy/
const own = (faults: string[]) => faults.filter((line) => !ofTheBrowser.test(line))

type Reply = { status: number; body: string; type: string; retryAfter?: string }

/** Answers requests to store a ticket with something else, until it is calmed; `askedAt` has the time of each. */
const disturbTickets = async (page: Page, { status, body, type, retryAfter }: Reply) => {
  const askedAt: number[] = []
  let calm = false
  await page.route(/\/w\/pk_sample\/tickets\//, async (route) => {
    if (route.request().method() !== 'PUT') return route.continue()
    askedAt.push(Date.now())
    if (calm) return route.continue()
    const headers = {
      'content-type': type,
      'access-control-allow-origin': '*',
      'access-control-expose-headers': 'retry-after',
      ...(retryAfter && { 'retry-after': retryAfter }),
    }
    return route.fulfill({ status, headers, body })
  })
  return {
    askedAt,
    calm: () => {
      calm = true
    },
  }
}

describe('the widget on a bad network', () => {
  let stage: Stage
  let pages: HostPages
  beforeAll(async () => {
    stage = await openStage()
    pages = await startHostPages(stage.server.url)
  })
  afterAll(async () => {
    await pages.close()
    await stage.close()
  })

  /** Kills the server, and starts it again whatever became of the work in between. */
  const whileDown = async (work: () => Promise<void>) => {
    await stage.server.kill()
    await work().finally(stage.restart)
  }

  const writesTicket = async (page: Page, question: string) => {
    await say(page, 'open', 'ticket')
    await widgetOf(page).getByRole('textbox', { name: words.ticket }).fill(question)
    await widgetOf(page).getByRole('button', { name: words.sendTicket }).click()
  }

  it('leaves a page alone that its tag does not reach', async () => {
    const { page, faults, leave } = await stage.visit()
    await page.goto(pages.url('unreachable'))
    await say(page, 'open', 'help')
    await page.getByRole('button', { name: 'Pay' }).click()

    await page.getByText('Paid').waitFor()
    const said = await page.evaluate(() =>
      [...(window as unknown as { heed: { q: ArrayLike<string>[] } }).heed.q].map((words) => Array.from(words)),
    )
    expect(said).toEqual([
      ['open', 'help'],
      ['track', 'paid'],
    ])
    expect(await widgetOf(page).count()).toBe(0)
    expect(own(faults)).toEqual([])
    await leave()
  })

  it('says that a press did not get through while the server is down, and opens at the next once it is back', async () => {
    const visit = await visitHost(stage, pages.url('plain'))
    const { page, faults } = visit
    await launcherShows(page)

    await whileDown(async () => {
      await launcherOf(page).click()
      await widgetOf(page).getByRole('button', { name: '↻' }).waitFor()
      expect(await launcherOf(page).getAttribute('aria-busy')).toBe('false')
    })
    await launcherOf(page).click()

    await widgetOf(page).getByRole('dialog', { name: words.help }).waitFor()
    await say(page, 'close')
    expect(own(faults)).toEqual([])
    faults.length = 0
    await keepsItsPromises(visit, page, await joinTeam(stage.server.url))
    expect(await visit.changed()).toEqual([])
    await visit.leave()
  })

  it('keeps a ticket that was sent while the server was down, says so, and files it once when it is back', async () => {
    const { page, faults, leave } = await visitHost(stage, pages.url('plain'))
    const widget = widgetOf(page)
    const question = 'Sent to nobody at first'
    await say(page, 'open', 'ticket')
    await widget.getByRole('textbox', { name: words.ticket }).fill(question)
    await page.waitForLoadState('networkidle') // the other panels come along with the first

    await whileDown(async () => {
      await widget.getByRole('button', { name: words.sendTicket }).click()
      await widget.getByText(words.waiting).first().waitFor()
      await widget.getByRole('button', { name: words.messages }).click()
      await widget.getByText(question).first().waitFor()
      await say(page, 'close')
    })

    const back = await joinTeam(stage.server.url)
    await expect.poll(() => back.countTickets(question), { timeout: 40_000 }).toBe(1)
    await expect.poll(async () => (await statusOf(page)).waiting).toBe(0)
    expect(own(faults)).toEqual([])
    await leave()
  })

  it.each<[string, Reply, number]>([
    ['errors of its own', { status: 500, type: 'application/problem+json', body: '{"code":"internal"}' }, 0],
    ['429 with Retry-After', { status: 429, type: 'application/problem+json', body: '{}', retryAfter: '2' }, 2_000],
    [
      'a page in place of an answer',
      { status: 200, type: 'text/html', body: '<!doctype html><title>Sign in</title>' },
      0,
    ],
  ])('waits and tries again when the server answers with %s', async (name, reply, pauseMs) => {
    const { page, faults, leave } = await visitHost(stage, pages.url('plain'))
    const { askedAt, calm } = await disturbTickets(page, reply)
    const question = `Asked through ${name}`

    await writesTicket(page, question)
    await widgetOf(page).getByText(words.waiting).first().waitFor()
    calm()
    await widgetOf(page).getByText(words.ticketSent).waitFor()

    const [first = 0, second = 0] = askedAt
    expect(askedAt.length).toBeGreaterThanOrEqual(2)
    expect(second - first).toBeGreaterThanOrEqual(pauseMs)
    const now = await joinTeam(stage.server.url)
    expect(await now.countTickets(question)).toBe(1)
    expect(own(faults)).toEqual([])
    await leave()
  })

  it('is busy at one press on a slow network, and opens when all of it is there', async () => {
    const { page, faults, leave } = await stage.visit()
    const wire = await page.context().newCDPSession(page)
    await wire.send('Network.enable')
    await page.goto(pages.url('plain'), { waitUntil: 'domcontentloaded' })
    // Slow 3G: 400 kbit/s, and 400 ms to and fro.
    await wire.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 400,
      downloadThroughput: 50_000,
      uploadThroughput: 50_000,
    })
    await launcherShows(page)
    const help = widgetOf(page).getByRole('dialog', { name: words.help })

    await launcherOf(page).click()

    expect(await launcherOf(page).getAttribute('aria-busy')).toBe('true')
    expect(await help.count()).toBe(0)
    await help.waitFor()
    expect(await launcherOf(page).getAttribute('aria-busy')).not.toBe('true')
    expect(faults).toEqual([])
    await leave()
  })
})
