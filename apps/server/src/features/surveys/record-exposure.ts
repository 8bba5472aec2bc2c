import type { NewExposure } from '@heed/contracts'
import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import { findGrantedAt } from '../asks/asks.queries.ts'
import { type Visitor, visitingCustomer } from '../people/record-person.ts'
import { saidBy } from '../people/said-by.ts'
import { visitorSnapshot } from '../people/snapshot.ts'
import { markPacked } from '../results/frames/mark-frames.ts'
import { askedVersion } from './asked-version.ts'
import { stateOf } from './survey-state.ts'
import { findExposure, findSurvey, insertExposure } from './surveys.queries.ts'

/**
 * Keeps the fact that a prompt was shown, with the customer's snapshot, so that response rates are real.
 * @throws Problem survey_not_found, survey_not_running before it begins, id_taken
 */
export async function recordExposure(deps: Deps, visitor: Visitor, exposureId: string, exposure: NewExposure) {
  const sentAt = new Date(deps.now().getTime() - exposure.ageMs)
  await deps.store.write(async (tx) => {
    const survey = await findSurvey(tx, visitor.workspaceId, exposure.surveyId)
    if (!survey || survey.state === 'draft') throw problem('survey_not_found')
    const customer = await visitingCustomer(tx, deps, visitor)
    const { workspaceId } = visitor
    const { id: personId, verifiedId } = customer.person
    // By a clock that is wrong it would lie before the grant, and the person would be asked again too soon.
    const grantedAt = await findGrantedAt(tx, { workspaceId, personId, countedId: verifiedId ?? personId, exposureId })
    // It was shown to nobody yet, unless its start was put off. One that rests or is over may have been on a screen just before.
    if (!grantedAt && stateOf(survey, deps.now()) === 'scheduled') throw problem('survey_not_running')
    const at = grantedAt && grantedAt > sentAt ? grantedAt : sentAt
    const before = await findExposure(tx, workspaceId, exposureId)
    if (before && !(await saidBy(tx, customer.person, before.personId))) throw problem('id_taken')
    await insertExposure(tx, {
      workspaceId,
      id: exposureId,
      surveyId: survey.id,
      surveyVersion: askedVersion(survey, exposure.version),
      personId,
      accountId: customer.account?.id ?? null,
      page: exposure.page ?? null,
      ...(await visitorSnapshot(tx, customer, at)),
      createdAt: at,
      dismissedAt: null,
      later: null,
    })
    await markPacked(tx, { workspaceId, surveyId: survey.id, of: 'showings' }, at, deps.now())
  })
  return { id: exposureId }
}
