import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { say, statusOf, widgetOf } from './hosts/promises.ts'
import { refused } from './testing/refused.ts'
import { openStage, type Stage } from './testing/stage.ts'
import { joinTeam, type Team } from './testing/team.ts'
import { widgetWords } from './testing/widget-words.ts'

const words = widgetWords.en

describe('what a person says', () => {
  let stage: Stage
  let team: Team
  beforeAll(async () => {
    stage = await openStage()
    team = await joinTeam(stage.server.url)
  })
  afterAll(() => stage.close())

  const host = () => `${stage.server.url}/demo`
  const field = (page: Page) => widgetOf(page).getByRole('textbox', { name: words.ticket })
  const asks = async (page: Page, question: string) => {
    await say(page, 'open', 'ticket')
    await field(page).fill(question)
    await widgetOf(page).getByRole('button', { name: words.sendTicket }).click()
  }

  it('is sent after a reset also while another tab stands open', async () => {
    const { page, leave } = await stage.visit()
    const other = await page.context().newPage()
    for (const tab of [other, page]) {
      await tab.goto(host())
      await say(tab, 'open', 'messages')
      await widgetOf(tab).getByRole('heading', { name: words.messages }).waitFor()
    }

    await say(page, 'reset')
    await asks(page, 'Do two tabs get along?')

    await widgetOf(page).getByText(words.ticketSent).waitFor()
    await asks(other, 'And the other way round?')
    await widgetOf(other).getByText(words.ticketSent).waitFor()
    await leave()
  })

  it('is sent with a file as it was chosen, which changes and goes before', async () => {
    const { page, leave } = await stage.visit()
    const path = join(stage.folder, 'chosen.txt')
    await page.goto(host())
    await say(page, 'open', 'ticket')
    await writeFile(path, 'as it was')
    await widgetOf(page).locator('input[type=file]').setInputFiles(path)
    await widgetOf(page).getByText('chosen.txt').waitFor()
    await rm(path)

    await asks(page, 'What does my file say?')

    await widgetOf(page).getByText(words.ticketSent).waitFor()
    await expect.poll(async () => (await statusOf(page)).waiting).toBe(0)
    expect(await team.countTickets('What does my file say?')).toBe(1)
    await leave()
  })

  it('comes back, where the server refuses it, below what is being typed by then', async () => {
    const { page, leave } = await stage.visit()
    await page.goto(host())
    let away = true
    await page.route(/\/tickets\/tkt_/, (route) => (away ? route.abort() : route.fulfill(refused)))
    await asks(page, 'The first question')
    await widgetOf(page).getByText(words.waiting).waitFor()
    await say(page, 'open', 'ticket')
    await field(page).pressSequentially('The second')

    away = false

    await expect.poll(() => field(page).inputValue()).toBe('The second\nThe first question')
    await field(page).press('!')
    expect(await field(page).inputValue()).toBe('The second!\nThe first question')
    await leave()
  })
})
