import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type HostPages, startHostPages } from '../testing/host-pages.ts'
import { openStage, type Stage } from '../testing/stage.ts'
import { joinTeam, type Team } from '../testing/team.ts'
import { widgetWords } from '../testing/widget-words.ts'
import { keepsItsPromises, launcherOf, say, statusOf, widgetOf } from './promises.ts'
import { visitHost } from './visit-host.ts'

const words = widgetWords.en

describe('the widget where it is not alone', () => {
  let stage: Stage
  let pages: HostPages
  let team: Team
  beforeAll(async () => {
    stage = await openStage()
    pages = await startHostPages(stage.server.url)
    team = await joinTeam(stage.server.url)
  })
  afterAll(async () => {
    await pages.close()
    await stage.close()
  })

  const innerFrame = async (page: Page) => {
    const frame = await (await page.waitForSelector('iframe')).contentFrame()
    if (!frame) throw new Error('the iframe has no page')
    await launcherOf(frame).waitFor()
    return frame
  }

  it('works in a sandboxed iframe that keeps its origin', async () => {
    const visit = await stage.visit()
    await visit.page.goto(pages.url('sandbox-same-origin'))

    await keepsItsPromises(visit, await innerFrame(visit.page), team)

    await visit.leave()
  })

  it('stays quiet in a sandboxed iframe of no origin, and keeps what is typed', async () => {
    const { page, faults, requests, leave } = await stage.visit()
    const thrown: string[] = []
    page.on('pageerror', (error) => thrown.push(error.message))
    await page.goto(pages.url('sandbox'))
    const frame = await innerFrame(page)
    const widget = widgetOf(frame)
    await say(frame, 'open', 'ticket')
    await widget.getByRole('textbox', { name: words.ticket }).fill('Said in a sandbox')
    await widget.getByRole('button', { name: words.sendTicket }).click()

    await widget.getByText(words.busy).first().waitFor()
    // There is no storage: as long as the page lasts.
    expect(await widget.getByText(words.waiting).count()).toBe(0)
    await widget.getByRole('button', { name: words.messages }).click()
    await widget.getByText('Said in a sandbox').first().waitFor()

    expect((await statusOf(frame)).waiting).toBe(1)
    expect(await team.countTickets('Said in a sandbox')).toBe(0)
    expect(thrown).toEqual([])
    // The browser itself notes each reply that it keeps from a page whose origin the server does not know.
    expect(faults.filter((line) => !/CORS policy|net::ERR_FAILED/.test(line))).toEqual([])
    expect(requests.filter((line) => line.startsWith('PUT')).length).toBeLessThan(4)
    await leave()
  })

  it('does not come twice where there are two keys: the first tag to arrive stays', async () => {
    let release = () => {}
    const first = new Promise<void>((resolve) => {
      release = resolve
    })
    const visit = await visitHost(stage, pages.url('two-keys'), {
      // The sample has one key, so the other's loader is the sample's under another name.
      prepare: (page) =>
        page.route(/\/w\/pk_other\.js$/, async (route) => {
          const reply = await route.fetch({ url: `${stage.server.url}/w/pk_sample.js` })
          await first
          await route.fulfill({ response: reply, body: (await reply.text()).replaceAll('pk_sample', 'pk_other') })
        }),
    })
    const { page, requests } = visit
    await launcherOf(page).waitFor()
    const own = await page.evaluateHandle(() => (window as unknown as { heed: unknown }).heed)
    const second = page.waitForResponse((response) => response.url().endsWith('/w/pk_other.js'))
    release()
    await (await second).finished()
    await page.waitForLoadState('load')

    await keepsItsPromises(visit, page, team)

    expect(await own.evaluate((heed) => heed === (window as unknown as { heed: unknown }).heed)).toBe(true)
    expect(requests.filter((line) => line.includes('/w/pk_other/'))).toEqual([])
    expect(await visit.changed()).toEqual([])
    await visit.leave()
  })
})
