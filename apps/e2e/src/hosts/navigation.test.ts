import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type HostPages, startHostPages } from '../testing/host-pages.ts'
import { openStage, type Stage } from '../testing/stage.ts'
import { joinTeam, type Team } from '../testing/team.ts'
import { widgetWords } from '../testing/widget-words.ts'
import { keepsItsPromises, launcherOf, launcherShows, npsOf, say, statusOf, widgetOf } from './promises.ts'
import { visitHost } from './visit-host.ts'

const words = widgetWords.en

/** Firefox before 147 and Safari before 26.2 have none. */
const withoutNavigationApi = (page: Page) =>
  page.addInitScript(() => Object.defineProperty(window, 'navigation', { value: undefined }))

/** The sample's prompt waits for one page alone, and for no delay there. */
const promptOnPlainPage = (page: Page) =>
  page.route(/\/w\/pk_sample\.js$/, async (route) => {
    const reply = await route.fetch()
    const text = await reply.text()
    const changed = text.replace('"trigger":{"delayMs":4000}', '"trigger":{"delayMs":0,"path":"/hosts/plain"}')
    await route.fulfill({ response: reply, body: changed })
  })

describe('the widget in an app that is never left', () => {
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

  const follow = async (page: Page, link: string, path: string) => {
    await page.getByRole('link', { name: link }).click()
    await page.waitForURL((url) => `${url.pathname}${url.search}` === path)
  }

  it.each([
    ['with the Navigation API', async () => {}],
    ['without it', withoutNavigationApi],
  ])('outlives bodies that Turbo swaps, %s', async (_, prepare) => {
    const visit = await visitHost(stage, pages.url('turbo'), { prepare })
    const { page } = visit
    await launcherShows(page)
    await say(page, 'open', 'ticket')
    const field = widgetOf(page).getByRole('textbox', { name: words.ticket })
    await field.fill('Half a question')

    await follow(page, 'Accounts', '/hosts/turbo?page=accounts')
    await page.getByText('?page=accounts').waitFor()
    expect(await field.inputValue()).toBe('Half a question')
    await field.fill('')
    await say(page, 'close')

    await follow(page, 'Cards', '/hosts/turbo?page=cards')
    await page.goBack()
    await page.getByText('?page=accounts').waitFor()
    const filed = page.waitForRequest((request) => /\/tickets\/\w+$/.test(request.url()))
    await keepsItsPromises(visit, page, team)

    expect((await filed).postDataJSON().context.page.url).toMatch(/\/hosts\/turbo\?page=accounts$/)
    expect(await visit.changed()).toEqual([])
    await visit.leave()
  })

  it.each([
    ['with the Navigation API at once', false],
    ['without it at the next click', true],
  ])('finds out that a page was reached where a prompt is due, %s', async (_, old) => {
    const { page, faults, leave } = await visitHost(stage, pages.url('turbo'), {
      prepare: async (fresh) => {
        await promptOnPlainPage(fresh)
        if (old) await withoutNavigationApi(fresh)
      },
    })
    await launcherOf(page).waitFor()
    const nps = await npsOf(page)
    expect((await statusOf(page)).surveys[nps]).toBe('waiting_for_page')

    await follow(page, 'Plain', '/hosts/plain')
    await page.getByRole('heading', { name: 'Plain' }).waitFor()
    if (old) await page.getByRole('button', { name: 'Pay' }).click()

    await widgetOf(page).getByRole('dialog', { name: words.question }).waitFor()
    expect(await widgetOf(page).count()).toBe(1)
    expect(faults).toEqual([])
    await leave()
  })

  it.each([
    ['before the widget came', 'strict-mode'],
    ['once it is there', 'strict-mode?ready'],
  ])('takes a component of React in Strict Mode, that comes twice, for one, %s', async (_, name) => {
    const visit = await visitHost(stage, pages.url(name))
    const { page } = visit
    const panel = widgetOf(page).getByRole('dialog', { name: words.help })
    await panel.waitFor()

    await expect.poll(() => page.locator('#app output').textContent()).toBe('help')
    expect(await panel.count()).toBe(1)
    expect(await statusOf(page)).toMatchObject({ identified: true, waiting: 0 })
    await say(page, 'close')
    const claimed = page.waitForRequest((request) => request.url().endsWith('/person'))
    await keepsItsPromises(visit, page, team)

    expect((await claimed).postDataJSON()).toMatchObject({ userId: 'strict-mode', account: { plan: 'Growth' } })
    expect(await visit.changed()).toEqual([])
    await visit.leave()
  })
})
