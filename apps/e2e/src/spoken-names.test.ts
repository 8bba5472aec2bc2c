import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerTicket } from './testing/answer-ticket.ts'
import { holdsFocus, looks, npsOf, say, statusOf, visitIn } from './testing/looks.ts'
import { refused } from './testing/refused.ts'
import { secondHalf } from './testing/second-half.ts'
import { openStage, type Stage } from './testing/stage.ts'

type AxValue = { value: unknown }
type AxNode = {
  ignored: boolean
  role?: AxValue
  name?: AxValue
  description?: AxValue
  properties?: { name: string; value: AxValue }[]
}

/** What Chromium tells a screen reader: of each thing that is not passed over its role, name, description and states. */
const spokenOn = async (page: Page) => {
  const session = await page.context().newCDPSession(page)
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: AxNode[] }
  await session.detach()
  return nodes
    .filter(({ ignored }) => !ignored)
    .map(({ role, name, description, properties = [] }) => ({
      role: role?.value,
      name: name?.value,
      description: description?.value,
      ...Object.fromEntries(properties.map((property) => [property.name, property.value.value])),
    }))
}

const is = (role: string, name: unknown, more: object = {}) => expect.objectContaining({ role, name, ...more })

describe('what a screen reader hears', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
  })
  afterAll(() => stage.close())

  const visit = async () => {
    const [[name, look] = []] = looks
    if (!name || !look) throw new Error('there is no look')
    const at = await visitIn(stage, name, look)
    // The line by which the widget speaks without moving the focus.
    const line = at.widget.locator('.unseen[role=status]').first()
    const hears = (words: string | RegExp) => expect.poll(() => line.textContent()).toMatch(words)
    return { ...at, hears, spoken: () => spokenOn(at.page) }
  }

  it('the launcher, in a region of its own, and how many replies wait', async () => {
    const { page, widget, launcher, words, spoken, leave, press, openHelp, closeTo } = await visit()
    const question = 'Is anybody there?'
    expect(await spoken()).toEqual(
      expect.arrayContaining([is('region', 'Feedback'), is('button', 'Feedback', { hasPopup: 'dialog' })]),
    )

    await openHelp()
    await press(words.ask)
    await widget.getByRole('textbox', { name: words.ticket }).fill(question)
    await press(words.sendTicket)
    await widget.getByText(words.ticketSent).waitFor()
    await answerTicket(stage.server.url, question, 'We are.')
    await closeTo(launcher)
    await launcher.filter({ hasText: '(1)' }).waitFor()

    expect(await spoken()).toContainEqual(is('button', 'Feedback (1)'))
    await say(page, 'open')
    await widget.getByRole('searchbox').waitFor()
    expect(await spoken()).toContainEqual(is('button', expect.stringMatching(/^Your messages.*1 new reply/)))
    await leave()
  })

  it('the prompt: asked politely, named by its question, explained by its ends, saved and thanked for', async () => {
    const { page, card, words, hears, spoken, leave } = await visit()
    const question = expect.stringMatching(words.question)
    await say(page, 'survey', await npsOf(page))
    await hears(/How likely are you .*Press F6 to answer\./)
    const asked = await spoken()
    expect(asked).toContainEqual(is('dialog', question))
    expect(asked).toContainEqual(
      is('radiogroup', question, { description: '0 = Not at all likely 10 = Extremely likely' }),
    )
    for (const score of ['0', '9', '10']) expect(asked).toContainEqual(is('radio', score, { checked: 'false' }))

    await card.getByRole('radio', { name: '9' }).click()
    await hears('Your answer is saved. What do you value most?')
    const chosen = await spoken()
    expect(chosen).toContainEqual(is('radio', '9', { checked: 'true' }))
    expect(chosen).toContainEqual(is('textbox', 'What do you value most? (optional)'))
    await card.getByRole('button', { name: words.send, exact: true }).click()
    await holdsFocus(card.getByText(words.thanks))
    await leave()
  })

  it('stars by their number, and that an answer is on its way, or not taken', async () => {
    const { page, card, words, hears, spoken, leave } = await visit()
    await say(page, 'survey', 'srv_000000000cardspage000')
    await card.waitFor()
    const asked = await spoken()
    expect(asked).toContainEqual(is('radiogroup', 'How do you rate the cards page?', { description: 'Poor Excellent' }))
    for (const star of [1, 3, 5]) expect(asked).toContainEqual(is('radio', `${star} of 5`))
    await page.keyboard.press('Escape')
    await card.waitFor({ state: 'detached' })

    await say(page, 'survey', 'srv_000000000helpmost0000')
    await card.waitFor()
    await secondHalf(page)
    await page.context().setOffline(true)
    await card.getByRole('radio').first().click()
    await hears(words.thanks)
    await card.getByText(words.thanksLater).waitFor()
    await hears(words.thanksLater)
    await page.context().setOffline(false)
    await page.keyboard.press('Escape')
    await expect.poll(async () => (await statusOf(page)).waiting).toBe(0)

    await page.route('**/responses/*', (route) => route.fulfill(refused))
    await say(page, 'survey', 'srv_000000000helpmost0000')
    await card.waitFor()
    await card.getByRole('radio').first().focus()
    await page.keyboard.press('Space')
    await holdsFocus(card.getByText(words.answerRefused))
    await leave()
  })

  it('panels by their titles, buttons for votes with their state and count, and what happened to a question', async () => {
    const { page, widget, card, words, spoken, leave, press, openHelp } = await visit()
    await openHelp()
    const home = await spoken()
    expect(home).toContainEqual(is('dialog', 'How can we help?'))
    expect(home).toContainEqual(is('searchbox', 'Search help', { focused: true }))
    expect(home).toContainEqual(is('button', 'Close'))

    await press(words.ideas)
    const vote = widget.getByRole('button', { name: /^Vote for Set money aside/ })
    const count = Number((await vote.textContent())?.replace(/\D/g, ''))
    const named = (votes: number) => `Vote for Set money aside for taxes, ${votes} votes`
    const board = await spoken()
    expect(board).toContainEqual(is('dialog', 'Ideas'))
    expect(board).toContainEqual(is('button', named(count), { pressed: 'false' }))
    await vote.click()
    expect(await spoken()).toContainEqual(is('button', named(count + 1), { pressed: 'true' }))

    await press(words.back)
    await press(words.ask)
    await widget.getByRole('textbox').waitFor()
    await press(words.sendTicket)
    const form = await spoken()
    expect(form).toContainEqual(is('dialog', 'Ask a question'))
    expect(form).toContainEqual(
      is('textbox', words.ticket, { description: words.wordsMissing, invalid: 'true', focused: true }),
    )
    await widget.getByRole('textbox').fill('Is this sent?')
    await page.context().setOffline(true)
    await press(words.sendTicket)
    const delivery = card.locator('[role=status]')
    await expect.poll(() => delivery.textContent()).toMatch(words.offline)
    await page.context().setOffline(false)
    await expect.poll(() => delivery.textContent()).toMatch(words.ticketSent)
    await holdsFocus(delivery)

    await press(words.messages)
    await widget.getByRole('button', { name: /Is this sent/ }).click()
    expect(await spoken()).toContainEqual(is('log', expect.stringMatching(/^Question \d+ · Open$/)))
    await leave()
  })
})
