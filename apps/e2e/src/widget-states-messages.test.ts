import { afterAll, beforeAll, describe, it } from 'vitest'
import { answerTicket } from './testing/answer-ticket.ts'
import { holdsFocus, looks, say, visitIn } from './testing/looks.ts'
import { refused } from './testing/refused.ts'
import { picture } from './testing/sent-files.ts'
import { openStage, type Stage } from './testing/stage.ts'

const none = { json: { items: [] } }

describe('no axe violation in any state of messages, ideas and the elements of the host page', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
  })
  afterAll(() => stage.close())

  describe.each(looks)('%s', (name, look) => {
    it('messages', async () => {
      const at = await visitIn(stage, name, look)
      const { page, widget, card, launcher, words } = at
      const check = async (state: string) => {
        await holdsFocus(card)
        await at.check(`messages ${state}`)
      }
      const own = /\/w\/\w+\/tickets$/
      const question = `Where is my card, ${name}?`
      const says = (what: string | RegExp) => widget.getByText(what).first().waitFor()
      await at.openHelp()
      // The list asks again by itself as well, so it is let through only once the button has been pressed.
      let down = true
      await page.route(own, (route) => (down ? route.abort() : route.fulfill(none)))
      await at.press(words.messages)
      await says(words.loadFailed)
      await check('not loaded')
      await at.press(words.retry)
      down = false
      await page.evaluate(() => dispatchEvent(new Event('online')))
      await says(words.noMessages)
      await check('empty')
      await page.unroute(own)

      await at.press(words.ask)
      await widget.getByRole('textbox', { name: words.ticket }).fill(question)
      await widget.locator('input[type=file]').setInputFiles(picture)
      const kept = page.waitForResponse((response) => response.url().includes('/attachments/') && response.ok())
      await at.press(words.sendTicket)
      await kept
      await answerTicket(stage.server.url, question, 'It left our printer this morning.')
      await at.closeTo(launcher)
      await launcher.filter({ hasText: '(1)' }).waitFor()
      await at.check('tab with a reply')

      await at.openHelp()
      await says(words.newReplies)
      await check('list')
      await at.press(new RegExp(question.replace('?', '\\?')))
      await says(picture.name)
      await check('thread')
      // Whoever has the thread open reads the next reply before the question that waits for it would have ended.
      await answerTicket(stage.server.url, question, 'It has arrived at your branch.')
      await widget.getByText('It has arrived at your branch.').waitFor({ timeout: 15_000 })
      await page.context().setOffline(true)
      await widget.getByRole('textbox').fill('Thank you, I will wait.')
      await at.press(words.sendReply)
      await says(words.notSentYet)
      await check('reply offline')
      await page.context().setOffline(false)
      await page.route('**/messages/*', (route) => route.fulfill(refused))
      await widget.getByRole('textbox').fill('Is this refused?')
      await at.press(words.sendReply)
      await says(words.refused)
      await check('reply refused')
      await at.closeTo(launcher)
      await at.leave()
    })

    it('ideas', async () => {
      const at = await visitIn(stage, name, look)
      const { page, widget, card, words } = at
      const check = async (state: string) => {
        await holdsFocus(card)
        await at.check(`ideas ${state}`)
      }
      const board = /\/w\/\w+\/ideas$/
      const says = (what: string | RegExp) => widget.getByText(what).first().waitFor()
      const free = widget.locator('button[aria-pressed=false][aria-disabled=false]')
      await at.openHelp()
      await page.route(board, (route) => route.abort())
      await at.press(words.ideas)
      await says(words.loadFailed)
      await check('not loaded')
      await page.unroute(board)
      await page.route(board, (route) => route.fulfill(none))
      await at.press(words.retry)
      await says(words.noIdeas)
      await check('empty')
      await page.unroute(board)
      await at.press(words.back)
      await at.press(words.ideas)
      await free.first().waitFor()
      await check('board')
      await free.first().click()
      await widget.locator('summary').first().click()
      await check('voted and opened')
      await page.route('**/vote', (route) => route.fulfill(refused))
      await free.first().click()
      await says(words.voteRefused)
      await check('vote refused')

      await at.press(words.suggest)
      const title = widget.getByRole('textbox', { name: words.ideaTitle })
      await title.waitFor()
      await check('form')
      await at.press(words.sendIdea)
      await says(words.wordsMissing)
      await check('form without words')
      await title.fill('Attach receipts')
      await says(words.similarIdeas)
      await check('similar')
      await page.route(/\/ideas\/\w+$/, (route) => route.fulfill(refused))
      await at.press(words.sendIdea)
      await says(words.refused)
      await check('refused')
      await page.unroute(/\/ideas\/\w+$/)
      await page.context().setOffline(true)
      await at.press(words.sendIdea)
      await says(words.offline)
      await check('offline')
      await page.context().setOffline(false)
      await says(words.ideaSent)
      await check('sent')
      await at.closeTo(at.launcher)
      await at.leave()
    })

    it('a survey and help in elements of the host page', async () => {
      const at = await visitIn(stage, name, look)
      const { page, words } = at
      await page.evaluate(() => {
        const survey = document.createElement('heed-survey')
        survey.setAttribute('survey-id', 'srv_000000000cardspage000')
        document.querySelector('main')?.prepend(survey, document.createElement('heed-help'))
      })
      const [survey, help] = [page.locator('heed-survey'), page.locator('heed-help')]
      await survey.getByRole('radio').first().waitFor()
      await help.getByRole('searchbox', { name: words.search }).waitFor()
      await at.check('inline')
      await survey.getByRole('radio').nth(3).click()
      await survey.getByRole('textbox').waitFor()
      await help.getByRole('button', { name: words.ask }).click()
      await help.getByRole('textbox', { name: words.ticket }).waitFor()
      await holdsFocus(help.locator('.body'))
      await at.check('inline further')
      await survey.locator('[part=send]').click()
      await survey.getByText(words.thanks).waitFor()
      await help.getByRole('textbox', { name: words.ticket }).fill(`Sent from the page, ${name}`)
      await help.getByRole('button', { name: words.sendTicket }).click()
      await help.getByText(words.ticketSent).waitFor()
      await at.check('inline done')
      await say(page, 'close')
      await at.leave()
    })
  })
})
