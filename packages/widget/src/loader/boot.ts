import type { WidgetConfig, WidgetSettings } from '@heed/contracts'
import { createHeed } from './heed.ts'

type Say = (...said: unknown[]) => void

/** What a host page, or the npm package, may have put at `window.heed` before the loader came: it keeps what is said. */
type Stub = {
  q?: Iterable<unknown>[]
  live?: boolean
  /** Given by the npm package, whose loader no tag brings: the loader's address, and the settings. */
  src?: string
  settings?: WidgetSettings
}

const host = window as { heed?: Say & Stub }

/**
 * Takes over from the stub: replays what was said so far, in order, then installs the real `heed`.
 * A second tag on the same page changes nothing. Never throws.
 */
export function boot(config: WidgetConfig, script: unknown): void {
  try {
    const stub = host.heed
    const tag = script instanceof HTMLScriptElement ? script : undefined
    const address = tag?.src ?? stub?.src
    if (!address || stub?.live) return
    // `data-*` on the tag bear the names that `set` takes; their values are text.
    const settings: WidgetSettings = tag ? { ...tag.dataset } : (stub?.settings ?? {})
    const heed: Say & Stub = createHeed(config, address, settings, () => {
      if (host.heed === heed) delete host.heed
    })
    heed.live = true
    host.heed = heed
    stub?.q?.forEach((said) => {
      heed(...said)
    })
  } catch {
    // A widget that cannot start must leave the host page as it was.
  }
}
