import type { SurveyState } from '@heed/contracts'
import { CalendarClock, CircleCheck, CirclePause, CirclePlay, PencilLine } from 'lucide-preact'
import { text } from '../../locales/text.ts'

const icons = {
  draft: PencilLine,
  scheduled: CalendarClock,
  running: CirclePlay,
  paused: CirclePause,
  ended: CircleCheck,
} as const satisfies Record<SurveyState, unknown>

/** The state in a word, with a shape beside it. */
export function StateTag({ state }: { state: SurveyState }) {
  const Icon = icons[state]
  return (
    <span class="tag survey-state" data-state={state}>
      <Icon size={12} aria-hidden="true" />
      {text.surveys.states[state]}
    </span>
  )
}
