import type { IdentityState, SurveyReason, WidgetConfig, WidgetStatus } from '@heed/contracts'
import type { HostClaim } from '../loader/link.ts'
import type { Memory } from '../loader/memory.ts'

type Said = Omit<WidgetStatus, 'words' | 'identity'>

/**
 * What of the status the loader leaves out: how far the person is believed, and all of it in sentences, for whoever builds
 * the host page: why each survey is not on the screen now, and what would bring it there. English alone, like the
 * documentation; no end user reads it.
 */
export function moreOf(
  said: Said,
  config: WidgetConfig,
  memory: Memory,
  claim: HostClaim,
): Pick<WidgetStatus, 'identity' | 'surveys' | 'words'> {
  const identity = identityOf(config, memory, claim)
  const notSigned = Object.keys(said.surveys).map((id) => [id, 'not_signed' as const])
  const surveys = identity === 'required' ? Object.fromEntries(notSigned) : said.surveys
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
      case 'asked_recently': {
        const latest = Math.max(...Object.values(shown))
        const again = repeatAfterDays === null ? 'never again' : `again after ${repeatAfterDays} days`
        return shown[id]
          ? `This browser was asked it on ${day(shown[id])}; it is asked ${again}, and nothing within 7 days of another survey.`
          : `This browser was asked another survey on ${day(latest)}; nobody is asked twice within 7 days.`
      }
      case 'asked_elsewhere':
        return 'The server says that this person was asked in another browser, or before signing out here.'
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
