import type { BrowserContextOptions, Page } from 'playwright-core'
import type { Stage, Visit } from '../testing/stage.ts'
import { rememberHost } from './host-itself.ts'

/** `changed` says what of the host page is not as it was before the widget came. */
export type HostVisit = Visit & { changed: () => Promise<string[]> }

type HostOptions = {
  browser?: BrowserContextOptions
  /** What has to be so before the page comes. */
  prepare?: (page: Page) => Promise<unknown>
}

/**
 * Opens a host page in a new browser profile. The tag is held up until the page was looked at, so that what the page
 * says meanwhile goes through the queue.
 */
export const visitHost = async (
  stage: Stage,
  url: string,
  { browser, prepare }: HostOptions = {},
): Promise<HostVisit> => {
  const visit = await stage.visit(browser)
  const { page } = visit
  await prepare?.(page)
  let seen = () => {}
  const looked = new Promise<void>((resolve) => {
    seen = resolve
  })
  await page.route(/\/w\/pk_\w+\.js$/, async (route) => {
    await looked
    await route.fallback()
  })
  await page.goto(url, { waitUntil: 'domcontentloaded' })
  const changed = await rememberHost(page)
  seen()
  return { ...visit, changed }
}
