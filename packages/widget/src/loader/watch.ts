import type { Link, SurveyConfig, VisitorKept } from './link.ts'
import { pathMatches } from './path-glob.ts'
import { refusalOf } from './refusal.ts'
import type { Now } from './visit.ts'

/** How long before a prompt is due its code is fetched. */
const preloadLeadMs = 4000

/** Nobody is asked in the first seconds of a page, whatever the survey says. */
const settleMs = 3000

/** Where the page is. The first look at `location` takes 3 kB of memory in a page that does without it. */
export const here = () => new URL(document.URL)

/** Whether a survey waits for something that a download of its own watches for. */
export const isWatched = ({ trigger }: SurveyConfig) =>
  trigger.scroll || trigger.leaving || trigger.clicked || trigger.newVersion

/** Whether what a survey waits for hangs on the page that the address names. */
export const isOfPage = (survey: SurveyConfig) => survey.trigger.path ?? isWatched(survey)

export type Watch = ReturnType<typeof startWatch>

/**
 * Watches over what surveys wait for, as far as that can be done before any of their code is there.
 * @param kept what the browser keeps of the visitor of now, refusals of surveys among it
 * @param due called when a prompt is due, or will be soon and its code is not there
 */
export function startWatch(
  surveys: SurveyConfig[],
  now: Pick<Now, 'open' | 'isOpening' | 'watching' | 'runtime'>,
  kept: () => VisitorKept,
  due: () => void,
) {
  const events = new Set<string>()
  /** When a survey is due whose conditions hold, in `performance.now()`. */
  const times: Record<string, number> = {}
  let timer: ReturnType<typeof setTimeout> | undefined

  const dueAt: Link['dueAt'] = (survey) => {
    const { id, trigger } = survey
    if (
      (!trigger.event || events.has(id)) &&
      (!trigger.path || pathMatches(trigger.path, here().pathname)) &&
      !(isWatched(survey) && (now.watching?.reasonOf(survey) ?? !now.watching)) &&
      !now.open &&
      !now.isOpening &&
      // A tab that nobody looks at would count as asked.
      !document.hidden &&
      !refusalOf(kept(), survey)
    ) {
      times[id] ??= Math.max(performance.now() + trigger.delayMs, settleMs)
    } else delete times[id]
    return times[id]
  }

  /** What is due at once is not said again before somebody looks. */
  const plan = (after: number) => {
    clearTimeout(timer)
    const soonest = surveys.reduce((soonest, survey) => {
      const at = dueAt(survey) ?? 0
      return at > after && at < soonest ? at : soonest
    }, Number.POSITIVE_INFINITY)
    if (soonest === Number.POSITIVE_INFINITY) return
    timer = setTimeout(
      () => {
        due()
        plan(soonest)
      },
      soonest - performance.now() - (now.runtime ? 0 : preloadLeadMs),
    )
  }

  return {
    dueAt,
    /** Surveys whose event happened. */
    events,
    /** The host page tracked an event. Counts from the next look on. */
    track(event: string, properties?: Record<string, unknown>) {
      for (const { id, trigger } of surveys) {
        const fits = ([name, value]: [string, unknown]) => properties?.[name] === value
        if (trigger.event === event && Object.entries(trigger.where ?? {}).every(fits)) events.add(id)
      }
    },
    /** Looks at every survey again: after navigation, an event, and when something opened or closed. */
    look: () => plan(0),
    stop: () => clearTimeout(timer),
  }
}
