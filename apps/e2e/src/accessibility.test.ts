import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleSignIn } from './testing/sample.ts'
import { openStage, type Stage } from './testing/stage.ts'
import { widgetWords } from './testing/widget-words.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
declare const axe: { run: (context: Document, options: object) => Promise<AxeResults> }

/** What axe finds wrong on the page as it stands, open shadow roots included. */
const violationsOf = async (page: Page) => {
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'))
  const results = await page.evaluate(async () => axe.run(document, { resultTypes: ['violations'] }))
  return results.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.flat().join(' ')).join(', ')}`,
  )
}

const looks = [
  ['1440 light', { viewport: { width: 1440, height: 900 }, colorScheme: 'light' }],
  ['390 dark', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' }],
  ['390 light', { viewport: { width: 390, height: 844 }, colorScheme: 'light' }],
  ['1440 dark', { viewport: { width: 1440, height: 900 }, colorScheme: 'dark' }],
] as const

describe.each(looks)('no axe violation, and nothing wider than the screen, at %s', (_look, options) => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
  })
  afterAll(() => stage.close())

  const visit = async () => {
    // axe is put in by the test, so the page's own policy must not stop it.
    const visiting = await stage.visit({ ...options, bypassCSP: true })
    await visiting.page.addInitScript({ content: axeSource })
    return visiting
  }
  const check = async (page: Page, where: string) => {
    expect({ where, violations: await violationsOf(page) }).toEqual({ where, violations: [] })
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect({ where, overflow }).toEqual({ where, overflow: 0 })
  }

  it('on every screen of the dashboard', async () => {
    const { page, leave } = await visit()
    await page.goto(`${stage.server.url}/sign-in`)
    await page.getByRole('button', { name: 'Sign in' }).waitFor()
    await check(page, 'sign-in')
    await page.getByLabel('E-mail').fill(sampleSignIn.email)
    await page.getByLabel('Password').fill(sampleSignIn.password)
    await page.getByRole('button', { name: 'Sign in' }).click()

    await page
      .getByText(/between/)
      .first()
      .waitFor()
    await page.getByRole('link', { name: 'Enterprise' }).first().waitFor()
    await check(page, 'overview')
    await page.getByRole('button', { name: 'Filter', exact: true }).click()
    await page.getByRole('checkbox').first().waitFor()
    await check(page, 'segment editor')
    await page.getByRole('button', { name: 'Done' }).click()
    await page.goto(`${stage.server.url}/?plan=nobody`)
    await page
      .getByText(/No customer fits|No answers/)
      .first()
      .waitFor()
    await check(page, 'overview of an empty segment')

    await page.goto(`${stage.server.url}/responses?commented=true`)
    await page.getByRole('listitem').nth(5).waitFor()
    await check(page, 'responses')
    await page.locator('a[href*="/responses/rsp_"]').first().click()
    await page.getByRole('heading', { level: 1 }).waitFor()
    await check(page, 'response')

    await page.goto(`${stage.server.url}/tickets`)
    await page.locator('a[href*="/tickets/tkt_"]').first().waitFor()
    await check(page, 'inbox')
    await page.locator('a[href*="/tickets/tkt_"]').first().click()
    await page.getByRole('textbox').first().waitFor()
    await check(page, 'ticket')
    await page.goto(`${stage.server.url}/no-such-page`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await check(page, 'not found')
    await leave()
  })

  it.each([
    ['demo-nadia', widgetWords.en],
    ['demo-maryam', widgetWords.ar],
  ])('in every state of the widget, for %s', async (as, words) => {
    const { page, leave } = await visit()
    await page.goto(`${stage.server.url}/demo?as=${as}`)
    const widget = page.locator('heed-widget')
    await widget.locator('[part~=tab]').waitFor()
    await check(page, 'at rest')
    const prompt = widget.getByRole('dialog', { name: words.question })
    await prompt.waitFor()
    await check(page, 'prompt')
    await prompt.getByRole('radio', { name: /^9\b/ }).click()
    await prompt.getByRole('textbox').waitFor()
    await check(page, 'follow-up')
    await prompt.getByRole('button', { name: words.send, exact: true }).click()
    await widget.getByText(words.thanks).first().waitFor()
    await check(page, 'thanks')
    await widget.getByRole('button', { name: words.close }).first().click()

    await widget.locator('[part~=tab]').click()
    await widget.getByRole('button', { name: words.ask }).waitFor()
    await check(page, 'home panel')
    await widget.getByRole('button', { name: words.ask }).click()
    await widget.getByRole('textbox', { name: words.ticket }).fill('my card has not arrived yet')
    await widget.getByRole('button', { name: /My card has not arrived/ }).waitFor()
    await check(page, 'suggestions')
    await widget.getByRole('button', { name: /My card has not arrived/ }).click()
    await widget.getByRole('button', { name: words.notSolved }).waitFor()
    await check(page, 'article')
    await widget.getByRole('button', { name: words.notSolved }).click()
    await widget.getByRole('button', { name: words.sendTicket }).click()
    await widget.getByText(words.ticketSent).waitFor()
    await check(page, 'ticket sent')
    await leave()
  })
})
