import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type HostPages, startHostPages } from '../testing/host-pages.ts'
import { openStage, type Stage } from '../testing/stage.ts'
import { joinTeam, type Team } from '../testing/team.ts'
import { widgetWords } from '../testing/widget-words.ts'
import { keepsItsPromises, launcherOf, npsOf, say, statusOf, widgetOf } from './promises.ts'
import { visitHost } from './visit-host.ts'

const words = widgetWords.en

describe('the widget where the clock is wrong by a year', () => {
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

  const promptOf = (page: Page) => widgetOf(page).getByRole('dialog', { name: words.question })
  const reasonOf = async (page: Page) => {
    await launcherOf(page).waitFor()
    return (await statusOf(page)).surveys[await npsOf(page)]
  }
  /** Is shown the prompt, and closes it. */
  const isAsked = async (page: Page) => {
    await say(page, 'survey', await npsOf(page))
    await promptOf(page).getByRole('button', { name: words.close }).click()
    await expect.poll(async () => (await statusOf(page)).waiting).toBe(0)
  }

  describe.each(['clock-ahead', 'clock-behind'])('%s', (name) => {
    it('keeps its promises', async () => {
      const visit = await visitHost(stage, pages.url(name))

      await keepsItsPromises(visit, visit.page, team)

      expect(await visit.changed()).toEqual([])
      await visit.leave()
    })

    it('asks once, and again when the clock is put right, not a year later', async () => {
      const { page, faults, leave } = await stage.visit()
      await page.goto(pages.url(name))
      await isAsked(page)

      await page.reload()
      expect(await reasonOf(page)).toBe('asked_recently')
      await page.goto(pages.url('plain'))

      expect(await reasonOf(page)).toBe('armed')
      expect(faults).toEqual([])
      await leave()
    })
  })

  it.each([
    ['clock-ahead', ['']],
    ['clock-behind', ['', '?later=8']],
  ])(
    'leaves somebody alone whom the server knows to be asked, and does not rest for a year, %s',
    async (name, pagesOf) => {
      const userId = `asked-elsewhere-${name}`
      const elsewhere = await stage.visit()
      await elsewhere.page.goto(pages.url('plain'))
      await say(elsewhere.page, 'identify', { userId })
      await isAsked(elsewhere.page)
      await elsewhere.leave()

      const { page, faults, leave } = await stage.visit()
      for (const later of pagesOf) {
        const heard = page.waitForResponse((response) => response.url().endsWith('/asks'))
        await page.goto(`${pages.url(name)}${later}`)
        await say(page, 'identify', { userId })

        expect(await (await heard).json()).toMatchObject({ granted: false, reason: 'asked_recently' })
        expect(await promptOf(page).count()).toBe(0)
      }
      expect(faults).toEqual([])
      await leave()
    },
  )
})
