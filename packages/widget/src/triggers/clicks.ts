import type { SurveyConfig } from '../loader/link.ts'
import type { TriggerOptions } from './triggers.ts'

/** Whether an element was clicked that a survey waits for, in this page's life; also one with an open shadow root, or inside one. */
export function watchClicks({ config, signal, changed }: TriggerOptions): (survey: SurveyConfig) => boolean {
  const clicked = new Set<string>()

  document.addEventListener(
    'click',
    (event) => {
      const path = event.composedPath()
      const before = clicked.size
      for (const { id, trigger } of config.surveys) {
        if (trigger.clicked && holds(path, trigger.clicked)) clicked.add(id)
      }
      if (clicked.size > before) changed()
    },
    // Before the page's own listeners, which may keep it from others.
    { signal, passive: true, capture: true },
  )

  return ({ id }) => clicked.has(id)
}

/** Nothing matches what is no selector. */
function holds(path: EventTarget[], selector: string): boolean {
  try {
    return path.some((at) => at instanceof Element && at.matches(selector))
  } catch {
    return false
  }
}
