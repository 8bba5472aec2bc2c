import type { NewResponse } from '@heed/contracts'
import type { Handle } from '@heed/db'
import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import { type Visitor, visitingCustomer } from '../people/record-person.ts'
import { visitorSnapshot } from '../people/snapshot.ts'
import { findExposure, findSurvey, type SurveyRow } from '../surveys/surveys.queries.ts'
import { answerFaults } from './answer-faults.ts'
import { changeResponse, findResponse, findResponseTo, insertResponse } from './responses.queries.ts'

/**
 * Stores an answer under the id that the browser made. Sent when something is chosen, and again when a comment is added
 * or the choice is changed: one row, whose snapshot stays that of the first time.
 * @throws Problem survey_not_found, survey_ended, answer_unfit, already_answered, id_taken
 */
export async function submitResponse(deps: Deps, visitor: Visitor, responseId: string, response: NewResponse) {
  const { workspaceId } = visitor
  const at = new Date(deps.now().getTime() - response.ageMs)
  await deps.store.write(async (tx) => {
    const customer = await visitingCustomer(tx, deps, visitor)
    const before = await findResponse(tx, workspaceId, responseId)
    if (before) {
      if (before.personId !== customer.person.id) throw problem('id_taken')
      const answer = fittingAnswer(before.survey, response)
      await changeResponse(tx, workspaceId, responseId, {
        ...answer,
        comment: answer.comment ?? before.comment,
        updatedAt: deps.now(),
      })
      return
    }
    const survey = await findSurvey(tx, workspaceId, response.surveyId)
    if (!survey) throw problem('survey_not_found')
    const exposureId = await answeredExposure(tx, customer.person.id, survey, response)
    await insertResponse(tx, {
      workspaceId,
      id: responseId,
      surveyId: survey.id,
      exposureId,
      personId: customer.person.id,
      accountId: customer.account?.id ?? null,
      ...fittingAnswer(survey, response),
      page: response.page ?? null,
      locale: response.locale ?? null,
      ...(await visitorSnapshot(tx, customer, at)),
      createdAt: at,
      updatedAt: deps.now(),
    })
  })
  return { id: responseId }
}

/** What is kept of an answer, once it is known to fit. @throws Problem answer_unfit */
const fittingAnswer = (survey: Pick<SurveyRow, 'id' | 'kind' | 'form'>, response: NewResponse) => {
  const errors =
    response.surveyId === survey.id
      ? answerFaults(survey, response)
      : [{ field: 'surveyId', message: 'must be the survey that was answered under this id' }]
  if (errors.length > 0) throw problem('answer_unfit', { errors })
  return {
    score: response.score ?? null,
    choices: response.choices ?? null,
    comment: response.comment?.trim() || null,
  }
}

/** The exposure that is answered, if it is this person's own; one prompt takes one answer. */
async function answeredExposure(tx: Handle, personId: string, survey: SurveyRow, { exposureId }: NewResponse) {
  const found = exposureId ? await findExposure(tx, survey.workspaceId, exposureId) : undefined
  const exposure = found?.personId === personId && found.surveyId === survey.id ? found : undefined
  // Whoever was shown the prompt while the survey ran may still answer it.
  if (survey.state === 'ended' && !exposure) throw problem('survey_ended')
  if (exposure && (await findResponseTo(tx, survey.workspaceId, exposure.id))) throw problem('already_answered')
  return exposure?.id ?? null
}
