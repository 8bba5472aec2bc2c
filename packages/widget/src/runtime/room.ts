import type { IdKind, PagePlace, Panel } from '@heed/contracts'
import type { Locale } from '../loader/languages.ts'
import type { Link, SurveyConfig } from '../loader/link.ts'
import type { Texts } from '../locales/texts.ts'
import type { Transport } from './transport.ts'

/** All that a panel or prompt may use. Panels know each other by name only. */
export type Room = Pick<Transport, 'send' | 'ask' | 'waiting'> & {
  workspaceName: string
  texts: Texts
  locale: Locale
  /** Fills `{name}` and its like into a text. */
  fill(text: string, values: Record<string, string | number>): string
  emit: Link['emit']
  newId(kind: IdKind): string
  /** Where the person is in the host app. */
  page(): PagePlace
  draft(name: string): unknown
  /** `undefined` forgets the draft. */
  keepDraft(name: string, draft: unknown): void
  /** Says something to screen readers without moving the focus. */
  announce(text: string): void
  go(panel: Panel): void
  close(): void
}

/** Draws into the place; returns what takes it away again. */
export type MountPanel = (place: HTMLElement, room: Room) => () => void
export type MountSurvey = (place: HTMLElement, room: Room, survey: SurveyConfig) => () => void

export type PanelModule = { mount: MountPanel; css: string }
export type SurveyModule = { mount: MountSurvey; css: string }
