import type { Locator, Page } from 'playwright-core'
import { expect, vi } from 'vitest'
import { bringAxe } from './axe.ts'
import { inSights, type Sight } from './sights.ts'
import type { Stage } from './stage.ts'
import { type WidgetWords, widgetWords } from './widget-words.ts'

/** In which direction the widget is looked at, by which customer of the demo app, and in which colours and sizes. */
export type Look = { as: string; dir: 'ltr' | 'rtl'; words: WidgetWords; sights: [Sight, Sight] }

/** As long as a busy machine may take to name a person. `expect.poll`, which waits as long, works within tests alone. */
const patience = { timeout: 20_000 }

const desk = { width: 1280, height: 800 }
const phone = { width: 390, height: 844 }

/** Both directions, each in light and dark, one of them on a phone. */
export const looks: [string, Look][] = [
  [
    'ltr',
    {
      as: 'demo-nadia',
      dir: 'ltr',
      words: widgetWords.en,
      sights: [
        { viewport: desk, colorScheme: 'light' },
        { viewport: phone, colorScheme: 'dark' },
      ],
    },
  ],
  [
    'rtl',
    {
      as: 'demo-maryam',
      dir: 'rtl',
      words: widgetWords.ar,
      sights: [
        { viewport: phone, colorScheme: 'light' },
        { viewport: desk, colorScheme: 'dark' },
      ],
    },
  ],
]

type Said = { heed: (...said: unknown[]) => void }

export const say = (page: Page, ...said: unknown[]) =>
  page.evaluate((words) => (window as unknown as Said).heed(...words), said)

type Status = { identified: boolean; waiting: number; surveys: Record<string, string> }

export const statusOf = (page: Page) =>
  page.evaluate(() => new Promise<Status>((tell) => (window as unknown as Said).heed('status', tell)))

/** The one survey of the sample that shows by itself. */
export const npsOf = async (page: Page) => Object.keys((await statusOf(page)).surveys)[0] ?? ''

/** The widget says goodbye after five seconds, and does nothing else after as long; a slow machine looks longer than that. */
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
 * A customer in the demo app's quietest page.
 * @param prepare readies the page before it is opened
 */
export const visitIn = async (stage: Stage, name: string, look: Look, prepare?: (page: Page) => Promise<unknown>) => {
  const { page, leave } = await stage.visit({ ...look.sights[0], bypassCSP: true })
  await bringAxe(page)
  await page.addInitScript(staying)
  await prepare?.(page)
  await page.goto(`${stage.server.url}/demo/settings?as=${look.as}`)
  const widget = page.locator('heed-widget')
  const launcher = widget.locator('[part~=tab]')
  const card = widget.locator('section[role=dialog]')
  await launcher.waitFor()
  // Whatever stands open or is on its way is put away when another person is named.
  await vi.waitFor(async () => expect((await statusOf(page)).identified).toBe(true), patience)
  const directionOf = () => launcher.evaluate((element) => getComputedStyle(element).direction)
  await vi.waitFor(async () => expect(await directionOf()).toBe(look.dir), patience)

  const check = inSights(page, look.sights)
  let parts: string[] | undefined
  return {
    ...look,
    page,
    widget,
    launcher,
    card,
    leave,
    /** The first time with the whole page around it, after that the widget's own elements. */
    check: async (state: string) => {
      await check(`${state}, ${name}`, parts)
      parts = ['heed-widget', 'heed-survey', 'heed-help']
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
