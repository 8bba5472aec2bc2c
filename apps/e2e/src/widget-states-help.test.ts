import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { holdsFocus, looks, visitIn } from './testing/looks.ts'
import { refused } from './testing/refused.ts'
import { notTaken, picture, tooLarge } from './testing/sent-files.ts'
import { openStage, type Stage } from './testing/stage.ts'

/** What one look says of an article must not change what the next one is offered. Nor is a question filed in words that find one. */
const unheard = (page: Page) => page.route(/\/(readings|verdict)$/, (route) => route.fulfill({ json: { id: 'art_1' } }))

describe('no axe violation in any state of help and the question form', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
  })
  afterAll(() => stage.close())

  describe.each(looks)('%s', (name, look) => {
    it('home, search, article', async () => {
      const at = await visitIn(stage, name, look, unheard)
      const { page, widget, card, words } = at
      const check = async (state: string) => {
        await holdsFocus(card)
        await at.check(`help ${state}`)
      }
      const search = widget.getByRole('searchbox', { name: words.search })
      const article = widget.getByRole('button', { name: /My card has not arrived/ })
      await at.openHelp()
      await check('home')
      await search.fill('my card has not arrived')
      await article.waitFor()
      await check('results')
      await search.fill('zzzz qqqq')
      await widget.locator('.offers').getByText(words.noArticle).waitFor()
      await check('no result')

      await search.fill('my card has not arrived')
      await page.route('**/articles/*', (route) => route.abort())
      await article.click()
      await widget.getByText(words.loadFailed).waitFor()
      await check('article not loaded')
      await page.unroute('**/articles/*')
      await at.press(words.retry)
      await widget.getByRole('button', { name: words.yes, exact: true }).waitFor()
      await check('article')
      await widget.getByRole('button', { name: words.no, exact: true }).click()
      await widget.getByText(words.notHelped).waitFor()
      await check('did not help')
      await at.closeTo(at.launcher)
      await at.leave()
    })

    it('the question form: empty, at fault, with files, sending, busy, sent, refused, offline', async () => {
      const at = await visitIn(stage, name, look, unheard)
      const { page, widget, card, words } = at
      const check = async (state: string) => {
        await holdsFocus(card)
        await at.check(`ticket ${state}`)
      }
      const says = (what: string | RegExp) => widget.getByText(what).first().waitFor()
      const field = widget.getByRole('textbox', { name: words.ticket })
      const attach = (file: typeof picture) => widget.locator('input[type=file]').setInputFiles(file)
      const openForm = async () => {
        await at.openHelp()
        await at.press(words.ask)
        await field.waitFor()
      }
      await openForm()
      await check('empty')
      await at.press(words.sendTicket)
      await says(words.wordsMissing)
      await check('without words')
      await field.fill('my card has not arrived')
      await widget.getByRole('button', { name: /My card has not arrived/ }).waitFor()
      await check('suggestions')
      await widget.getByRole('button', { name: /My card has not arrived/ }).click()
      await widget.getByRole('button', { name: words.notSolved }).waitFor()
      await check('article')
      await at.press(words.notSolved)
      await field.fill('approve several transfers at once')
      const vote = widget.getByRole('button', { name: words.vote }).first()
      await vote.click()
      await widget.getByText(words.voted).waitFor()
      await check('voted')
      await at.press(words.takeBack)
      await field.fill('Which of these two cards is mine?')
      await attach(picture)
      await says(picture.name)
      await check('file')
      await attach(tooLarge)
      await says(words.fileTooLarge)
      await check('file too large')
      await attach(notTaken)
      await says(words.fileType)
      await check('file not taken')

      // Held back first, then met by a server that has too much to do.
      let release = () => {}
      const held = new Promise<void>((resolve) => {
        release = resolve
      })
      const filing = /\/tickets\/\w+$/
      await page.route(filing, async (route) => {
        await held
        await route.fulfill({ status: 429, headers: { 'retry-after': '2' }, json: {} })
      })
      await page.route('**/attachments/**', (route) => route.fulfill(refused))
      await at.press(words.sendTicket)
      await says(words.sending)
      await check('sending')
      release()
      await says(words.busy)
      await check('busy')
      await page.unroute(filing)
      await says(words.ticketSent)
      await says(words.fileRefused)
      await check('sent, file refused')
      await at.closeTo(at.launcher)

      await openForm()
      await page.route(filing, (route) => route.fulfill(refused))
      await field.fill('Is this refused?')
      await at.press(words.sendTicket)
      await says(words.refused)
      await check('refused')
      await page.unroute(filing)
      await page.context().setOffline(true)
      await at.press(words.sendTicket)
      await says(words.offline)
      await check('offline')
      await page.context().setOffline(false)
      await says(words.ticketSent)
      await check('sent')
      await at.closeTo(at.launcher)
      await at.leave()
    })

    it('the screenshot editor', async () => {
      const at = await visitIn(stage, name, look)
      const { page, widget, words } = at
      const editor = widget.locator('dialog')
      await at.openHelp()
      await at.press(words.ask)
      await at.press(words.screenshot)
      await editor.waitFor()
      await holdsFocus(editor)
      await at.check('editor')
      // The second tool hides; by keyboard its frame stands in the middle at once.
      await editor.getByRole('button').nth(1).focus()
      await page.keyboard.press('Enter')
      await at.check('editor frame')
      await page.keyboard.press('Enter')
      await at.check('editor hidden')
      await editor.getByRole('button', { name: words.usePicture }).click()
      await editor.waitFor({ state: 'detached' })
      await holdsFocus(widget.getByRole('button', { name: words.screenshot }))
      await at.check('ticket with screenshot')
      await at.closeTo(at.launcher)
      await at.leave()
    })
  })
})
