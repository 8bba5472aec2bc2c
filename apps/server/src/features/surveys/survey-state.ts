import type { SurveyState } from '@heed/contracts'
import type { SurveyRow } from './surveys.queries.ts'

/**
 * The state a survey is in now. What is kept is what members did with it; its schedule makes of a running one a scheduled
 * one before its start, and ends it at its end. The answer limit is held by `endWhenFull`.
 */
export function stateOf({ state, startsAt, endsAt }: Scheduled, now: Date): SurveyState {
  if (state === 'draft' || state === 'ended') return state
  if (endsAt && endsAt <= now) return 'ended'
  if (state === 'running' && startsAt && startsAt > now) return 'scheduled'
  return state
}

type Scheduled = Pick<SurveyRow, 'state' | 'startsAt' | 'endsAt'>
