import type { Page, ViewportSize } from 'playwright-core'
import { checkPage } from './axe.ts'

/** In which size and colours a page is looked at. */
export type Sight = { viewport: ViewportSize; colorScheme: 'light' | 'dark' }

/**
 * Checks a page in two sights: as it stands, then in the other one, and it stays in that until the next time.
 * @param page stands in the first of the sights
 */
export const inSights = (page: Page, sights: readonly [Sight, Sight]) => {
  let [here, there] = sights
  const checkHere = (state: string, parts?: string[]) =>
    checkPage(page, `${state}, ${here.viewport.width} ${here.colorScheme}`, parts)

  return async (state: string, parts?: string[]) => {
    await checkHere(state, parts)
    ;[here, there] = [there, here]
    await page.emulateMedia({ colorScheme: here.colorScheme })
    await page.setViewportSize(here.viewport)
    await checkHere(state, parts)
  }
}
