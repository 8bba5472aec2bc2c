import type { Survey } from '@heed/contracts'
import type { Handle } from '@heed/db'
import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import { lockSurvey } from './check-definition.ts'
import { countAnswersUpTo, getSurvey, type SurveyRow, updateSurvey } from './surveys.queries.ts'
import { toSurvey } from './to-survey.ts'

/**
 * Ends a survey for good. One that has ended stays so.
 * @throws Problem survey_not_found, wrong_survey_state of a draft, which is deleted instead
 */
export async function endSurvey({ store, now }: Deps, workspaceId: string, surveyId: string): Promise<Survey> {
  return store.write(async (tx) => {
    await lockSurvey(tx, workspaceId, surveyId)
    const before = await getSurvey(tx, workspaceId, surveyId)
    if (before.state === 'draft') throw problem('wrong_survey_state', { detail: 'It is a draft.' })
    const after = { ...before, state: 'ended' as const }
    await updateSurvey(tx, after)
    return toSurvey(after, now())
  })
}

/**
 * Ends a survey that has as many answers as it wants. For a write that stored an answer, after it was stored: the lock
 * makes two answers at once count each other.
 * @returns whether it ended by this
 */
export async function endWhenFull(tx: Handle, survey: SurveyRow): Promise<boolean> {
  const { workspaceId, id, answerLimit, state } = survey
  if (answerLimit === null || state === 'draft' || state === 'ended') return false
  await lockSurvey(tx, workspaceId, id)
  const now = await getSurvey(tx, workspaceId, id)
  if (now.answerLimit === null || now.state === 'ended') return false
  if ((await countAnswersUpTo(tx, workspaceId, id, now.answerLimit)) < now.answerLimit) return false
  await updateSurvey(tx, { ...now, state: 'ended' })
  return true
}
