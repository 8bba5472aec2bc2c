import type { Link, SurveyConfig } from '../loader/link.ts'
import { alone } from './alone.ts'
import { dialogOpen } from './dialog-open.ts'
import { rememberShown, tiredOf } from './fatigue.ts'
import { keepRefusal } from './keep-refusal.ts'
import type { Visitor } from './visitor.ts'

/** After so long it is looked again whether the dialog is still there that a prompt must not cover. */
const againMs = 3000

/** A browser's timers may be as much ahead of its clock, which is made coarse. */
const earlyMs = 50

/** A browser that has not rested is not looked at again for a quarter of a day. */
const restMs = 21_600_000

type DueOptions = {
  link: Pick<Link, 'config' | 'memory' | 'dueAt'>
  visitor(): Visitor
  /** @param due whether it still is */
  show(survey: SurveyConfig, due: () => boolean): Promise<void>
}

/** Shows surveys that are due by themselves: of several one after the other, until one is shown. */
export function startDue({ link: { config, memory, dueAt }, visitor, show }: DueOptions) {
  let turn: Promise<unknown> = Promise.resolve()
  let timer: ReturnType<typeof setTimeout> | undefined
  let stopped = false

  /** Read afresh, because other tabs ask too. The loader is told, so that it fetches nothing for what rests. */
  const isTired = (survey: SurveyConfig) => {
    const tired = tiredOf(memory, config.fatigue, survey)
    if (tired) keepRefusal(visitor(), survey, tired, Date.now() + restMs)
    return tired
  }

  const isDue = (survey: SurveyConfig) => {
    // Consent may have been taken back since.
    if (stopped || !memory.allowed() || (dueAt(survey) ?? Number.POSITIVE_INFINITY) > performance.now() + earlyMs)
      return false
    if (isTired(survey)) return false
    if (!dialogOpen()) return true
    clearTimeout(timer)
    timer = setTimeout(look, againMs)
    return false
  }

  const look = () => {
    for (const survey of config.surveys) {
      const due = () => isDue(survey)
      // One tab at a time, so that the next one reads what this one wrote: who the visitor is, and what was shown.
      const ask = async () => due() && show(survey, due)
      turn = turn.then(() => alone(`heed:${config.key}:ask`, ask)).catch(() => {})
    }
  }

  return {
    look,
    /** A survey was shown: now others rest. */
    shown(surveyId: string) {
      rememberShown(memory, surveyId)
      config.surveys.forEach(isTired)
    },
    /** Once no prompt is about to be shown. */
    settled: () => turn,
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }
}
