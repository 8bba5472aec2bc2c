import type { AccountClaim, PersonClaim } from './people.ts'

/** What a widget tells its host page about. */
export type WidgetEvents = {
  ready: undefined
  opened: { panel: Panel }
  closed: undefined
  exposure: { surveyId: string; exposureId: string }
  response: { surveyId: string; responseId: string; score?: number; choices?: string[]; comment?: string }
  ticket: { ticketId: string }
  deflection: { articleId: string }
  idea: { ideaId: string }
  vote: { ideaId: string; voted: boolean }
  unread: { count: number }
  error: WidgetError
}
export type WidgetEvent = keyof WidgetEvents
export type Listener<E extends WidgetEvent = WidgetEvent> = (detail: WidgetEvents[E]) => void

/**
 * Who the person is, as `identify` takes it: a claim that nobody vouches for; one with the HMAC of its `userId`, which
 * vouches for that id; or a token that your server signed, which says all there is to say. What fetches a token is called
 * when one is needed, and again before it ends or when the server wants a new one.
 */
export type Identification =
  | PersonClaim
  | (PersonClaim & { userId: string; userHash: string })
  | { token: string; userId?: string; locale?: string }
  | { token: () => string | Promise<string>; userId: string; locale?: string }

/** Something did not work; `message` is for the developer of the host page. */
export type WidgetError = {
  code:
    | 'unreachable'
    | 'identify_refused'
    | 'refused'
    | 'capture_refused'
    | 'survey_not_found'
    /** The server refused the token or the hash. */
    | 'identity_refused'
    /** The token has ended, and what fetches tokens is not there or brought one that has ended too. */
    | 'identity_expired'
    /** The workspace hears only visitors whose identity is signed, and this one's is not. */
    | 'identity_required'
    /** What fetches tokens brought none. */
    | 'token_unavailable'
  message: string
}

export type Panel = 'help' | 'ticket' | 'ideas' | 'messages'

/** Why a survey is not being shown now. */
export type SurveyReason =
  | 'armed'
  | 'showing'
  | 'waiting_for_page'
  | 'waiting_for_event'
  | 'waiting_for_scroll'
  | 'waiting_for_leaving'
  | 'waiting_for_click'
  | 'waiting_for_version'
  /** The code that watches for its trigger is on its way, or did not come. */
  | 'loading'
  /** This survey was asked within its repeat rule, here or in another browser of the person. */
  | 'asked_recently'
  /** So was another one, within the workspace's rest. */
  | 'resting'
  /** As many prompts as the workspace allows were shown in this session. */
  | 'session_full'
  // What the server said when it was asked.
  | 'not_running'
  | 'not_targeted'
  | 'outside_sample'
  | 'quota_full'
  | 'panel_open'
  | 'dialog_open'
  | 'other_tab'
  | 'no_consent'
  | 'not_signed'

/**
 * How far the person is believed: `claimed` without a signature; `pending` with one that the server has not seen yet;
 * otherwise what became of it.
 */
export type IdentityState =
  | 'anonymous'
  | 'claimed'
  | 'pending'
  | 'signed'
  | 'refused'
  | 'expired'
  | 'required'
  | 'token_unavailable'

export type WidgetStatus = {
  identified: boolean
  /** Missing when the code that tells it did not come. */
  identity?: IdentityState
  /** How many things are not on the server yet. */
  waiting: number
  /** By survey; empty when the code that tells it did not come. */
  surveys: Record<string, SurveyReason>
  /** The same in sentences, for whoever builds the host page. */
  words: Record<string, string>
}

/**
 * Where the launcher stands: at an edge it is a tab, in a corner a floating button. Panels and prompts open beside it.
 * Left out: the edge where lines end.
 */
export type Position = 'left' | 'right' | 'top' | 'bottom' | 'top-left' | 'top-right' | 'bottom-left' | 'bottom-right'

export type WidgetSettings = {
  theme?: 'light' | 'dark' | 'auto'
  /** A colour as #rgb or #rrggbb, in place of the workspace's. */
  accent?: string
  /** Of cards, in pixels; controls follow. */
  radius?: number | string
  /** A CSS font-family. */
  font?: string
  locale?: string
  /** `false`: the host page opens panels itself, by `heed('open')` or elements with `data-heed-open`. */
  launcher?: boolean | 'true' | 'false'
  position?: Position
  /** Of the host app, such as `2026.4`: surveys may wait for another one than this browser saw before. */
  appVersion?: string
  /** `required`: nothing is kept in the browser and nobody is asked before `granted`. */
  consent?: 'required' | 'granted'
}

/**
 * What a host page may say, `heed(command, …arguments)`; script-tag queue and npm entry both speak it.
 * Accepted shapes only grow.
 */
export type Commands = {
  identify: [claim: Identification]
  account: [claim: AccountClaim]
  /** An event happened, with these properties. Surveys may wait for it; nothing of it is sent or stored. */
  track: [event: string, properties?: Record<string, unknown>]
  /** The page changed in a way that the browser does not tell of. */
  page: [name?: string]
  open: [panel?: Panel]
  close: []
  survey: [surveyId: string]
  on: [event: WidgetEvent, listener: Listener]
  off: [event: WidgetEvent, listener: Listener]
  set: [settings: WidgetSettings]
  status: [listener: (status: WidgetStatus) => void]
  /** The person signed out: everything of theirs leaves the browser, and the widget the page. */
  reset: []
  /** The widget leaves the page for good: `reset`, and the global goes as well. */
  stop: []
}
export type Command = keyof Commands
export type Heed = <C extends Command>(command: C, ...args: Commands[C]) => void
