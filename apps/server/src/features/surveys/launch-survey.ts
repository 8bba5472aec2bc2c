import type { Survey } from '@heed/contracts'
import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import { checkBasis, momentAfter } from './change-survey.ts'
import { checkReady, type Editor, lockSegments, lockSurvey } from './check-definition.ts'
import { definitionOf } from './survey-definition.ts'
import { stateOf } from './survey-state.ts'
import { insertVersion } from './survey-versions.queries.ts'
import { getSurvey, updateSurvey } from './surveys.queries.ts'
import { toSurvey } from './to-survey.ts'

/**
 * Lets a draft ask, from its start on, and keeps its first version. One that asks already stays as it is.
 * @throws Problem survey_not_found, survey_changed, wrong_survey_state, survey_incomplete
 */
export async function launchSurvey(deps: Deps, editor: Editor, surveyId: string, basedOn?: string): Promise<Survey> {
  const { workspace, memberId } = editor
  const now = deps.now()
  return deps.store.write(async (tx) => {
    await lockSegments(tx, workspace.id)
    await lockSurvey(tx, workspace.id, surveyId)
    const draft = await getSurvey(tx, workspace.id, surveyId)
    if (['running', 'scheduled'].includes(stateOf(draft, now))) return toSurvey(draft, now)
    if (draft.state !== 'draft') throw problem('wrong_survey_state', { detail: 'It was launched before.' })
    checkBasis(draft, basedOn)
    const definition = definitionOf(draft)
    await checkReady(tx, editor, definition, now)

    const launched = { ...draft, state: 'running' as const, launchedAt: now, updatedAt: momentAfter(draft, now) }
    await updateSurvey(tx, launched)
    const { version } = launched
    await insertVersion(tx, { workspaceId: workspace.id, surveyId, version, definition, memberId, createdAt: now })
    return toSurvey(launched, now)
  })
}
