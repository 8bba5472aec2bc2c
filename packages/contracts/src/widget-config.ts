import type { FatigueRule } from './asks.ts'
import type { PublicSurvey } from './surveys.ts'

/** The public configuration of a workspace, carried in the loader's own reply. Nothing in it is secret. */
export type WidgetConfig = {
  /** Publishable key; the API stands at `<origin of the script>/w/<key>/…`. */
  key: string
  /** Folder of the widget's modules, relative to the script's address, with a slash at the end. */
  assets: string
  workspaceName: string
  defaultLocale: string
  accent: string
  /** What Do-Not-Track or Global Privacy Control in the browser does. */
  privacySignal: 'honour' | 'ignore'
  /** The server hears only visitors whose identity is signed. */
  signedOnly?: true
  /** How often this workspace asks, over all surveys. */
  fatigue: FatigueRule
  /**
   * Those that may show by themselves, the most important first. One that waits for the host page's code is fetched when
   * it is called.
   */
  surveys: PublicSurvey[]
}

/** Header that carries the visitor token: 43 random characters of base64url, made by the browser, stored hashed by the server. */
export const visitorHeader = 'x-heed-visitor'

/** What the dashboard says to the preview page that stands in its frame, by `postMessage` within one origin. */
export type PreviewOrder = {
  heedPreview: {
    survey: PublicSurvey
    locale: string
    theme: 'light' | 'dark'
    /** Of the workspace, as #rrggbb; a survey's own goes before it. */
    accent?: string
    workspaceName?: string
  }
}

/** What the page answers: that it listens, and how many pixels high it would have to be to show the whole card. */
export type PreviewReply = { heedPreviewReady: true } | { heedPreviewHeight: number }
