import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bringAxe, checkPage } from './testing/axe.ts'
import { sampleSignIn } from './testing/sample.ts'
import { openStage, type Stage } from './testing/stage.ts'

describe('the results of a survey', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
  })
  afterAll(() => stage.close())

  const signIn = async (page: Page) => {
    await page.goto(`${stage.server.url}/sign-in?next=${encodeURIComponent('/surveys')}`)
    await page.getByLabel('E-mail').fill(sampleSignIn.email)
    await page.getByLabel('Password').fill(sampleSignIn.password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('link', { name: 'Customer NPS', exact: true }).first().click()
    await page
      .getByText(/NPS \d+, between/)
      .first()
      .waitFor()
  }

  it('are cut, opened down to the answer, compared, and shared with somebody who is not signed in', async () => {
    const { page, faults, leave } = await stage.visit({ bypassCSP: true })
    await bringAxe(page)
    await signIn(page)
    const cut = page.getByRole('region', { name: 'By plan' })
    await cut.getByText('more than chance').first().waitFor()
    await checkPage(page, 'results')

    await page.getByLabel('Cut by').selectOption('tenure')
    const tenures = page.getByRole('region', { name: 'By tenure' })
    const answers = tenures.getByRole('link', { name: /Answers of 1 year or longer/ })
    const counted = await answers.textContent()
    await answers.click()
    await page.getByText(`${counted} answers`).waitFor()
    await page
      .getByRole('listitem')
      .filter({ has: page.locator('[data-row]') })
      .first()
      .locator('[data-row]')
      .click()
    await page.getByRole('heading', { name: /^Answer from/ }).waitFor()

    await page.goBack()
    await page.goBack()
    await tenures.waitFor()
    await page.getByRole('link', { name: 'Compare' }).click()
    await page
      .getByText(/(above|below|are the same)/)
      .first()
      .waitFor()
    await checkPage(page, 'comparison')
    await page.getByRole('link', { name: 'Sampling' }).click()
    await page.getByRole('table', { name: 'Groups of the sample' }).waitFor()
    await checkPage(page, 'sampling')
    await page.getByRole('link', { name: 'Comments' }).click()
    await page.locator('[data-row]').nth(5).waitFor()
    await checkPage(page, 'comments')

    await page.getByRole('link', { name: 'Results', exact: true }).click()
    await page.getByRole('button', { name: 'Share' }).click()
    await page.getByRole('button', { name: 'Make a link' }).click()
    const address = await page.getByRole('textbox', { name: 'Link' }).inputValue()
    await checkPage(page, 'sharing')
    const said = await page
      .getByText(/NPS \d+, between .+ answers from/)
      .first()
      .textContent()

    const stranger = await stage.visit({ bypassCSP: true })
    await bringAxe(stranger.page)
    await stranger.page.goto(address)
    await stranger.page.getByText(said ?? 'nothing').waitFor()
    await checkPage(stranger.page, 'shared results')
    expect(stranger.requests.filter((request) => request.includes('/api/'))).toEqual([])
    expect(await stranger.page.context().cookies()).toEqual([])

    await page.getByRole('button', { name: /^Take back the link/ }).click()
    await page.getByText('No link was made yet.').waitFor()
    await stranger.page.reload()
    await stranger.page.getByText('This link no longer works').first().waitFor()
    expect(faults).toEqual([])
    await stranger.leave()
    await leave()
  })

  it('go along with a comment that is starred and named by keyboard', async () => {
    const { page, leave } = await stage.visit()
    await signIn(page)
    await page.getByRole('link', { name: 'Comments' }).click()
    await page.locator('[data-row]').first().waitFor()

    await page.keyboard.press('j')
    await page.keyboard.press('s')
    await page.getByRole('button', { name: 'Star this answer', pressed: true }).waitFor()
    await page.keyboard.press('a')
    const areas = page.getByRole('dialog', { name: 'What is this answer about?' })
    const kept = page.waitForResponse((reply) => reply.url().endsWith('/areas') && reply.request().method() === 'PUT')
    await areas.getByRole('checkbox').first().press('Space')
    expect((await kept).status()).toBe(200)
    await page.keyboard.press('Escape')

    await page.reload()
    await page.getByLabel('Starred').check()
    await expect.poll(() => page.locator('[data-row]').count()).toBe(1)
    expect(await page.locator('[data-response] .tag').count()).toBeGreaterThan(0)
    await leave()
  })

  it('fit on a phone in the dark, and have no axe violation there', async () => {
    const { page, leave } = await stage.visit({
      viewport: { width: 390, height: 844 },
      colorScheme: 'dark',
      bypassCSP: true,
    })
    await bringAxe(page)
    await signIn(page)
    await page.getByRole('region', { name: 'By plan' }).waitFor()
    await checkPage(page, 'results on a phone')
    await page.getByRole('link', { name: 'Charts' }).click()
    await page.locator('.multiple canvas').first().waitFor()
    await checkPage(page, 'small multiples on a phone')
    await page.getByRole('link', { name: 'Compare' }).click()
    await page.getByRole('heading', { name: 'The difference' }).waitFor()
    await checkPage(page, 'comparison on a phone')
    await page.getByRole('link', { name: 'Sampling' }).click()
    await page.getByRole('table', { name: 'Groups of the sample' }).waitFor()
    await checkPage(page, 'sampling on a phone')
    await page.getByRole('button', { name: /^Notices/ }).click()
    await checkPage(page, 'notices on a phone')
    await leave()
  })

  it('print on one page, light, whatever the theme', async () => {
    const { page, leave } = await stage.visit({ colorScheme: 'dark' })
    await signIn(page)
    await page.getByRole('region', { name: 'By plan' }).waitFor()
    await page.locator('.time-plot canvas').first().waitFor()

    const paper = await page.pdf({ preferCSSPageSize: true })

    expect(paper.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1)
    await leave()
  })
})
