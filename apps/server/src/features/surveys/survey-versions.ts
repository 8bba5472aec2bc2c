import type { SurveyVersion } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { definitionOf } from './survey-definition.ts'
import { countAnswersByVersion, listVersions } from './survey-versions.queries.ts'
import { getSurvey } from './surveys.queries.ts'

/**
 * Every definition that a survey asked with, newest first, with how many answered each; none of a draft.
 * @throws Problem survey_not_found
 */
export async function readVersions(handle: Handle, workspaceId: string, surveyId: string): Promise<SurveyVersion[]> {
  const survey = await getSurvey(handle, workspaceId, surveyId)
  if (survey.state === 'draft') return []
  const [kept, counts] = await Promise.all([
    listVersions(handle, workspaceId, surveyId),
    countAnswersByVersion(handle, workspaceId, surveyId),
  ])
  const answersOf = (version: number) => counts.find((count) => count.version === version)?.answers ?? 0
  // One that was launched before versions were kept, and not changed since, is its own only version.
  const versions = kept.some(({ version }) => version === survey.version)
    ? kept
    : [
        {
          version: survey.version,
          definition: definitionOf(survey),
          createdAt: survey.launchedAt ?? survey.createdAt,
          memberName: null,
        },
        ...kept,
      ]
  return versions.map(({ createdAt, ...row }) => ({
    ...row,
    createdAt: createdAt.toISOString(),
    answers: answersOf(row.version),
  }))
}
