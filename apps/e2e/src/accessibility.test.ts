import { newId } from '@heed/contracts/new-id'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { bringAxe } from './testing/axe.ts'
import { sampleSignIn } from './testing/sample.ts'
import { picture } from './testing/sent-files.ts'
import { inSights } from './testing/sights.ts'
import { openStage, type Stage } from './testing/stage.ts'
import { widgetWords } from './testing/widget-words.ts'

/** Each width and each palette once: contrast does not hang on the width. */
const sights = [
  { viewport: { width: 1440, height: 900 }, colorScheme: 'light' },
  { viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
] as const

describe('no axe violation, and nothing wider than the screen', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
  })
  afterAll(() => stage.close())

  /** As a customer of the demo app, files a question with a picture. */
  const askWithPicture = async (question: string) => {
    const { page, leave } = await stage.visit()
    await page.goto(`${stage.server.url}/demo/settings?as=demo-aoife`)
    await page.locator('main button').click()
    const widget = page.locator('heed-widget')
    await widget.getByRole('textbox', { name: widgetWords.en.ticket }).fill(question)
    await widget.locator('input[type=file]').setInputFiles(picture)
    const arrived = page.waitForResponse((response) => response.url().includes('/attachments/') && response.ok())
    await widget.getByRole('button', { name: widgetWords.en.sendTicket }).click()
    await arrived
    await leave()
  }

  // Some sixty looks of axe, one after the other: a busy machine takes two seconds for each.
  it('on every screen of the dashboard', { timeout: 360_000 }, async () => {
    const { page, leave } = await stage.visit({ ...sights[0], bypassCSP: true })
    await bringAxe(page)
    const check = inSights(page, sights)
    await page.goto(`${stage.server.url}/sign-in`)
    await page.getByRole('button', { name: 'Sign in' }).waitFor()
    await check('sign-in')
    await page.getByLabel('E-mail').fill(sampleSignIn.email)
    await page.getByLabel('Password').fill(sampleSignIn.password)
    await page.getByRole('button', { name: 'Sign in' }).click()

    await page
      .getByText(/between/)
      .first()
      .waitFor()
    await page.getByRole('link', { name: 'Enterprise' }).first().waitFor()
    await check('overview')
    await page.getByRole('button', { name: 'Filter', exact: true }).click()
    const editor = page.getByRole('dialog', { name: 'Filter customers' })
    await editor.getByText('Traits').waitFor()
    await check('segment editor')
    await editor.getByRole('button', { name: 'Plan', exact: true }).click()
    await editor.getByRole('checkbox').first().click()
    await editor.getByRole('button', { name: 'Or…' }).click()
    await check('segment editor with a group')
    await page.getByRole('button', { name: 'Done' }).click()
    await page.goto(`${stage.server.url}/?segment=plan:nobody`)
    await page
      .getByText(/No customer fits|No answers/)
      .first()
      .waitFor()
    await check('overview of an empty segment')

    await page.goto(`${stage.server.url}/responses?commented=true`)
    await page.getByRole('listitem').nth(5).waitFor()
    await check('responses')
    await page.locator('a[href*="/responses/rsp_"]').first().click()
    await page.getByRole('heading', { level: 1 }).waitFor()
    await check('response')

    await page.goto(`${stage.server.url}/tickets`)
    await page.locator('a[href*="/tickets/tkt_"]').first().waitFor()
    await check('inbox')
    await page.locator('a[href*="/tickets/tkt_"]').first().click()
    await page.getByRole('textbox').first().waitFor()
    await check('ticket')
    await page.getByRole('combobox', { name: 'Article that answered it' }).focus()
    await page.getByRole('listbox').getByRole('option').first().waitFor()
    await check('ticket with articles to choose')
    const question = `What does this picture show? ${newId('message')}`
    await askWithPicture(question)
    await page.goto(`${stage.server.url}/tickets`)
    await page.getByRole('listitem').filter({ hasText: question }).getByRole('link').first().click()
    await page.getByRole('img', { name: picture.name }).waitFor()
    await check('ticket with a picture')
    await page.goto(`${stage.server.url}/ideas`)
    await page.getByRole('table').getByRole('row').nth(5).waitFor()
    await check('ideas')
    await page.getByRole('link', { name: 'Approve several transfers at once' }).click()
    await page.getByRole('button', { name: 'Let “Confirm payments in bulk” stand alone' }).waitFor()
    await page.getByRole('table', { name: 'By plan' }).waitFor()
    await check('idea')
    await page.getByRole('button', { name: 'Merge', exact: true }).click()
    await page
      .getByRole('button', { name: /^Merge into/ })
      .first()
      .waitFor()
    await check('idea to merge')
    await page.goto(`${stage.server.url}/ideas?segment=plan:nobody`)
    await page.getByText('No votes from these customers').waitFor()
    await check('ideas of an empty segment')
    await page.goto(`${stage.server.url}/deflection`)
    await page.getByRole('heading', { name: 'How requests ended' }).waitFor()
    await check('deflection')
    await page.goto(`${stage.server.url}/deflection/articles`)
    await page.getByRole('table').getByRole('row').nth(2).waitFor()
    await check('articles of deflection')
    await page.goto(`${stage.server.url}/deflection/unanswered`)
    await page
      .getByRole('button', { name: /other wording/ })
      .first()
      .click()
    await check('asked and not found')
    await page.goto(`${stage.server.url}/settings/help`)
    await page.getByLabel('People who are shown no suggestion, in per cent').waitFor()
    await check('settings of help')
    await page.goto(`${stage.server.url}/articles`)
    await page.getByRole('table').getByRole('link').first().waitFor()
    await check('articles')
    await page.getByRole('table').getByRole('link').first().click()
    await page.getByRole('textbox', { name: 'Text in Markdown' }).waitFor()
    await check('article')
    await page.goto(`${stage.server.url}/segments`)
    await page.getByRole('button', { name: 'New segment' }).first().click()
    const segment = page.getByRole('dialog', { name: 'New segment' })
    await segment.getByLabel('Name').fill('Growing')
    await segment.getByRole('button', { name: 'Tickets open' }).click()
    await check('new segment')
    await segment.getByRole('button', { name: 'Save segment' }).click()
    await page.getByRole('row', { name: /Growing/ }).waitFor()
    await check('segments')
    await page.goto(`${stage.server.url}/no-such-page`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await check('not found')
    await leave()
  })
})
