import type {
  AskRefusal,
  Panel,
  PersonClaim,
  PublicSurvey,
  SurveyReason,
  WidgetConfig,
  WidgetEvent,
  WidgetEvents,
  WidgetSettings,
} from '@heed/contracts'
import type { Rooms } from '../runtime/rooms.ts'
import type { Colours } from '../runtime/theme.ts'
import type { moreOf } from '../status/more-of.ts'
import type { Locale } from './languages.ts'
import type { Memory } from './memory.ts'

export type SurveyConfig = PublicSurvey

/** What stands open: nothing, a panel, or the prompt of a survey; one of which nothing is kept goes by the name of `trial`. */
export type Open = { panel: Panel; survey?: undefined } | { survey: string; panel?: undefined } | undefined

/** What the browser keeps of a visitor, as far as the loader reads it; the whole of it is in `runtime/visitor.ts`. */
export type VisitorKept = {
  /** Something was filed or voted for: there may be replies and answers. */
  tickets?: boolean
  /** When they were last looked for, in milliseconds since 1970. */
  lookedAt?: number
  /** Replies to questions, and answers to ideas. */
  unread?: number
  /** By survey: why this person is not to be asked now. */
  refusals?: Record<string, Refusal>
}

/**
 * What the server said, or that this browser has not rested; of which version of the survey; and until when asking again is
 * of no use, in milliseconds since 1970. Where the server named no time, that is `performance.timeOrigin`: as long as this
 * page lasts.
 */
export type Refusal = [reason: AskRefusal | 'session_full', version: number, untilMs: number]

export type WatchOptions = {
  config: Pick<WidgetConfig, 'surveys'>
  memory: Memory
  settings(): WidgetSettings
  /** To be called when something holds that did not before. */
  changed(): void
}

/** What watches over that part of the triggers. */
export type Watching = {
  /** What of its trigger a survey still waits for; nothing where all of that holds. */
  reasonOf(survey: SurveyConfig): SurveyReason | undefined
  /** To be called when the host page said something. */
  look(): void
  /** Ends all listening. */
  stop(): void
}

export type TriggersModule = { startTriggers(options: WatchOptions): Watching }

/** What the host page said of the person, in whichever of the ways that `identify` takes. */
export type HostClaim = PersonClaim & { token?: string | (() => string | Promise<string>); userHash?: string }

/** What the loader gives the runtime: the room to draw in, what the host page said, and ears for what happens. */
export type Link = {
  config: WidgetConfig
  /** Where the browser API stands, with a slash at the end. */
  api: string
  root: ShadowRoot
  /** The runtime needs them as well, and no second copy. */
  colours: Colours
  memory: Memory
  /**
   * When a survey is due, in `performance.now()`; undefined while it waits for something, something stands open, nobody
   * looks at the page, or the person is known not to be asked now.
   */
  dueAt(survey: SurveyConfig): number | undefined
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
  /**
   * Panels, and elements of the host page.
   * @param panel what of it will be needed, to be fetched as well
   */
  rooms(panel?: Panel): Promise<Rooms>
  close(): void
  /**
   * Shows the prompt, unless something else stands open.
   * @param wanted whether it still is, once everything has come
   */
  survey(surveyId: string, wanted: () => boolean): Promise<void>
  /**
   * Shows a survey of which nothing is kept or sent.
   * @param survey as it is; or what stands behind the # of the page's address, with the parameter of a test link in it
   */
  trial(survey: SurveyConfig | string): Promise<void>
  /** The host page said something new about the person, the language or the look. */
  refresh(): void
  /** Shows a survey that is due, unless something speaks against it. */
  look(): void
  /** Once no prompt is about to be shown that was due by itself. */
  settled(): Promise<unknown>
  stop(): void
}

export type RuntimeModule = { start(link: Link): Runtime }

export type StatusModule = { moreOf: typeof moreOf }

/** Imports a module of ours, by the name of its file. */
export type FetchModule = <Module>(file: string) => Promise<Module>
