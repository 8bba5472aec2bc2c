import type { AccountClaim, PersonClaim } from './people.ts'

/** What a widget tells its host page about. */
export type WidgetEvents = {
  ready: undefined
  opened: { panel: Panel }
  closed: undefined
  exposure: { surveyId: string; exposureId: string }
  response: { surveyId: string; responseId: string; score: number; comment?: string }
  ticket: { ticketId: string }
  deflection: { articleId: string }
}
export type WidgetEvent = keyof WidgetEvents
export type Listener<E extends WidgetEvent = WidgetEvent> = (detail: WidgetEvents[E]) => void

export type Panel = 'help' | 'ticket' | 'messages'

/** Why a survey is not being shown now. */
export type SurveyReason =
  | 'armed'
  | 'showing'
  | 'waiting_for_page'
  | 'waiting_for_event'
  | 'asked_recently'
  | 'panel_open'
  | 'not_found'

export type WidgetStatus = {
  identified: boolean
  waiting: number
  surveys: Record<string, SurveyReason>
}

export type WidgetSettings = { theme?: 'light' | 'dark' | 'auto'; locale?: string; launcher?: boolean }

/**
 * What a host page may say, `heed(command, …arguments)`; script-tag queue and npm entry both speak it.
 * Accepted shapes only grow.
 */
export type Commands = {
  identify: [claim: PersonClaim]
  account: [claim: AccountClaim]
  track: [event: string]
  open: [panel?: Panel]
  close: []
  survey: [surveyId: string]
  on: [event: WidgetEvent, listener: Listener]
  off: [event: WidgetEvent, listener: Listener]
  set: [settings: WidgetSettings]
  status: [listener: (status: WidgetStatus) => void]
  reset: []
}
export type Command = keyof Commands
export type Heed = <C extends Command>(command: C, ...args: Commands[C]) => void
