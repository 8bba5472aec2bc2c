import Bowser from 'bowser'
import { cutText } from '../../cut-text.ts'

export type Browser = { browser: string | null; system: string | null }

/** Browser and system in words, from the User-Agent header: "Firefox 145", "Windows 11". */
export const browserOf = (userAgent: string | undefined): Browser => {
  if (!userAgent) return { browser: null, system: null }
  const { browser, os } = Bowser.parse(userAgent.slice(0, 500))
  const words = (...parts: (string | undefined)[]) => parts.filter(Boolean).join(' ') || null
  return {
    browser: words(browser.name, browser.version?.split('.')[0]),
    system: words(os.name, os.versionName ?? os.version),
  }
}

/** The first line's worth of a message, for lists. */
export const previewOf = (body: string) => {
  const line = body.replace(/\s+/g, ' ').trim()
  return line.length <= 140 ? line : `${cutText(line, 139)}…`
}
