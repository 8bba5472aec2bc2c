import type { SurveyVersion } from '@heed/contracts'
import type { Handle } from '@heed/db'
import type { Counts } from '../results/counts.ts'
import { definitionOf } from './survey-definition.ts'
import { listVersions } from './survey-versions.queries.ts'
import { getSurvey } from './surveys.queries.ts'

const endOfTime = new Date('9999-12-31')

/**
 * Every definition that a survey asked with, newest first, with how many answered each; none of a draft.
 * @throws Problem survey_not_found
 */
export async function readVersions(
  handle: Handle,
  counts: Counts,
  workspaceId: string,
  surveyId: string,
): Promise<SurveyVersion[]> {
  const survey = await getSurvey(handle, workspaceId, surveyId)
  if (survey.state === 'draft') return []
  const [kept, answers] = await Promise.all([
    listVersions(handle, workspaceId, surveyId),
    // As if they were words: of any kind, also without a score.
    counts.answers({ survey: { id: surveyId, kind: 'text' }, since: new Date(0), until: endOfTime }, ['version']),
  ])
  const answersOf = (version: number) => answers.find(({ parts }) => parts[0] === version)?.answers ?? 0
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
