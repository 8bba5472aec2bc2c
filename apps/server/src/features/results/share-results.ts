import type { CreatedSharedResults, NewSharedResults } from '@heed/contracts'
import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import { filterOf } from '../../http/segment-query.ts'
import { hashToken, newToken } from '../../http/tokens.ts'
import type { MemberRow } from '../members/members.queries.ts'
import { findSurvey } from '../surveys/surveys.queries.ts'
import { periodOf } from './period.ts'
import { parseResultQuery } from './result-filter.ts'
import { insertShare, toShare } from './shares.queries.ts'

/**
 * Makes a link under which anybody who has it reads a survey's results, filtered as a query says. Its token is in this
 * reply alone.
 * @throws Problem survey_not_found, invalid_input
 */
export async function shareResults(
  { store, now, newId }: Deps,
  { workspaceId, id: memberId, name }: MemberRow,
  surveyId: string,
  { query }: NewSharedResults,
): Promise<CreatedSharedResults> {
  const asked = parseResultQuery(query)
  if (!asked) throw problem('invalid_input', { errors: [{ field: 'query', message: 'must be the query of results' }] })
  const createdAt = now()
  periodOf(asked, createdAt)
  await filterOf(store.read, workspaceId, asked)
  const token = newToken()
  return store.write(async (tx) => {
    if (!(await findSurvey(tx, workspaceId, surveyId))) throw problem('survey_not_found')
    const row = {
      workspaceId,
      id: newId('share'),
      hash: hashToken(token),
      surveyId,
      query,
      memberId,
      createdAt,
      revokedAt: null,
    }
    await insertShare(tx, row)
    return { ...toShare(row, name), token }
  })
}
