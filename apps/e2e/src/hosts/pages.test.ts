import type { BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type HostPages, startHostPages } from '../testing/host-pages.ts'
import { openStage, type Stage } from '../testing/stage.ts'
import { joinTeam, type Team } from '../testing/team.ts'
import { type WidgetWords, widgetWords } from '../testing/widget-words.ts'
import { cardShows, keepsItsPromises, launcherOf, liesWithin, widgetOf } from './promises.ts'
import { visitHost } from './visit-host.ts'

/** 200 % of zoom is half of the pixels. */
const zoomed: BrowserContextOptions = { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 }

describe('the widget in a hostile page', () => {
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

  it.each<[string, string, WidgetWords, BrowserContextOptions]>([
    ['as it is anywhere', 'plain', widgetWords.en, {}],
    ['under a strict CSP with Trusted Types', 'strict-csp', widgetWords.en, {}],
    ['under host CSS that resets everything', 'reset-css', widgetWords.en, {}],
    ['under filters and transforms', 'transformed', widgetWords.en, {}],
    ['in a war of z-indexes', 'z-index', widgetWords.en, {}],
    ['right to left', 'rtl', widgetWords.ar, {}],
    ['at 200 % zoom', 'plain', widgetWords.en, zoomed],
    ['beside AMD and CommonJS', 'module-globals', widgetWords.en, {}],
    ['beside patched prototypes', 'patched-prototypes', widgetWords.en, {}],
    ['where storage throws', 'blocked-storage', widgetWords.en, {}],
    ['where the npm package brings it', 'npm', widgetWords.en, {}],
    ['where the tag stands twice', 'two-tags', widgetWords.en, {}],
  ])('keeps its promises %s', async (_, name, words, browser) => {
    const visit = await visitHost(stage, pages.url(name), { browser })

    await keepsItsPromises(visit, visit.page, team, words)

    expect(await visit.changed()).toEqual([])
    await visit.leave()
  })

  it('scrolls what does not fit into its panel at 200 % zoom', async () => {
    const { page, faults, leave } = await visitHost(stage, pages.url('plain'), { browser: zoomed })
    await launcherOf(page).click()
    await widgetOf(page).getByRole('button', { name: widgetWords.en.ask }).click()
    const panel = widgetOf(page).getByRole('dialog')
    const field = panel.getByRole('textbox', { name: widgetWords.en.ticket })
    await field.fill('my card has not arrived yet')
    const article = panel.getByRole('button', { name: /My card has not arrived/ })
    await article.waitFor()

    await article.scrollIntoViewIfNeeded()

    await cardShows(panel)
    await liesWithin(article, panel)
    await field.scrollIntoViewIfNeeded()
    await liesWithin(field, panel)
    expect(faults).toEqual([])
    await leave()
  })
})
