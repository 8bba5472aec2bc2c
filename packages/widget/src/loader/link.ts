import type { Panel, PersonClaim, WidgetConfig, WidgetEvent, WidgetEvents, WidgetSettings } from '@heed/contracts'
import type { Locale } from './languages.ts'
import type { Memory } from './memory.ts'

export type SurveyConfig = WidgetConfig['surveys'][number]

/** What stands open: nothing, a panel, or the prompt of a survey. */
export type Open = { panel: Panel } | { survey: string } | undefined

/** What the loader gives the runtime: the room to draw in, what the host page said, and ears for what happens. */
export type Link = {
  config: WidgetConfig
  /** Where the browser API stands, with a slash at the end. */
  api: string
  root: ShadowRoot
  memory: Memory
  claim(): PersonClaim
  theme(): NonNullable<WidgetSettings['theme']>
  locale(): Locale
  emit<E extends WidgetEvent>(event: E, detail: WidgetEvents[E]): void
  /** To be called whenever a panel or prompt opens or closes. */
  nowOpen(open: Open): void
}

/** What the runtime's module exports as `start(link)`. Everything it starts ends with `stop`. */
export type Runtime = {
  /** Loads what the panel or prompt will need, without showing anything. */
  preload(panel: Panel | 'survey'): void
  open(panel: Panel): Promise<void>
  close(): void
  /** Shows the prompt. Resolves with false when something else stands open. */
  survey(survey: SurveyConfig): Promise<boolean>
  /** The host page said something new about the person, the language or the theme. */
  refresh(): void
  stop(): void
}

export type RuntimeModule = { start(link: Link): Runtime }
