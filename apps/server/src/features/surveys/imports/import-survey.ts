import { type ImportedSurveys, SurveyDefinition, type SurveyImport } from '@heed/contracts'
import type { Deps } from '../../../deps.ts'
import { problem } from '../../../http/problem.ts'
import type { Editor } from '../check-definition.ts'
import { draftRow } from '../create-survey.ts'
import { insertSurvey } from '../surveys.queries.ts'
import { fromFormbricks } from './formbricks.ts'
import { fromPostHog } from './posthog.ts'

/**
 * Makes drafts of another tool's survey, one for each question that Heed can ask, and says what is left out.
 * @throws Problem import_unreadable
 */
export async function importSurvey(
  deps: Deps,
  { workspace }: Editor,
  { from, survey }: SurveyImport,
): Promise<ImportedSurveys> {
  const read = from === 'formbricks' ? fromFormbricks : fromPostHog
  const imported = read(survey, workspace.defaultLocale)
  if (!imported) throw problem('import_unreadable')
  const { drafts, leftOut } = imported
  const at = deps.now()
  const rows = drafts.map((draft) => draftRow(workspace.id, deps.newId('survey'), SurveyDefinition.parse(draft), at))
  await deps.store.write(async (tx) => {
    for (const row of rows) await insertSurvey(tx, row)
  })
  return { surveyIds: rows.map(({ id }) => id), leftOut }
}
