import type { SharedSurveyResult } from '@heed/contracts'
import type { Deps } from '../../deps.ts'
import { ProblemError, problem } from '../../http/problem.ts'
import { filterOf } from '../../http/segment-query.ts'
import { hashToken } from '../../http/tokens.ts'
import { scopeOf } from '../segments/scope.ts'
import { findSurvey } from '../surveys/surveys.queries.ts'
import { readResult } from './read-result.ts'
import { parseResultQuery } from './result-filter.ts'
import { findShare } from './shares.queries.ts'

/**
 * What a link shows: figures alone, as of now, as it was filtered. A link whose saved segment is gone shows nothing
 * rather than everybody.
 * @throws Problem share_not_found
 */
export async function readShared(
  { store, now, customersOf, countsOf }: Deps,
  token: string,
): Promise<SharedSurveyResult> {
  const found = await findShare(store.read, hashToken(token))
  const query = found && parseResultQuery(found.share.query)
  const survey = found && (await findSurvey(store.read, found.workspace.id, found.share.surveyId))
  if (!found || !query || !survey) throw problem('share_not_found')

  const { workspace } = found
  try {
    const filter = await filterOf(store.read, workspace.id, query)
    const scope = scopeOf(workspace, now())
    const { defaultLocale } = workspace
    return {
      workspaceName: workspace.name,
      surveyName: survey.name,
      kind: survey.kind,
      filtered: filter.segment.all.length > 0,
      result: await readResult(store.read, {
        ...{ survey, defaultLocale, scope, filter, query },
        customers: customersOf(scope),
        counts: countsOf(scope, filter),
      }),
    }
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'invalid_input')
      throw problem('share_not_found', { cause: error })
    throw error
  }
}
