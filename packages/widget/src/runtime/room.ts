import type { PagePlace, Panel } from '@heed/contracts'
import type { Locale } from '../loader/languages.ts'
import type { Link } from '../loader/link.ts'
import type { CaptureTexts } from '../locales/capture-texts.ts'
import type { HelpTexts } from '../locales/help-texts.ts'
import type { NpsTexts } from '../locales/nps-texts.ts'
import type { PanelTexts } from '../locales/panel-texts.ts'
import type { PromptTexts } from '../locales/prompt-texts.ts'
import type { Further } from '../ui/further.ts'
import type { IdPrefix } from './new-id.ts'
import type { Watch } from './outbox.ts'
import type { OutboxItem } from './outbox-store.ts'
import type { Transport } from './transport.ts'

/**
 * All that a prompt may use. Prompts and panels know each other by name only, and the runtime by this type only:
 * they are built apart from it.
 */
export type PromptRoom = Pick<Transport, 'send' | 'ask'> & {
  /** Of the workspace: whose words stand in where the reader's language has none. */
  defaultLocale: string
  workspaceName: string
  /** Whether it stands in an element of the host page, with no frame around it and nothing to close. */
  inline: boolean
  texts: PromptTexts
  locale: Locale
  /** Fills `{name}` and its like into a text. */
  fill(text: string, values: Record<string, string | number>): string
  emit: Link['emit']
  newId(prefix: IdPrefix): string
  /** Where the person is in the host app. */
  page(): PagePlace
  draft(name: string): unknown
  /** `undefined` forgets the draft. */
  keepDraft(name: string, draft: unknown): void
  /** Remembers that a survey was answered now, or that the person wants to be asked it later. */
  mark(what: 'answered' | 'later', surveyId: string): void
  /** Says something to screen readers without moving the focus. */
  announce(text: string): void
  close(): void
}

/** All that help and the ticket form may use. */
export type HelpRoom = Omit<PromptRoom, 'texts'> & {
  texts: NpsTexts & HelpTexts
  /** Puts a file on the server, after what was said before it. */
  sendFile(path: string, file: Blob, watch?: Watch): Promise<void>
  /** This visitor's things that are not on the server yet, oldest first. */
  waiting(): Promise<OutboxItem[]>
  go(panel: Panel): void
  /** Fetches what a person is about to turn to. */
  ahead(panel: Panel): void
  /** What opens articles and ideas that are offered. @throws when it did not come */
  further(): Promise<Further>
  /**
   * Takes a picture of the page and lets the person crop it, draw on it and hide parts of it.
   * @returns the picture; undefined when the person thought better of it
   * @throws when the page allows no picture, or the editor did not come
   */
  screenshot(): Promise<File | undefined>
  /** Adds a style sheet to where the panel stands. */
  adopt(css: string): void
  /** Keeps how much of what we said the person has not seen; the launcher shows the sum of it. */
  keepUnread(counts: Partial<Unread>): void
  unread(): Unread
  /**
   * Makes the id under which the server keeps what somebody wants help with; nothing where the person is not to be
   * remembered: then nothing is kept.
   */
  newRequestId(): string | undefined
}

/** All that the other panels may use. */
export type Room = Omit<HelpRoom, 'texts'> & { texts: NpsTexts & HelpTexts & PanelTexts }

export type FurtherModule = { furtherIn(room: Room): Further; css: string }

/** What a person has not seen: replies to questions, and answers to ideas they voted for. */
export type Unread = { replies: number; answers: number }

/** Draws into the place; returns what takes it away again. */
export type MountPanel = (place: HTMLElement, room: Room) => () => void

/** What the screenshot editor is given; its module exports `takeScreenshot` and `css`. */
export type CaptureRoom = {
  /** Where the editor covers the page; it removes what it put there. */
  layer: HTMLElement
  texts: CaptureTexts
  locale: Locale
  fill: PromptRoom['fill']
}
export type CaptureModule = { takeScreenshot(room: CaptureRoom): Promise<File | undefined>; css: string }

export type PanelModule = { mount: MountPanel; css: string }
