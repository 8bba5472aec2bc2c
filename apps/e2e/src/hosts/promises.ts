import { newId } from '@heed/contracts/new-id'
import type { Frame, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { keyboardOf } from '../testing/hands.ts'
import type { Visit } from '../testing/stage.ts'
import type { Team } from '../testing/team.ts'
import { type WidgetWords, widgetWords } from '../testing/widget-words.ts'

/** The page that the tag stands in: a page, or an iframe in one. */
export type Host = Page | Frame

type Said = { heed: (...said: unknown[]) => void }
type Status = { waiting: number; surveys: Record<string, string> }

/** Smallest side of something to press, in CSS pixels. */
const fingerPx = 44

export const widgetOf = (host: Host) => host.locator('heed-widget')
export const launcherOf = (host: Host) => widgetOf(host).locator('[part~=tab]')

export const say = (host: Host, ...said: unknown[]) =>
  host.evaluate((words) => (window as unknown as Said).heed(...words), said)

export const statusOf = (host: Host) =>
  host.evaluate(() => new Promise<Status>((tell) => (window as unknown as Said).heed('status', tell)))

/** The one survey of the sample that shows by itself. */
export const npsOf = async (host: Host) => {
  const [id] = Object.keys((await statusOf(host)).surveys)
  if (!id) throw new Error('the sample has no running survey')
  return id
}

/** What can be seen of it in the window, in CSS pixels, and whether a press on its middle would meet the widget. */
const sightOf = (what: Locator) =>
  what.evaluate((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect()
    const [x0, y0, x1, y1] = [
      Math.max(0, left),
      Math.max(0, top),
      Math.min(innerWidth, right),
      Math.min(innerHeight, bottom),
    ]
    const hit = document.elementFromPoint((x0 + x1) / 2, (y0 + y1) / 2)
    return { width: x1 - x0, height: y1 - y0, cut: [x0 - left, y0 - top, right - x1, bottom - y1], hit: hit?.localName }
  })

/** The launcher shows, is large enough for a finger, and nothing lies over it. */
export const launcherShows = async (host: Host) => {
  await launcherOf(host).waitFor()
  const { width, height, hit } = await sightOf(launcherOf(host))
  expect(width).toBeGreaterThanOrEqual(fingerPx)
  expect(height).toBeGreaterThanOrEqual(fingerPx)
  expect(hit).toBe('heed-widget')
}

/** A card stands in the window with nothing of it cut off, and nothing over it. */
export const cardShows = async (card: Locator) => {
  // It comes in with a short movement.
  await card.evaluate((element) => Promise.all(element.getAnimations().map(({ finished }) => finished)))
  const { cut, hit } = await sightOf(card)
  expect(cut.filter((pixels) => pixels >= 1)).toEqual([])
  expect(hit).toBe('heed-widget')
}

/** All of it can be seen, within the card that it is a part of. */
export const liesWithin = async (part: Locator, card: Locator) => {
  const [inner, outer] = [await part.boundingBox(), await card.boundingBox()]
  if (!inner || !outer) throw new Error(`cannot be seen: ${part}`)
  expect(inner.y).toBeGreaterThanOrEqual(outer.y)
  expect(inner.y + inner.height).toBeLessThanOrEqual(outer.y + outer.height)
  expect((await sightOf(part)).hit).toBe('heed-widget')
}

/** The prompt shows, and an answer with words is stored once. */
const answersNps = async (host: Host, team: Team, words: WidgetWords = widgetWords.en) => {
  const comment = `Said on a hostile page ${newId('message')}`
  await say(host, 'survey', await npsOf(host))
  const prompt = widgetOf(host).getByRole('dialog', { name: words.question })
  await prompt.waitFor()
  await cardShows(prompt)
  await prompt.getByRole('radio', { name: /^9\b/ }).click()
  await prompt.getByRole('textbox', { name: words.comment }).fill(comment)
  await prompt.getByRole('button', { name: words.send, exact: true }).click()
  await widgetOf(host).getByText(words.thanks).first().waitFor()
  await expect.poll(() => team.countAnswers(9, comment)).toBe(1)
  await say(host, 'close')
}

/** The keyboard alone opens the help panel. */
const opensHelpByKeyboard = async (page: Page, host: Host, words: WidgetWords = widgetWords.en) => {
  await keyboardOf(page).choose(launcherOf(host))
  const panel = widgetOf(host).getByRole('dialog', { name: words.help })
  await panel.waitFor()
  await cardShows(panel)
  await expect.poll(() => panel.evaluate((element) => element.matches(':focus-within'))).toBe(true)
}

/** From the open help panel, a ticket is filed, is with the team once, and stands among the person's own messages. */
const filesTicket = async (host: Host, team: Team, words: WidgetWords = widgetWords.en) => {
  const question = `Does this arrive? ${newId('message')}`
  const widget = widgetOf(host)
  await widget.getByRole('button', { name: words.ask }).click()
  await widget.getByRole('textbox', { name: words.ticket }).fill(question)
  await widget.getByRole('button', { name: words.sendTicket }).click()
  await widget.getByText(words.ticketSent).waitFor()
  expect(await team.countTickets(question)).toBe(1)
  await widget.getByRole('button', { name: words.messages }).click()
  await widget.getByText(question).first().waitFor()
  await say(host, 'close')
}

/** The whole of what every page is promised. */
export const keepsItsPromises = async ({ page, faults }: Visit, host: Host, team: Team, words?: WidgetWords) => {
  await launcherShows(host)
  await answersNps(host, team, words)
  await opensHelpByKeyboard(page, host, words)
  await filesTicket(host, team, words)
  await launcherShows(host)
  expect(await widgetOf(host).count()).toBe(1)
  expect((await statusOf(host)).waiting).toBe(0)
  expect(faults).toEqual([])
}
