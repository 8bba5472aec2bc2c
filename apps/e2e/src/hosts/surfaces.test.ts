import { afterAll, beforeAll, expect, it } from 'vitest'
import { type HostPages, startHostPages } from '../testing/host-pages.ts'
import { openStage, type Stage } from '../testing/stage.ts'
import { widgetWords } from '../testing/widget-words.ts'

const words = widgetWords.en
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

it('draws every kind of survey, and help, in elements of the host page', async () => {
  const { page, faults, leave } = await stage.visit()
  await page.goto(pages.url('surfaces'))

  for (const survey of await page.locator('heed-survey').all()) {
    await survey.scrollIntoViewIfNeeded()
    await survey.getByRole('heading').waitFor()
  }
  const help = page.locator('heed-help')
  await help.getByRole('searchbox').fill('my card has not arrived')
  await help.getByRole('button', { name: /My card has not arrived/ }).waitFor()

  expect(await page.locator('heed-survey').getByRole('button', { name: words.close }).count()).toBe(0)
  expect(faults).toEqual([])
  await leave()
})

it('asks in an element once, and not again after the answer', async () => {
  const { page, requests, leave } = await stage.visit()
  await page.goto(pages.url('surfaces'))
  const survey = page.locator('heed-survey').first()
  await survey.getByRole('radio').last().click()
  await expect.poll(() => requests.filter((line) => line.includes('/responses/')).length).toBe(1)
  await expect
    .poll(() => page.evaluate(() => JSON.parse(localStorage.getItem('heed:pk_sample') ?? '{}').waiting ?? 0))
    .toBe(0)

  await page.reload()
  await page.locator('heed-survey').nth(1).getByRole('heading').waitFor()

  expect(await survey.getByRole('heading').count()).toBe(0)
  await leave()
})

it('is a floating button in a corner, and opens for buttons of the host page', async () => {
  const { page, leave } = await stage.visit()
  await page.goto(pages.url('surfaces'))
  const button = page.locator('heed-widget [part~=tab]')
  const box = await button.boundingBox()
  expect(box?.x).toBe(16)
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBe(900 - 16)

  await page.getByRole('button', { name: 'Ask us' }).click()

  const panel = page.locator('heed-widget [part~=panel]')
  await panel.getByRole('textbox', { name: words.ticket }).waitFor()
  expect((await panel.boundingBox())?.x).toBe(16)
  expect(await button.isVisible()).toBe(false)
  await page.keyboard.press('Escape')
  expect(await page.getByRole('button', { name: 'Ask us' }).evaluate((own) => own === document.activeElement)).toBe(
    true,
  )
  await leave()
})
