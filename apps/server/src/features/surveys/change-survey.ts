import { isDeepStrictEqual } from 'node:util'
import type { Survey, SurveyChange, SurveyDefinition } from '@heed/contracts'
import type { Handle } from '@heed/db'
import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import { checkDefinition, checkReady, type Editor, lockSegments, lockSurvey } from './check-definition.ts'
import { endWhenFull } from './end-survey.ts'
import { columnsOf, definitionOf } from './survey-definition.ts'
import { stateOf } from './survey-state.ts'
import { insertVersion } from './survey-versions.queries.ts'
import { getSurvey, type SurveyRow, updateSurvey } from './surveys.queries.ts'
import { toSurvey } from './to-survey.ts'

/**
 * Gives a survey another definition. One that was launched gets a version by it, and must stay ready to ask.
 * @throws Problem survey_not_found, survey_changed, wrong_survey_state (it has ended), survey_running (another kind),
 * invalid_input, survey_incomplete
 */
export async function changeSurvey(
  deps: Deps,
  editor: Editor,
  surveyId: string,
  { basedOn, ...definition }: SurveyChange,
): Promise<Survey> {
  const { workspace } = editor
  const now = deps.now()
  return deps.store.write(async (tx) => {
    await lockSegments(tx, workspace.id)
    await lockSurvey(tx, workspace.id, surveyId)
    const before = await getSurvey(tx, workspace.id, surveyId)
    checkBasis(before, basedOn)
    // As columns, in which a moment is one however it was written.
    if (isDeepStrictEqual(columnsOf(definitionOf(before)), columnsOf(definition))) return toSurvey(before, now)
    await checkChange(tx, editor, before, definition, now)

    const after: SurveyRow = { ...before, ...columnsOf(definition), updatedAt: momentAfter(before, now) }
    if (before.state !== 'draft') {
      after.version++
      await keepVersions(tx, editor, { before, after, at: now })
    }
    await updateSurvey(tx, after)
    // A lower limit may have been reached already.
    const ended = await endWhenFull(tx, after)
    return toSurvey(ended ? { ...after, state: 'ended' } : after, now)
  })
}

const checkChange = async (
  tx: Handle,
  editor: Editor,
  before: SurveyRow,
  definition: SurveyDefinition,
  now: Date,
): Promise<void> => {
  if (stateOf(before, now) === 'ended')
    throw problem('wrong_survey_state', { detail: 'It has ended. Duplicate it and change the copy.' })
  await checkDefinition(tx, editor, definition)
  if (before.state === 'draft') return
  if (definition.kind !== before.kind)
    throw problem('survey_running', { errors: [{ field: 'kind', message: `must stay ${before.kind}` }] })
  await checkReady(tx, editor, definition, now)
}

/** Keeps the new version; and the one before, of a survey that was launched before versions were kept. */
const keepVersions = async (
  tx: Handle,
  { memberId }: Editor,
  { before, after, at }: { before: SurveyRow; after: SurveyRow; at: Date },
): Promise<void> => {
  const { workspaceId, id: surveyId } = before
  const own = { workspaceId, surveyId }
  await insertVersion(tx, {
    ...own,
    version: before.version,
    definition: definitionOf(before),
    memberId: null,
    createdAt: before.launchedAt ?? before.createdAt,
  })
  await insertVersion(tx, { ...own, version: after.version, definition: definitionOf(after), memberId, createdAt: at })
}

/** @throws Problem survey_changed where the survey is not as it was read */
export const checkBasis = (survey: SurveyRow, basedOn: string | undefined) => {
  if (basedOn !== undefined && new Date(basedOn).getTime() !== changedAt(survey).getTime())
    throw problem('survey_changed')
}

/** When it was changed last: what `basedOn` names. */
const changedAt = ({ updatedAt, createdAt }: SurveyRow): Date => updatedAt ?? createdAt

/** Now, and never the moment of the change before, so that each change can be told from it. */
export const momentAfter = (before: SurveyRow, now: Date): Date =>
  new Date(Math.max(now.getTime(), changedAt(before).getTime() + 1))
