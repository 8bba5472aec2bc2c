import type { FatigueRule, SurveyReason } from '@heed/contracts'
import { tiredOf } from './fatigue.ts'
import type { Open, SurveyConfig } from './link.ts'
import type { Memory } from './memory.ts'
import { pathMatches } from './path-glob.ts'

/** How long before a prompt is due its code is fetched. */
const preloadLeadMs = 4000

/** Nobody is asked in the first seconds of a page, whatever the survey says. */
const settleMs = 3000

/** Whether a survey waits for something that a download of its own watches for. */
export const isWatched = ({ trigger }: SurveyConfig) =>
  trigger.scroll || trigger.leaving || trigger.clicked || trigger.newVersion

export type Arming = {
  /** The host page tracked an event. Counts from the next look on. */
  track(event: string, properties?: Record<string, unknown>): void
  /** Looks at every survey again: after navigation, an event, and when something opened or closed. */
  evaluate(): void
  reasonOf(survey: SurveyConfig): SurveyReason
  stop(): void
}

type ArmingOptions = {
  /** The most important first. */
  surveys: SurveyConfig[]
  memory: Memory
  fatigue: FatigueRule
  /** Why the server does not let this person be asked that survey now, as far as it said. */
  refusalOf(survey: SurveyConfig): SurveyReason | undefined
  /** What of it a watched survey still waits for. */
  waitsFor(survey: SurveyConfig): SurveyReason | undefined
  nowOpen(): Open
  preload(): void
  show(survey: SurveyConfig): void
}

/**
 * Watches over the triggers of the surveys. A survey whose conditions all hold is armed and shown after its delay;
 * it is disarmed when one of them stops holding.
 */
export function startArming({
  surveys,
  memory,
  fatigue,
  refusalOf,
  waitsFor,
  nowOpen,
  preload,
  show,
}: ArmingOptions): Arming {
  /** Surveys whose event happened. */
  const happened = new Set<string>()
  const armed = new Map<string, () => void>()

  const reasonOf = (survey: SurveyConfig): SurveyReason => {
    const { id, trigger } = survey
    const open = nowOpen()
    if (open?.survey === id) return 'showing'
    const refused = tiredOf(memory, fatigue, survey) ?? refusalOf(survey)
    if (refused) return refused
    if (trigger.path && !pathMatches(trigger.path, location.pathname)) return 'waiting_for_page'
    if (trigger.event && !happened.has(id)) return 'waiting_for_event'
    const waits = isWatched(survey) && waitsFor(survey)
    if (waits) return waits
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
    track(event, properties) {
      for (const { id, trigger } of surveys) {
        const fits = ([name, value]: [string, unknown]) => properties?.[name] === value
        if (trigger.event === event && Object.entries(trigger.where ?? {}).every(fits)) happened.add(id)
      }
    },
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
