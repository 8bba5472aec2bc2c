import type { IdentityState, SurveyReason, WidgetConfig, WidgetStatus } from '@heed/contracts'
import type { HostClaim, SurveyConfig } from '../loader/link.ts'
import type { Memory } from '../loader/memory.ts'
import type { Visit } from '../loader/visit.ts'
import { type Known, reasonOf } from './reason.ts'

type Said = Omit<WidgetStatus, 'words' | 'identity'>

/** What the loader knows; there is no visit while the widget rests after `reset`. */
export type Facts = {
  config: WidgetConfig
  memory: Memory
  person: HostClaim
  visit: (Pick<Visit, 'kept' | 'open' | 'watching'> & { watch: Pick<Visit['watch'], 'events'> }) | undefined
}

/**
 * What of the status the loader leaves out: how far the person is believed, why each survey is not on the screen now, and
 * all of it in sentences, for whoever builds the host page: also what would bring a survey there. English alone, like the
 * documentation; no end user reads it.
 */
export function moreOf(
  said: Omit<Said, 'surveys'>,
  facts: Facts,
): Pick<WidgetStatus, 'identity' | 'surveys' | 'words'> {
  const { config, memory, person, visit } = facts
  const known = visit && { ...visit, events: visit.watch.events, kept: visit.kept() }
  const identity = identityOf(config, memory, person)
  const reason = (survey: SurveyConfig, known: Known) =>
    identity === 'required' ? 'not_signed' : reasonOf(survey, config.fatigue, memory, known)
  const surveys = known ? Object.fromEntries(config.surveys.map((survey) => [survey.id, reason(survey, known)])) : {}
  return {
    identity,
    surveys,
    words: { ...inWords({ ...said, surveys }, config, memory), identity: identityWords[identity] },
  }
}

type VisitorKept = { signature?: { untilMs?: number; fault?: IdentityState } }

const identityOf = ({ signedOnly }: WidgetConfig, memory: Memory, claim: HostClaim): IdentityState => {
  const { userId, token, userHash } = claim
  const { signature } = (memory.get(`visitor:${userId ?? ''}`) ?? {}) as VisitorKept
  if (!(token ?? userHash)) {
    if (signedOnly) return 'required'
    if (signature?.fault === 'expired') return 'expired'
    return userId === undefined ? 'anonymous' : 'claimed'
  }
  if (signature?.fault) return signature.fault
  return (signature?.untilMs ?? 0) > Date.now() ? 'signed' : 'pending'
}

const identityWords: Record<IdentityState, string> = {
  anonymous: 'Nobody was named.',
  claimed: 'A userId was said, and nobody signed it: what this person says is unverified.',
  pending: 'A signature is there. It goes to the server before the first thing that is said.',
  signed: 'The server believes who this is.',
  refused:
    'The server refused the token or userHash: the console and the event "error" say why. What is said waits here.',
  expired: 'The signature has ended. What is said waits here until identify brings another token.',
  required:
    'This workspace hears only visitors whose identity is signed: nothing is shown, and what is said waits here until identify brings a token.',
  token_unavailable: 'The function that fetches tokens brought none. It is asked again; what is said waits here.',
}

function inWords({ identified, waiting, surveys }: Said, config: WidgetConfig, memory: Memory): WidgetStatus['words'] {
  const { restDays, laterDays, mostASession } = config.fatigue
  const shown = (memory.get('shown') ?? {}) as Record<string, number>
  const day = (atMs: number | undefined) => (atMs ? new Date(atMs).toISOString().slice(0, 10) : 'earlier')

  const sentence = (id: string, reason: SurveyReason): string => {
    const { trigger, repeatAfterDays } = config.surveys.find((survey) => survey.id === id) ?? {}
    switch (reason) {
      case 'armed':
        return `Everything holds; it shows ${(trigger?.delayMs ?? 0) / 1000} seconds after that began, and not in the first three of a page.`
      case 'showing':
        return 'It is on the screen.'
      case 'waiting_for_page':
        return `It waits for a page whose path meets ${trigger?.path}; this one is ${location.pathname}.`
      case 'waiting_for_event':
        return `It waits for heed('track', '${trigger?.event}') in this page.`
      case 'waiting_for_scroll':
        return `It waits until ${trigger?.scroll} per cent of the page were scrolled through.`
      case 'waiting_for_leaving':
        return 'It waits until the pointer leaves the page over its upper edge.'
      case 'waiting_for_click':
        return `It waits for a click on ${trigger?.clicked} in this page.`
      case 'waiting_for_version':
        return "It waits for heed('set', { appVersion }) to name another version than this browser saw before."
      case 'loading':
        return 'The code that watches for its trigger is on its way, or could not be fetched.'
      case 'asked_recently': {
        const again = repeatAfterDays === null ? 'never again' : `again after ${repeatAfterDays} days`
        return `${shown[id] ? `This browser was asked it on ${day(shown[id])}` : 'The server says that this person was asked it'}; it is asked ${again}, and ${laterDays} days after somebody wanted to be asked later.`
      }
      case 'resting': {
        const times = Object.values(shown)
        return times[0]
          ? `This browser was asked another survey on ${day(Math.max(...times))}; nobody is asked twice within ${restDays} days.`
          : `The server says that this person was asked another survey; nobody is asked twice within ${restDays} days.`
      }
      case 'session_full':
        return `No more than ${mostASession} may be shown in one session, which is counted as twelve hours.`
      case 'not_running':
        return 'The server says that it does not run any more.'
      case 'not_targeted':
        return 'The server says that it is not aimed at this person.'
      case 'outside_sample':
        return 'The server says that this person is not in the sample of this wave, or not yet.'
      case 'quota_full':
        return 'The server says that enough of those like this person have answered.'
      case 'panel_open':
        return 'Something else of the widget stands open.'
      case 'dialog_open':
        return 'A dialog of the page stands open; a prompt never covers one.'
      case 'other_tab':
        return 'Nobody looks at this tab; the one in front may ask.'
      case 'no_consent':
        return "Nothing may be kept in this browser: consent is required, or the browser sends Global Privacy Control or Do Not Track. heed('set', { consent: 'granted' }) lifts it."
      case 'not_signed':
        return 'This workspace hears only visitors whose identity is signed, and no token came with identify.'
    }
  }

  return {
    identified: identified ? 'A userId was said.' : "Nobody was named yet: heed('identify', { userId }).",
    waiting: waiting ? `${waiting} things are not on the server yet.` : 'Everything said is on the server.',
    ...Object.fromEntries(Object.entries(surveys).map(([id, reason]) => [id, sentence(id, reason)])),
  }
}
