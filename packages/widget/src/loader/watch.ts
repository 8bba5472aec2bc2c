import type { Link, Open, SurveyConfig, Watching } from './link.ts'
import { pathMatches } from './path-glob.ts'

/** How long before a prompt is due its code is fetched. */
const preloadLeadMs = 4000

/** Nobody is asked in the first seconds of a page, whatever the survey says. */
const settleMs = 3000

/** Where the page is. The first look at `location` takes 3 kB of memory in a page that does without it. */
export const here = () => new URL(document.URL)

/** Whether a survey waits for something that a download of its own watches for. */
export const isWatched = ({ trigger }: SurveyConfig) =>
  trigger.scroll || trigger.leaving || trigger.clicked || trigger.newVersion

type WatchOptions = {
  surveys: SurveyConfig[]
  /** Whether it is known already that this person is not to be asked that survey now. */
  isRefused(survey: SurveyConfig): unknown
  /** What watches over that part of the triggers, once it is there. */
  watching(): Watching | undefined
  nowOpen(): Open
  isLoaded(): unknown
  /** A prompt is due, or will be soon and its code is not there. */
  due(): void
}

/** Watches over what surveys wait for, as far as that can be done before any of their code is there. */
export function startWatch({ surveys, isRefused, watching, nowOpen, isLoaded, due }: WatchOptions) {
  const events = new Set<string>()
  /** When a survey is due whose conditions hold, in `performance.now()`. */
  const times: Record<string, number> = {}
  let timer: ReturnType<typeof setTimeout> | undefined

  const dueAt: Link['dueAt'] = (survey) => {
    const { id, trigger } = survey
    if (
      (!trigger.event || events.has(id)) &&
      (!trigger.path || pathMatches(trigger.path, here().pathname)) &&
      !(isWatched(survey) && (watching()?.reasonOf(survey) ?? !watching())) &&
      !nowOpen() &&
      // A tab that nobody looks at would count as asked.
      !document.hidden &&
      !isRefused(survey)
    ) {
      times[id] ??= Math.max(performance.now() + trigger.delayMs, settleMs)
    } else delete times[id]
    return times[id]
  }

  /** What is due at once is not said again before somebody looks. */
  const plan = (after: number) => {
    clearTimeout(timer)
    const soonest = Math.min(...surveys.map((survey) => dueAt(survey) ?? 0).filter((at) => at > after))
    if (soonest === Number.POSITIVE_INFINITY) return
    timer = setTimeout(
      () => {
        due()
        plan(soonest)
      },
      soonest - performance.now() - (isLoaded() ? 0 : preloadLeadMs),
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
