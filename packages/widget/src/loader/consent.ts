import type { WidgetConfig, WidgetSettings } from '@heed/contracts'

type Signals = { globalPrivacyControl?: boolean; doNotTrack?: string | null }

/**
 * Whether the widget may keep anything in this browser, and so ask by itself. A signal of the browser (Global Privacy
 * Control, Do Not Track) counts as `consent: 'required'` where the workspace honours it.
 */
export function mayKeep({ privacySignal }: WidgetConfig, { consent }: WidgetSettings): boolean {
  if (consent) return consent === 'granted'
  if (privacySignal === 'ignore') return true
  // Last, because the first look at `navigator` takes 16 kB of memory.
  const { globalPrivacyControl, doNotTrack } = navigator as Signals
  return !(globalPrivacyControl || doNotTrack === '1')
}
