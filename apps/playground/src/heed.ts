import type { Heed } from '@heed/contracts'

declare global {
  interface Window {
    heed?: Heed
  }
}

/** Looked up anew at each call: the widget puts itself in the place of the queue once it has loaded. */
export const heed: Heed = (command, ...args) => window.heed?.(command, ...args)
