import type { Survey } from '@heed/contracts'
import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import { lockSurvey } from './check-definition.ts'
import { stateOf } from './survey-state.ts'
import { getSurvey, updateSurvey } from './surveys.queries.ts'
import { toSurvey } from './to-survey.ts'

/**
 * Lets a survey rest, or go on. Prompts that stand open may still be answered.
 * @throws Problem survey_not_found, wrong_survey_state of a draft and of one that has ended
 */
export async function pauseSurvey(
  { store, now }: Deps,
  workspaceId: string,
  surveyId: string,
  paused: boolean,
): Promise<Survey> {
  return store.write(async (tx) => {
    await lockSurvey(tx, workspaceId, surveyId)
    const before = await getSurvey(tx, workspaceId, surveyId)
    const at = now()
    const state = stateOf(before, at)
    if (state === 'draft' || state === 'ended') throw problem('wrong_survey_state', { detail: `It is ${state}.` })
    const after = { ...before, state: paused ? ('paused' as const) : ('running' as const) }
    await updateSurvey(tx, after)
    return toSurvey(after, at)
  })
}
