import type { NewResponse } from '@heed/contracts'
import type { Handle } from '@heed/db'
import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import { type Visitor, visitingCustomer } from '../people/record-person.ts'
import { visitorSnapshot } from '../people/snapshot.ts'
import { findExposure, findSurvey } from '../surveys/surveys.queries.ts'
import { changeResponse, findResponse, findResponseTo, insertResponse } from './responses.queries.ts'

/**
 * Stores an answer under the id that the browser made. Sent when the score is chosen, and again when a comment is
 * added or the score is changed: one row, whose snapshot stays that of the first time.
 * @throws Problem survey_not_found, survey_ended, already_answered, id_taken
 */
export async function submitResponse(deps: Deps, visitor: Visitor, responseId: string, response: NewResponse) {
  const { workspaceId } = visitor
  const at = new Date(deps.now().getTime() - response.ageMs)
  await deps.store.write(async (tx) => {
    const customer = await visitingCustomer(tx, deps, visitor)
    const before = await findResponse(tx, workspaceId, responseId)
    if (before) {
      if (before.personId !== customer.person.id) throw problem('id_taken')
      const comment = response.comment?.trim() || before.comment
      await changeResponse(tx, workspaceId, responseId, { score: response.score, comment, updatedAt: deps.now() })
      return
    }
    const exposureId = await answeredExposure(tx, customer.person.id, visitor, response)
    await insertResponse(tx, {
      workspaceId,
      id: responseId,
      surveyId: response.surveyId,
      exposureId,
      personId: customer.person.id,
      accountId: customer.account?.id ?? null,
      score: response.score,
      comment: response.comment?.trim() || null,
      page: response.page ?? null,
      locale: response.locale ?? null,
      ...(await visitorSnapshot(tx, customer, at)),
      createdAt: at,
      updatedAt: deps.now(),
    })
  })
  return { id: responseId }
}

/** The exposure that is answered, if it is this person's own; one prompt takes one answer. */
async function answeredExposure(
  tx: Handle,
  personId: string,
  { workspaceId }: Visitor,
  { surveyId, exposureId }: NewResponse,
) {
  const survey = await findSurvey(tx, workspaceId, surveyId)
  if (!survey) throw problem('survey_not_found')
  const found = exposureId ? await findExposure(tx, workspaceId, exposureId) : undefined
  const exposure = found?.personId === personId && found.surveyId === surveyId ? found : undefined
  // Whoever was shown the prompt while the survey ran may still answer it.
  if (survey.state === 'ended' && !exposure) throw problem('survey_ended')
  if (exposure && (await findResponseTo(tx, workspaceId, exposure.id))) throw problem('already_answered')
  return exposure?.id ?? null
}
