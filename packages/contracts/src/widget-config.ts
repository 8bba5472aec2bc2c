import type { SurveyTexts, SurveyTrigger } from './surveys.ts'

/** The public configuration of a workspace, carried in the loader's own reply. Nothing in it is secret. */
export type WidgetConfig = {
  /** Publishable key; the API stands at `<origin of the script>/w/<key>/…`. */
  key: string
  /** Address of the runtime's module, relative to the script's. */
  runtime: string
  workspaceName: string
  defaultLocale: string
  accent: string
  surveys: {
    id: string
    kind: 'nps'
    texts: Record<string, SurveyTexts>
    trigger: SurveyTrigger
    repeatAfterDays: number | null
  }[]
}

/** Header that carries the visitor token: 32 random bytes in base64url, made by the browser, stored hashed by the server. */
export const visitorHeader = 'x-heed-visitor'
