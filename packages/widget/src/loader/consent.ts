import type { WidgetConfig, WidgetSettings } from '@heed/contracts'

type Signals = { globalPrivacyControl?: boolean; doNotTrack?: string | null }

/**
 * Whether the widget may keep anything in this browser, and so ask by itself. A signal of the browser (Global Privacy
 * Control, Do Not Track) counts as `consent: 'required'` where the workspace honours it.
 */
export function mayKeep({ privacySignal }: WidgetConfig, { consent }: WidgetSettings): boolean {
  const { globalPrivacyControl, doNotTrack } = navigator as Signals
  if (consent) return consent === 'granted'
  return privacySignal === 'ignore' || !(globalPrivacyControl || doNotTrack === '1')
}
