import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerTicket } from './testing/answer-ticket.ts'
import { keyboardOf } from './testing/hands.ts'
import { holdsFocus, type LookedAt, looks, npsOf, say, statusOf, visitIn } from './testing/looks.ts'
import { picture } from './testing/sent-files.ts'
import { openStage, type Stage } from './testing/stage.ts'

const [[name, look] = []] = looks

describe('with the keyboard alone', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
  })
  afterAll(() => stage.close())

  const sitDown = async () => {
    if (!name || !look) throw new Error('there is no look')
    const at = await visitIn(stage, name, look)
    return { ...at, hands: keyboardOf(at.page) }
  }
  type Desk = Awaited<ReturnType<typeof sitDown>>

  /** Says that it has happened; meanwhile the focus was not lost. */
  const comes = async ({ card }: LookedAt, what: Locator) => {
    await what.waitFor()
    await holdsFocus(card)
  }

  const answer = async (desk: Desk, survey: string, work: () => Promise<void>) => {
    const { page, card, launcher, words } = desk
    await say(page, 'survey', survey)
    await card.waitFor()
    await page.keyboard.press('F6')
    await holdsFocus(card)
    const saved = page.waitForResponse((response) => response.url().includes('/responses/') && response.ok())
    await work()
    await saved
    await comes(desk, card.getByText(words.thanks))
    await page.keyboard.press('Escape')
    await card.waitFor({ state: 'detached' })
    await holdsFocus(launcher)
  }

  it('answers NPS, stars and open text with words, and chooses one or several', async () => {
    const desk = await sitDown()
    const { page, card, hands, words } = desk
    const radio = (label: RegExp) => card.getByRole('radio', { name: label })
    const field = card.getByRole('textbox')
    const send = card.getByRole('button', { name: words.send, exact: true })
    const scored = (label: RegExp) => async () => {
      await hands.choose(radio(label))
      await comes(desk, field)
      await hands.write(field, 'Invoices take me two minutes now')
      await hands.choose(send)
    }

    await answer(desk, await npsOf(page), scored(/^9$/))
    await answer(desk, 'srv_000000000cardspage000', scored(/^4 of 5/))
    await answer(desk, 'srv_000000000helpmost0000', () => hands.choose(radio(/second person/)))
    await answer(desk, 'srv_000000000usedfor00000', async () => {
      await hands.choose(card.getByRole('checkbox', { name: 'Paying suppliers' }))
      await hands.choose(card.getByRole('checkbox', { name: 'Payments abroad' }))
      await hands.choose(send)
    })
    await answer(desk, 'srv_000000000onething0000', async () => {
      await hands.write(field, 'A list of what is due')
      await hands.choose(send)
    })
    await desk.leave()
  })

  it('finds the article that solves it', async () => {
    const desk = await sitDown()
    const { page, card, widget, launcher, hands, words } = desk

    await hands.choose(launcher)
    await comes(desk, widget.getByRole('searchbox', { name: words.search }))
    await hands.write(widget.getByRole('searchbox', { name: words.search }), 'my card has not arrived')
    const found = widget.getByRole('button', { name: /My card has not arrived/ })
    await comes(desk, found)
    await hands.choose(found)
    await comes(desk, widget.getByText(/5 to 7 working days/).first())
    await hands.choose(widget.getByRole('button', { name: words.yes }))
    await comes(desk, widget.getByText(words.deflected))

    await page.keyboard.press('Escape')
    await card.waitFor({ state: 'detached' })
    await holdsFocus(launcher)
    await desk.leave()
  })

  it('ends a question with a vote for an idea, and takes it up again', async () => {
    const desk = await sitDown()
    const { page, card, widget, launcher, hands, words } = desk
    const question = 'please approve several transfers at once'

    await hands.choose(launcher)
    await hands.choose(widget.getByRole('button', { name: words.ask }))
    const field = widget.getByRole('textbox', { name: words.ticket })
    await hands.write(field, question)
    const vote = widget.getByRole('button', { name: /^Vote for Approve several transfers/ })
    await comes(desk, vote)
    await hands.choose(vote)
    await comes(desk, widget.getByText(words.voted))
    await hands.choose(widget.getByRole('button', { name: words.takeBack }))
    await comes(desk, field)
    expect(await field.inputValue()).toBe(question)

    await page.keyboard.press('Escape')
    await card.waitFor({ state: 'detached' })
    await holdsFocus(launcher)
    await desk.leave()
  })

  it('files a question with a file and a marked screenshot, reads the reply and answers it', async () => {
    const desk = await sitDown()
    const { page, card, widget, launcher, hands, words } = desk
    const question = 'Which of these two cards is mine?'
    const button = (label: string | RegExp) => widget.getByRole('button', { name: label })

    await hands.choose(launcher)
    await comes(desk, button(words.ask))
    await hands.choose(button(words.ask))
    await comes(desk, widget.getByRole('textbox', { name: words.ticket }))
    await hands.write(widget.getByRole('textbox', { name: words.ticket }), question)
    const chooser = page.waitForEvent('filechooser')
    await hands.choose(button(words.chooseFile))
    await (await chooser).setFiles(picture)
    await comes(desk, widget.getByText(picture.name))

    await hands.choose(button(words.screenshot))
    const editor = widget.getByRole('dialog', { name: 'Screenshot' })
    await editor.waitFor()
    await holdsFocus(editor)
    await hands.choose(editor.getByRole('button', { name: 'Hide' }))
    await holdsFocus(editor.getByRole('application', { name: 'Picture of the page' }))
    for (const key of ['ArrowRight', 'ArrowDown', 'Shift+ArrowRight', 'Enter']) await page.keyboard.press(key)
    expect(await editor.getByRole('status').textContent()).toBe('Hidden.')
    await hands.choose(editor.getByRole('button', { name: words.usePicture }))
    await comes(desk, button(/^Remove .*screenshot/i))

    await hands.choose(button(words.sendTicket))
    await comes(desk, widget.getByText(words.ticketSent))
    await expect.poll(async () => (await statusOf(page)).waiting).toBe(0)
    await answerTicket(stage.server.url, question, 'The blue one.')
    await page.keyboard.press('Escape')
    await card.waitFor({ state: 'detached' })
    await holdsFocus(launcher)

    await hands.choose(launcher.filter({ hasText: '(1)' }))
    await comes(desk, button(new RegExp(question.replace('?', '\\?'))))
    await hands.choose(button(new RegExp(question.replace('?', '\\?'))))
    await comes(desk, widget.getByText('The blue one.'))
    await hands.write(widget.getByRole('textbox', { name: words.reply }), 'Thank you!')
    await hands.choose(button(words.sendReply))
    await comes(desk, widget.getByRole('log').getByText('Thank you!'))
    expect(await widget.getByRole('textbox').inputValue()).toBe('')
    await hands.choose(button(words.back))
    await comes(desk, button(new RegExp(question.replace('?', '\\?'))))
    await page.keyboard.press('Escape')
    await card.waitFor({ state: 'detached' })
    await holdsFocus(launcher)
    await desk.leave()
  })

  it('votes for an idea, takes the vote back, and suggests one', async () => {
    const desk = await sitDown()
    const { page, card, widget, launcher, hands, words } = desk
    const button = (label: string | RegExp) => widget.getByRole('button', { name: label })
    const vote = (pressed: boolean) => widget.getByRole('button', { name: /^Vote for Set money aside/, pressed })

    await hands.choose(launcher)
    await comes(desk, button(words.ideas))
    await hands.choose(button(words.ideas))
    await comes(desk, vote(false))
    const before = await vote(false).textContent()
    await hands.choose(vote(false))
    await comes(desk, vote(true))
    expect(Number(await vote(true).textContent())).toBe(Number(before) + 1)
    await hands.choose(vote(true))
    await comes(desk, vote(false))
    expect(await vote(false).textContent()).toBe(before)

    await hands.choose(button(words.suggest))
    await comes(desk, widget.getByRole('textbox', { name: words.ideaTitle }))
    await hands.write(widget.getByRole('textbox', { name: words.ideaTitle }), 'A quiet hour without messages')
    await hands.choose(button(words.sendIdea))
    await comes(desk, widget.getByText(words.ideaSent))
    await hands.choose(button(words.ideas))
    await comes(desk, widget.getByText('A quiet hour without messages'))
    await page.keyboard.press('Escape')
    await card.waitFor({ state: 'detached' })
    await holdsFocus(launcher)
    await desk.leave()
  })
})
