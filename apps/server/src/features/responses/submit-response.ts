import type { NewResponse } from '@heed/contracts'
import type { Handle } from '@heed/db'
import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import { tellOfAnswer } from '../notices/tell-of-answer.ts'
import { tellOfEnd } from '../notices/tell-of-end.ts'
import type { PersonRow } from '../people/people.queries.ts'
import { type Visitor, visitingCustomer } from '../people/record-person.ts'
import { saidBy } from '../people/said-by.ts'
import { visitorSnapshot } from '../people/snapshot.ts'
import { markPacked } from '../results/frames/mark-frames.ts'
import { askedForm, askedVersion } from '../surveys/asked-version.ts'
import { endWhenFull } from '../surveys/end-survey.ts'
import { stateOf } from '../surveys/survey-state.ts'
import { findExposure, findSurvey, type SurveyRow } from '../surveys/surveys.queries.ts'
import { answerFaults } from './answer-faults.ts'
import { changeResponse, findResponse, findResponseTo, insertResponse, type ResponseRow } from './responses.queries.ts'

/**
 * Stores an answer under the id that the browser made. Sent when something is chosen, and again when a comment is added
 * or the choice is changed: one row, whose snapshot stays that of the first time.
 * @throws Problem survey_not_found, survey_not_running, survey_ended, answer_unfit, already_answered, id_taken
 */
export async function submitResponse(deps: Deps, visitor: Visitor, responseId: string, response: NewResponse) {
  const { workspaceId } = visitor
  const at = new Date(deps.now().getTime() - response.ageMs)
  let isLast = false
  await deps.store.write(async (tx) => {
    const customer = await visitingCustomer(tx, deps, visitor)
    const before = await findResponse(tx, workspaceId, responseId)
    if (before) {
      if (!(await saidBy(tx, customer.person, before.response.personId))) throw problem('id_taken')
      const { survey } = before
      const said = fittingAnswer(await askedAs(tx, workspaceId, survey, before.response.surveyVersion), response)
      const changes = {
        ...said,
        comment: said.comment ?? before.response.comment,
        personId: customer.person.id, // no claim reaches it any more, once they are signed
        updatedAt: deps.now(),
      }
      await changeResponse(tx, { workspaceId, id: responseId, ...changes })
      const newWords = said.comment === before.response.comment ? null : said.comment
      await tellOfAnswer(tx, deps, {
        visitor,
        customer,
        survey,
        response: { ...before.response, ...changes },
        newWords,
      })
      await markPacked(tx, { workspaceId, surveyId: survey.id, of: 'answers' }, before.response.createdAt, deps.now())
      return
    }
    const survey = await findSurvey(tx, workspaceId, response.surveyId)
    if (!survey || survey.state === 'draft') throw problem('survey_not_found')
    const exposureId = await answeredExposure(tx, deps.now(), customer.person, survey, response)
    const surveyVersion = askedVersion(survey, response.version)
    const row: ResponseRow = {
      workspaceId,
      id: responseId,
      surveyId: survey.id,
      surveyVersion,
      exposureId,
      personId: customer.person.id,
      accountId: customer.account?.id ?? null,
      ...fittingAnswer(await askedAs(tx, workspaceId, survey, surveyVersion), response),
      page: response.page ?? null,
      locale: response.locale ?? null,
      ...(await visitorSnapshot(tx, customer, at)),
      createdAt: at,
      updatedAt: deps.now(),
      starredAt: null,
    }
    await insertResponse(tx, row)
    await tellOfAnswer(tx, deps, { visitor, customer, survey, response: row, newWords: row.comment })
    isLast = await endWhenFull(tx, survey)
    if (isLast) await tellOfEnd(tx, deps, survey)
    await markPacked(tx, { workspaceId, surveyId: survey.id, of: 'answers' }, at, deps.now())
  })
  // The loader that names the survey is kept with its key.
  if (isLast) deps.keyOf.forget((kept) => kept.workspace.id === workspaceId)
  return { id: responseId }
}

type Asked = Pick<SurveyRow, 'id' | 'kind' | 'form' | 'version'>

/** The survey with what it offered in the version that was asked. */
const askedAs = async (tx: Handle, workspaceId: string, survey: Asked, version: number) => ({
  ...survey,
  form: await askedForm(tx, workspaceId, survey, version),
})

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
async function answeredExposure(
  tx: Handle,
  now: Date,
  person: PersonRow,
  survey: SurveyRow,
  { exposureId }: NewResponse,
) {
  const found = exposureId ? await findExposure(tx, survey.workspaceId, exposureId) : undefined
  const isOwn = found?.surveyId === survey.id && (await saidBy(tx, person, found.personId))
  const exposure = isOwn ? found : undefined
  // Whoever was shown the prompt while the survey ran may still answer it.
  const state = stateOf(survey, now)
  if (state !== 'running' && !exposure) throw problem(state === 'ended' ? 'survey_ended' : 'survey_not_running')
  if (exposure && (await findResponseTo(tx, survey.workspaceId, exposure.id))) throw problem('already_answered')
  return exposure?.id ?? null
}
