import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, ContextObject } from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
declare const axe: { run: (context: ContextObject, options: object) => Promise<AxeResults> }

/** Folder for a picture of each state that is checked; none are taken without. */
const { HEED_E2E_PICTURES: pictures } = process.env

/** Puts axe into every page from now on. The page's own policy must not stop it: visit with `bypassCSP`. */
export const bringAxe = (page: Page) => page.addInitScript({ content: axeSource })

/** Rows of a list after the first dozen, which are drawn by the same code: contrast alone takes axe a second for fifty. */
const furtherRows = 'main :is(tbody, ul, ol) > :nth-child(n + 13)'

/** What axe finds wrong on the page as it stands or in parts of it, open shadow roots included. */
const violationsOf = async (page: Page, parts = ['html']) => {
  await page.waitForFunction(() => {
    const shadows = [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])
    return [document, ...shadows].every((root) =>
      root.getAnimations().every(({ playState }) => playState !== 'running'),
    )
  })
  const results = await page.evaluate((within) => axe.run(within, { resultTypes: ['violations'] }), {
    include: parts,
    exclude: [furtherRows],
  })
  return results.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.flat().join(' ')).join(', ')}`,
  )
}

/** What of the page or the widget reaches past the sides of the window, or can be scrolled sideways within a panel. */
const wideOf = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    const roots = [...document.querySelectorAll('heed-widget, heed-survey, heed-help')].map(
      ({ shadowRoot }) => shadowRoot,
    )
    const parts = roots.flatMap((root) => [...(root?.querySelectorAll('.layer *') ?? [])])
    const wide = parts.filter((part) => {
      const { left, right, width } = part.getBoundingClientRect()
      if (width === 0 || part.closest('.unseen')) return false
      const scrolls = /auto|scroll/.test(getComputedStyle(part).overflowX) && part.scrollWidth > part.clientWidth + 1
      return left < -1 || right > innerWidth + 1 || scrolls
    })
    return [
      ...(scrollWidth > clientWidth ? ['page'] : []),
      ...wide.map(({ localName, className }) => `${localName}.${className}`),
    ]
  })

/**
 * Expects that axe finds nothing, and that nothing is wider than the screen.
 * @param state what stands there, for the message and as the picture's name
 * @param parts selectors of what axe looks at; left out: the whole page, which takes a second
 */
export const checkPage = async (page: Page, state: string, parts?: string[]) => {
  const violations = await violationsOf(page, parts)
  if (pictures) await page.screenshot({ path: `${pictures}/${state.replaceAll(/[^\w-]+/g, '-')}.png` })
  expect({ state, violations, wide: await wideOf(page) }).toEqual({ state, violations: [], wide: [] })
}
