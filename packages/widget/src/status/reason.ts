import type { FatigueRule, SurveyReason } from '@heed/contracts'
import type { Open, SurveyConfig, VisitorKept, Watching } from '../loader/link.ts'
import type { Memory } from '../loader/memory.ts'
import { pathMatches } from '../loader/path-glob.ts'
import { refusalOf } from '../loader/refusal.ts'
import { isWatched } from '../loader/watch.ts'
import { dialogOpen } from '../runtime/dialog-open.ts'
import { tiredOf } from '../runtime/fatigue.ts'

/** What the loader knows of this page. */
export type Known = {
  /** Surveys whose event happened. */
  events: Set<string>
  watching?: Watching | undefined
  open?: Open
  kept: VisitorKept
}

/** Why a survey is not on the screen now. */
export function reasonOf(
  survey: SurveyConfig,
  rule: FatigueRule,
  memory: Memory,
  { events, watching, open, kept }: Known,
): SurveyReason {
  if (open?.survey === survey.id) return 'showing'
  const refused = tiredOf(memory, rule, survey) ?? refusalOf(kept, survey)
  if (refused) return refused
  const { path, event } = survey.trigger
  if (path && !pathMatches(path, location.pathname)) return 'waiting_for_page'
  if (event && !events.has(survey.id)) return 'waiting_for_event'
  const waits = isWatched(survey) && (watching ? watching.reasonOf(survey) : 'loading')
  if (waits) return waits
  if (!memory.allowed()) return 'no_consent'
  if (document.hidden) return 'other_tab'
  if (open) return 'panel_open'
  return dialogOpen() ? 'dialog_open' : 'armed'
}
