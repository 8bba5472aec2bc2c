import type { NewResponse } from '@heed/contracts'
import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import { type Visitor, visitingCustomer } from '../people/record-person.ts'
import { snapshotOf } from '../people/snapshot.ts'
import { findSurvey } from '../surveys/surveys.queries.ts'
import { changeResponse, findResponse, insertResponse } from './responses.queries.ts'

/**
 * Stores an answer under the id that the browser made. Sent when the score is chosen, and again when a comment is
 * added or the score is changed: one row, whose snapshot stays that of the first time.
 * @throws Problem survey_not_found, id_taken
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
    if (!(await findSurvey(tx, workspaceId, response.surveyId))) throw problem('survey_not_found')
    await insertResponse(tx, {
      workspaceId,
      id: responseId,
      surveyId: response.surveyId,
      exposureId: response.exposureId ?? null,
      personId: customer.person.id,
      accountId: customer.account?.id ?? null,
      score: response.score,
      comment: response.comment?.trim() || null,
      page: response.page ?? null,
      locale: response.locale ?? null,
      ...snapshotOf(customer, at),
      createdAt: at,
      updatedAt: deps.now(),
    })
  })
  return { id: responseId }
}
