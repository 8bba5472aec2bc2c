import type { SurveyReason } from '@heed/contracts'
import { mayAsk } from './fatigue.ts'
import type { Open, SurveyConfig } from './link.ts'
import type { Memory } from './memory.ts'
import { pathMatches } from './path-glob.ts'

/** How long before a prompt is due its code is fetched. */
const preloadLeadMs = 4000

/** Nobody is asked in the first seconds of a page, whatever the survey says. */
const settleMs = 3000

export type Arming = {
  /** The host page tracked an event. Counts from the next look on. */
  track(event: string): void
  /** Looks at every survey again: after navigation, an event, and when something opened or closed. */
  evaluate(): void
  reasonOf(survey: SurveyConfig): SurveyReason
  stop(): void
}

type ArmingOptions = {
  surveys: SurveyConfig[]
  memory: Memory
  /** Until when the server lets nobody ask this person that survey; milliseconds since 1970. */
  restsUntil(surveyId: string): number
  nowOpen(): Open
  preload(): void
  show(survey: SurveyConfig): void
}

/**
 * Watches over the triggers of the surveys. A survey whose conditions all hold is armed and shown after its delay;
 * it is disarmed when one of them stops holding.
 */
export function startArming({ surveys, memory, restsUntil, nowOpen, preload, show }: ArmingOptions): Arming {
  const tracked = new Set<string>()
  const armed = new Map<string, () => void>()

  const reasonOf = ({ id, trigger, repeatAfterDays }: SurveyConfig): SurveyReason => {
    const open = nowOpen()
    if (open && 'survey' in open && open.survey === id) return 'showing'
    if (!mayAsk(memory, { id, repeatAfterDays })) return 'asked_recently'
    if (restsUntil(id) > Date.now()) return 'asked_elsewhere'
    if (trigger.path && !pathMatches(trigger.path, location.pathname)) return 'waiting_for_page'
    if (trigger.event && !tracked.has(trigger.event)) return 'waiting_for_event'
    if (!memory.allowed()) return 'no_consent'
    // A tab that nobody looks at would count as asked.
    if (document.hidden) return 'other_tab'
    return open ? 'panel_open' : 'armed'
  }

  const arm = (survey: SurveyConfig) => {
    const delayMs = Math.max(survey.trigger.delayMs, settleMs - performance.now())
    const ahead = setTimeout(preload, delayMs - preloadLeadMs)
    const due = setTimeout(() => {
      disarm(survey)
      // Another tab may have asked in the meantime.
      if (reasonOf(survey) !== 'armed') return
      if (dialogOpen()) arm(survey)
      else show(survey)
    }, delayMs)
    armed.set(survey.id, () => {
      clearTimeout(ahead)
      clearTimeout(due)
    })
  }

  const disarm = ({ id }: SurveyConfig) => {
    armed.get(id)?.()
    armed.delete(id)
  }

  return {
    track: (event) => tracked.add(event),
    evaluate() {
      for (const survey of surveys) {
        if (reasonOf(survey) !== 'armed') disarm(survey)
        else if (!armed.has(survey.id)) arm(survey)
      }
    },
    reasonOf(survey) {
      const reason = reasonOf(survey)
      return reason === 'armed' && dialogOpen() ? 'dialog_open' : reason
    },
    stop() {
      for (const survey of surveys) disarm(survey)
    },
  }
}

/** Whether the host page has a dialog up, which a prompt must not cover. */
function dialogOpen(): boolean {
  for (const dialog of document.querySelectorAll('dialog[open],[aria-modal=true]')) {
    if (dialog.getClientRects().length) return true
  }
  return false
}
