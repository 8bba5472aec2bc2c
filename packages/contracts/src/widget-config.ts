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
  /** Those that may show by themselves. One that waits for the host page's code is fetched when it is called. */
  surveys: PublicSurvey[]
}

/** Header that carries the visitor token: 32 random bytes in base64url, made by the browser, stored hashed by the server. */
export const visitorHeader = 'x-heed-visitor'
