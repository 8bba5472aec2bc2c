import type { WidgetConfig } from '@heed/contracts'
import { createHeed } from './heed.ts'

type Say = (...said: unknown[]) => void

/** What a host page may have put at `window.heed` before the loader came: a function that keeps what is said. */
type Stub = { q?: ArrayLike<unknown>[]; live?: boolean }

const host = window as { heed?: Say & Stub }

/**
 * Takes over from the snippet's stub: replays what was said so far, in order, then installs the real `heed`.
 * A second tag on the same page changes nothing. Never throws.
 */
export function boot(config: WidgetConfig, script: unknown): void {
  try {
    const stub = host.heed
    if (!(script instanceof HTMLScriptElement) || stub?.live) return
    const heed: Say & Stub = createHeed(config, script.src)
    heed.live = true
    host.heed = heed
    for (const said of stub?.q ?? []) heed(...Array.from(said))
  } catch {
    // A widget that cannot start must leave the host page as it was.
  }
}
