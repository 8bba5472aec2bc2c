import type { PublicSurvey, TestLink } from '@heed/contracts'
import type { Handle } from '@heed/db'
import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import { hashToken, newToken } from '../../http/tokens.ts'
import { toPublicSurvey } from './public-survey.ts'
import { getSurvey } from './surveys.queries.ts'
import { deleteEndedTestLinks, findTestedSurvey, insertTestLink } from './test-links.queries.ts'

const linkMs = 86_400_000

/** Makes a link under which a survey shows as it is then, for a day. @throws Problem survey_not_found */
export async function createTestLink({ store, now }: Deps, workspaceId: string, surveyId: string): Promise<TestLink> {
  const token = newToken()
  const expiresAt = new Date(now().getTime() + linkMs)
  await store.write(async (tx) => {
    await getSurvey(tx, workspaceId, surveyId)
    await deleteEndedTestLinks(tx, workspaceId, now())
    await insertTestLink(tx, { workspaceId, hash: hashToken(token), surveyId, expiresAt })
  })
  return { parameter: `heed-test=${surveyId}.${token}`, expiresAt: expiresAt.toISOString() }
}

/** The survey behind a test link, whatever its state. @throws Problem test_link_ended */
export async function readTestedSurvey(
  handle: Handle,
  workspaceId: string,
  token: string,
  now: Date,
): Promise<PublicSurvey> {
  const survey = await findTestedSurvey(handle, workspaceId, hashToken(token), now)
  if (!survey) throw problem('test_link_ended')
  return toPublicSurvey(survey)
}
