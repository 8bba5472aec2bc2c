import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/**
 * Waits until what comes after the answer to a prompt is there, in English: it is fetched soon after the question is
 * drawn, and stays away where the connection goes in between.
 */
export const secondHalf = (page: Page) =>
  expect
    .poll(() =>
      page.evaluate(() =>
        ['follow-up.js', 'prompt-texts-en.js'].filter(
          (file) => !performance.getEntriesByType('resource').some(({ name }) => name.endsWith(file)),
        ),
      ),
    )
    .toEqual([])
