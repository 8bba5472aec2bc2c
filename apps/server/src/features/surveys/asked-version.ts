import type { SurveyForm } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { findVersion } from './survey-versions.queries.ts'
import type { SurveyRow } from './surveys.queries.ts'

/** The version that a browser says it asked with; the newest where it says none, or one that is yet to come. */
export const askedVersion = ({ version: newest }: Pick<SurveyRow, 'version'>, said: number | undefined): number =>
  Math.min(said ?? newest, newest)

type Asked = Pick<SurveyRow, 'id' | 'form' | 'version'>

/** What a survey offered in a version: an answer may come long after its options were changed. */
export async function askedForm(
  handle: Handle,
  workspaceId: string,
  survey: Asked,
  version: number,
): Promise<SurveyForm | null> {
  if (version === survey.version) return survey.form
  return (await findVersion(handle, workspaceId, survey.id, version))?.definition.form ?? survey.form
}
