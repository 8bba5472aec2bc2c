import type { SurveyConfig } from '../loader/link.ts'
import type { TriggerOptions } from './triggers.ts'

/** Whether an element was clicked that a survey waits for, in this page's life; also one inside an open shadow root. */
export function watchClicks({ config, signal, changed }: TriggerOptions): (survey: SurveyConfig) => boolean {
  const clicked = new Set<string>()

  document.addEventListener(
    'click',
    (event) => {
      const at = event.composedPath()[0]
      if (!(at instanceof Element)) return
      const before = clicked.size
      for (const { id, trigger } of config.surveys) {
        if (trigger.clicked && isWithin(at, trigger.clicked)) clicked.add(id)
      }
      if (clicked.size > before) changed()
    },
    // Before the page's own listeners, which may keep it from others.
    { signal, passive: true, capture: true },
  )

  return ({ id }) => clicked.has(id)
}

/** Nothing is within what is no selector. */
function isWithin(at: Element, selector: string): boolean {
  try {
    return at.closest(selector) !== null
  } catch {
    return false
  }
}
