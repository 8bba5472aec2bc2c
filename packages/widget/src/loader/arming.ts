import type { SurveyReason } from '@heed/contracts'
import { mayAsk } from './fatigue.ts'
import type { Open, SurveyConfig } from './link.ts'
import type { Memory } from './memory.ts'
import { pathMatches } from './path-glob.ts'

/** How long before a prompt is due its code is fetched. */
const preloadLeadMs = 4000

export type Arming = {
  /** The host page tracked an event. Counts from the next look on. */
  track(event: string): void
  /** Looks at every survey again: after navigation, an event, and when something opened or closed. */
  evaluate(): void
  reasons(): Record<string, SurveyReason>
  stop(): void
}

type ArmingOptions = {
  surveys: SurveyConfig[]
  memory: Memory
  nowOpen(): Open
  preload(): void
  show(survey: SurveyConfig): void
}

/**
 * Watches over the triggers of the surveys. A survey whose conditions all hold is armed and shown after its delay;
 * it is disarmed when one of them stops holding.
 */
export function startArming({ surveys, memory, nowOpen, preload, show }: ArmingOptions): Arming {
  const tracked = new Set<string>()
  const armed = new Map<string, () => void>()

  const reasonOf = ({ id, trigger, repeatAfterDays }: SurveyConfig): SurveyReason => {
    const open = nowOpen()
    if (open && 'survey' in open && open.survey === id) return 'showing'
    if (!mayAsk(memory, { id, repeatAfterDays })) return 'asked_recently'
    if (trigger.path && !pathMatches(trigger.path, location.pathname)) return 'waiting_for_page'
    if (trigger.event && !tracked.has(trigger.event)) return 'waiting_for_event'
    return open ? 'panel_open' : 'armed'
  }

  const arm = (survey: SurveyConfig) => {
    const { delayMs } = survey.trigger
    const ahead = setTimeout(preload, Math.max(0, delayMs - preloadLeadMs))
    const due = setTimeout(() => {
      disarm(survey)
      // Another tab may have asked in the meantime.
      if (reasonOf(survey) === 'armed') show(survey)
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

  const evaluate = () => {
    for (const survey of surveys) {
      if (reasonOf(survey) !== 'armed') disarm(survey)
      else if (!armed.has(survey.id)) arm(survey)
    }
  }

  return {
    track: (event) => tracked.add(event),
    evaluate,
    reasons: () => Object.fromEntries(surveys.map((survey) => [survey.id, reasonOf(survey)])),
    stop() {
      for (const survey of surveys) disarm(survey)
    },
  }
}
