import type { BrowserContextOptions, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { bringAxe, checkPage } from './axe.ts'
import type { Stage } from './stage.ts'
import { type WidgetWords, widgetWords } from './widget-words.ts'

/** In which colours, direction and size the widget is looked at, and by which customer of the demo app. */
export type Look = { options: BrowserContextOptions; as: string; dir: 'ltr' | 'rtl'; words: WidgetWords }

const desk = { width: 1280, height: 800 }
const phone = { width: 390, height: 844 }
const inEnglish = { as: 'demo-nadia', dir: 'ltr', words: widgetWords.en } as const
const inArabic = { as: 'demo-maryam', dir: 'rtl', words: widgetWords.ar } as const

/** Light and dark, in both directions; one of each on a phone. */
export const looks: [string, Look][] = [
  ['light ltr', { ...inEnglish, options: { viewport: desk, colorScheme: 'light' } }],
  ['dark ltr phone', { ...inEnglish, options: { viewport: phone, colorScheme: 'dark' } }],
  ['light rtl phone', { ...inArabic, options: { viewport: phone, colorScheme: 'light' } }],
  ['dark rtl', { ...inArabic, options: { viewport: desk, colorScheme: 'dark' } }],
]

type Said = { heed: (...said: unknown[]) => void }

export const say = (page: Page, ...said: unknown[]) =>
  page.evaluate((words) => (window as unknown as Said).heed(...words), said)

type Status = { identified: boolean; waiting: number; surveys: Record<string, string> }

export const statusOf = (page: Page) =>
  page.evaluate(() => new Promise<Status>((tell) => (window as unknown as Said).heed('status', tell)))

/** The one survey of the sample that shows by itself. */
export const npsOf = async (page: Page) => Object.keys((await statusOf(page)).surveys)[0] ?? ''

/** The widget says goodbye after five seconds; a slow machine looks longer than that. */
const staying = () => {
  const wait = window.setTimeout
  const longer = (work: TimerHandler, ms?: number, ...more: unknown[]) =>
    wait(work, ms === 5000 ? 600_000 : ms, ...more)
  window.setTimeout = longer as typeof window.setTimeout
}

/** Waits until the focus is within. */
export const holdsFocus = (part: Locator) =>
  expect.poll(() => part.evaluate((element) => element.matches(':focus-within'))).toBe(true)

/**
 * A customer in the demo app's quietest page, in one look.
 * @param prepare readies the page before it is opened
 */
export const visitIn = async (stage: Stage, name: string, look: Look, prepare?: (page: Page) => Promise<unknown>) => {
  const { page, leave } = await stage.visit({ ...look.options, bypassCSP: true })
  await bringAxe(page)
  await page.addInitScript(staying)
  await prepare?.(page)
  await page.goto(`${stage.server.url}/demo/settings?as=${look.as}`)
  const widget = page.locator('heed-widget')
  const launcher = widget.locator('[part~=tab]')
  const card = widget.locator('section[role=dialog]')
  await launcher.waitFor()
  // Whatever stands open or is on its way is put away when another person is named.
  await expect.poll(async () => (await statusOf(page)).identified).toBe(true)
  await expect.poll(() => launcher.evaluate((element) => getComputedStyle(element).direction)).toBe(look.dir)

  let checked = false
  return {
    ...look,
    page,
    widget,
    launcher,
    card,
    leave,
    /** The first time with the whole page around it, after that the widget's own elements. */
    check: async (state: string) => {
      await checkPage(page, `${state}, ${name}`, checked ? ['heed-widget', 'heed-survey', 'heed-help'] : undefined)
      checked = true
    },
    /** Opens the help panel by its launcher; the focus goes in. */
    openHelp: async () => {
      await launcher.focus()
      await page.keyboard.press('Enter')
      await holdsFocus(card)
    },
    /** Closes what stands open with Escape; the focus goes back. */
    closeTo: async (opener: Locator) => {
      await page.keyboard.press('Escape')
      await card.waitFor({ state: 'detached' })
      await holdsFocus(opener)
    },
    /** Presses the button of that name. */
    press: (label: string | RegExp) => widget.getByRole('button', { name: label }).first().click(),
  }
}
export type LookedAt = Awaited<ReturnType<typeof visitIn>>
