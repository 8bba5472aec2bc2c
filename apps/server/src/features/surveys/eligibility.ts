import type { Eligibility, EligibilityQuery } from '@heed/contracts'
import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import { findLastAnswered } from '../responses/responses.queries.ts'
import { findSurvey, listLastShown } from './surveys.queries.ts'

const dayMs = 86_400_000

/** Nobody sees a second survey within so many days, whichever it is. */
const restDays = 7

/**
 * Whether a user may be asked a survey now, by what is known of them in every browser: not within the rest after any
 * prompt, nor within `repeatAfterDays` after this one. Whoever is not known may be asked.
 * @throws Problem survey_not_found
 */
export async function readEligibility(
  { store, now }: Deps,
  workspaceId: string,
  { surveyId, userId }: EligibilityQuery,
): Promise<Eligibility> {
  const [survey, shown, answeredAt] = await Promise.all([
    findSurvey(store.read, workspaceId, surveyId),
    listLastShown(store.read, workspaceId, userId),
    findLastAnswered(store.read, workspaceId, surveyId, userId),
  ])
  if (!survey) throw problem('survey_not_found')
  const shownAt = shown.find((last) => last.surveyId === surveyId)?.at
  const never = survey.repeatAfterDays === null && (shownAt || answeredAt)
  if (survey.state === 'ended' || never) return { eligible: false, until: null }

  const rests = shown.map(({ at }) => restedAt(at, restDays))
  const repeats = [shownAt, answeredAt].map((at) => restedAt(at, survey.repeatAfterDays ?? 0))
  const until = Math.max(...rests, ...repeats)
  return until > now().getTime()
    ? { eligible: false, until: new Date(until).toISOString() }
    : { eligible: true, until: null }
}

/** When so many days have passed, in milliseconds since 1970; long ago when it never happened. */
const restedAt = (at: Date | null | undefined, days: number) => (at ? at.getTime() + days * dayMs : 0)
