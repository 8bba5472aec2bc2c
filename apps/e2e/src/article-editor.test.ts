import { newId } from '@heed/contracts/new-id'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bringAxe, checkPage } from './testing/axe.ts'
import { sampleSignIn } from './testing/sample.ts'
import { picture } from './testing/sent-files.ts'
import { openStage, type Stage } from './testing/stage.ts'

const looks = [
  ['1440 light', { viewport: { width: 1440, height: 900 }, colorScheme: 'light' }],
  ['390 dark', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' }],
] as const

const sourceOf = (page: Page) => page.getByRole('textbox', { name: 'Text in Markdown' })

/** As the clipboard gives a picture to what has the focus. */
const pastePicture = (page: Page) =>
  page.evaluate(
    ({ name, mimeType, bytes }) => {
      const clipboardData = new DataTransfer()
      clipboardData.items.add(new File([new Uint8Array(bytes)], name, { type: mimeType }))
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      )
    },
    { name: picture.name, mimeType: picture.mimeType, bytes: [...picture.buffer] },
  )

describe('an article, from its first word to the help centre', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
  })
  afterAll(() => stage.close())

  it('is written, given a picture and published by keyboard alone', async () => {
    const { page, faults, leave } = await stage.visit()
    const { keyboard } = page
    const title = `Fees abroad ${newId('message')}`
    await page.goto(stage.server.signInLink)
    await page.getByRole('navigation', { name: 'Places' }).waitFor()
    await keyboard.press('g')
    await keyboard.press('h')
    await page.getByRole('table').waitFor()
    await page.getByRole('link', { name: 'New article' }).press('Enter')

    // One begins at the title; from there it is three stops to the text.
    await page.getByRole('textbox', { name: 'Title' }).and(page.locator(':focus')).waitFor()
    await keyboard.type(title)
    await keyboard.press('Tab')
    await keyboard.type('What a payment in another currency costs')
    await keyboard.press('Tab')
    await keyboard.press('Tab')
    await expect.poll(() => sourceOf(page).evaluate((field) => field === document.activeElement)).toBe(true)

    await keyboard.press('Control+b')
    await keyboard.type('One percent')
    await keyboard.press('Control+Shift+Digit8')
    expect(await sourceOf(page).inputValue()).toBe('- **One percent**')
    await keyboard.press('Control+z')
    expect(await sourceOf(page).inputValue()).toBe('**One percent**')
    await keyboard.press('End')
    await keyboard.type(' of it.\n\n| Plan | Fee |\n| --- | ---: |\n| Growth | 1 % |\n\n')
    await pastePicture(page)
    await expect.poll(() => sourceOf(page).inputValue()).toMatch(/\| 1 % \|\n\n!\[[^\]]+\]\(\/help\/\S+\.png\)$/)
    await page.getByRole('region', { name: 'As readers will see it' }).getByRole('table').waitFor()
    await keyboard.press('Control+Enter')
    await page.getByText('Customers can read it now').waitFor()

    expect(faults).toEqual([])
    const publicPage = await page.getByRole('link', { name: /^Open page/ }).getAttribute('href')
    await page.goto(`${stage.server.url}${publicPage}`)
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    expect(await page.locator('article strong').textContent()).toBe('One percent')
    expect(await page.getByRole('cell').allTextContents()).toEqual(['Growth', '1 %'])
    const pictureOf = page.locator('article img')
    await expect.poll(() => pictureOf.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0)
    await leave()
  })

  it.each(looks)('without a fault of axe, and within the screen, at %s', async (name, options) => {
    const { page, leave } = await stage.visit({ ...options, bypassCSP: true })
    await bringAxe(page)
    const check = (where: string) => checkPage(page, `${where}, ${name}`)
    await page.request.post(`${stage.server.url}/api/session`, { data: sampleSignIn })

    await page.goto(`${stage.server.url}/articles`)
    await page.getByRole('table').waitFor()
    await check('articles')
    await page.getByRole('table').getByRole('link').first().click()
    await sourceOf(page).fill(
      `## A table\n\n| Plan | Fee |\n| --- | --- |\n| ${'Long '.repeat(40)} | [1](/help/gone) |`,
    )
    await page.getByRole('button', { name: '1 link leads nowhere' }).waitFor()
    await page.getByRole('button', { name: /^Address, area and readers/ }).click()
    await check('article editor')
    if (options.viewport.width < 1000) {
      await page.getByText('Preview', { exact: true }).click()
      await page.getByRole('region', { name: 'As readers will see it' }).getByRole('table').waitFor()
      await check('preview of an article')
    }
    await page.getByRole('button', { name: 'History' }).click()
    await page.getByRole('dialog').getByText('Revision 1').waitFor()
    await check('history of an article')
    await page.goto(`${stage.server.url}/articles/import`)
    await page.getByRole('button', { name: 'Check the file' }).waitFor()
    await check('import of articles')
    await page.goto(`${stage.server.url}/settings/help-centre`)
    await page.getByRole('button', { name: 'Save name' }).waitFor()
    await check('help centre settings')
    await leave()
  })
})
