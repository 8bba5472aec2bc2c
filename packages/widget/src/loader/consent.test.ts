import type { WidgetConfig, WidgetSettings } from '@heed/contracts'
import { afterEach, expect, it, vi } from 'vitest'
import { mayKeep } from './consent.ts'
import { testConfig } from './testing.ts'

type Case = [WidgetConfig['privacySignal'], WidgetSettings['consent'], object, boolean]

afterEach(() => vi.unstubAllGlobals())

it.each<Case>([
  ['honour', undefined, {}, true],
  ['honour', 'required', {}, false],
  ['honour', 'granted', {}, true],
  ['honour', undefined, { globalPrivacyControl: true }, false],
  ['honour', undefined, { doNotTrack: '1' }, false],
  ['honour', undefined, { doNotTrack: 'unspecified' }, true],
  ['honour', 'granted', { globalPrivacyControl: true }, true],
  ['ignore', undefined, { globalPrivacyControl: true, doNotTrack: '1' }, true],
  ['ignore', 'required', {}, false],
])('where the workspace says %s, the page %s and the browser %j: %s', (privacySignal, consent, signals, may) => {
  vi.stubGlobal('navigator', signals)

  expect(mayKeep({ ...testConfig(), privacySignal }, consent ? { consent } : {})).toBe(may)
})
