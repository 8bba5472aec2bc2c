import type {
  Panel,
  PersonClaim,
  PublicSurvey,
  WidgetConfig,
  WidgetEvent,
  WidgetEvents,
  WidgetSettings,
} from '@heed/contracts'
import type { Locale } from './languages.ts'
import type { Memory } from './memory.ts'

export type SurveyConfig = PublicSurvey

/** What stands open: nothing, a panel, or the prompt of a survey. */
export type Open = { panel: Panel } | { survey: string } | undefined

/** What the browser keeps of a visitor, as far as the loader reads it; the whole of it is in `runtime/visitor.ts`. */
export type VisitorKept = {
  /** Something was filed: there may be replies. */
  tickets?: boolean
  /** When they were last looked for, in milliseconds since 1970. */
  lookedAt?: number
  unread?: number
  /** Until when the server lets nobody ask this person each survey, in milliseconds since 1970. */
  rests?: Record<string, number>
}

/** What the host page said of the person, in whichever of the ways that `identify` takes. */
export type HostClaim = PersonClaim & { token?: string | (() => string | Promise<string>); userHash?: string }

/** What the loader gives the runtime: the room to draw in, what the host page said, and ears for what happens. */
export type Link = {
  config: WidgetConfig
  /** Where the browser API stands, with a slash at the end. */
  api: string
  root: ShadowRoot
  memory: Memory
  claim(): HostClaim
  settings(): WidgetSettings
  locale(): Locale
  /** Name of the page as the host page gave it, if it did. */
  pageName(): string | undefined
  emit<E extends WidgetEvent>(event: E, detail: WidgetEvents[E]): void
  /** To be called whenever a panel or prompt opens or closes. */
  nowOpen(open: Open): void
  /** To be called when what the memory says of the visitor changed. */
  look(): void
}

/** What the runtime's module exports as `start(link)`. Everything it starts ends with `stop`. */
export type Runtime = {
  /** Loads what the panel will need, without showing anything. */
  preload(panel: Panel): void
  open(panel: Panel): Promise<void>
  close(): void
  /** Asks the server how many replies wait to be read. */
  lookForReplies(): Promise<void>
  /**
   * Shows the prompt, unless something else stands open, here or in another tab. One that is due by itself is not shown
   * either when the server knows that the person was asked elsewhere, or when `due` does not hold any more.
   */
  survey(surveyId: string, due?: () => boolean): Promise<void>
  /** Draws a survey, or the help panel, into an element of the host page, for as long as it stands there. */
  place(element: HTMLElement): Promise<void>
  /** The host page said something new about the person, the language or the look. */
  refresh(): void
  stop(): void
}

export type RuntimeModule = { start(link: Link): Runtime }
