import type { Watching, WatchOptions } from '../loader/link.ts'
import { watchClicks } from './clicks.ts'
import { watchScroll } from './scroll.ts'
import { watchVersion } from './version.ts'

/** With what ends all listening. */
export type TriggerOptions = WatchOptions & { signal: AbortSignal }

/**
 * Watches over what few surveys wait for: scrolling, the pointer that leaves, a click, a new version of the host app. A
 * download of its own; listens to what some survey waits for and nothing else.
 */
export function startTriggers(given: WatchOptions): Watching {
  const end = new AbortController()
  const options = { ...given, signal: end.signal }
  const { config, signal, changed } = options
  const some = (what: 'scroll' | 'leaving' | 'clicked' | 'newVersion') =>
    config.surveys.some(({ trigger }) => trigger[what])
  const scrolled = some('scroll') ? watchScroll(options) : () => 0
  const clicked = some('clicked') ? watchClicks(options) : () => false
  const version = some('newVersion') ? watchVersion(options) : undefined
  /** Path of the page that the pointer last left. */
  let left: string | undefined

  if (some('leaving')) {
    document.addEventListener(
      'mouseout',
      ({ relatedTarget, clientY }) => {
        // The way to the tabs and the address leads over the upper edge.
        if (relatedTarget || clientY > 0 || left === location.pathname) return
        left = location.pathname
        changed()
      },
      { signal, passive: true },
    )
  }

  return {
    look: () => version?.look(),
    stop: () => end.abort(),
    reasonOf(survey) {
      const { trigger } = survey
      if (trigger.scroll && scrolled() < trigger.scroll) return 'waiting_for_scroll'
      if (trigger.leaving && left !== location.pathname) return 'waiting_for_leaving'
      if (trigger.clicked && !clicked(survey)) return 'waiting_for_click'
      if (trigger.newVersion && !version?.isNewTo(survey)) return 'waiting_for_version'
      return undefined
    },
  }
}
