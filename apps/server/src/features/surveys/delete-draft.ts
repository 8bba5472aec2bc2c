import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import { lockSurvey } from './check-definition.ts'
import { deleteSurvey, getSurvey } from './surveys.queries.ts'
import { deleteTestLinks } from './test-links.queries.ts'

/** @throws Problem survey_not_found, survey_running: what was launched stays, with its answers */
export async function deleteDraft({ store }: Deps, workspaceId: string, surveyId: string): Promise<void> {
  await store.write(async (tx) => {
    await lockSurvey(tx, workspaceId, surveyId)
    const { state } = await getSurvey(tx, workspaceId, surveyId)
    if (state !== 'draft') throw problem('survey_running')
    await deleteTestLinks(tx, workspaceId, surveyId)
    await deleteSurvey(tx, workspaceId, surveyId)
  })
}
