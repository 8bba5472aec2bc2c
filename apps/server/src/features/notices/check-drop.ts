import type { Figure as Reckoned } from '@heed/contracts'
import { difference, type Figure } from '@heed/stats'
import type { Deps } from '../../deps.ts'
import { topOption } from '../results/distribution-of.ts'
import { figureOfAnswers } from '../results/figure-of.ts'
import { measureOf } from '../results/measure-of.ts'
import { everyone, scopeOf } from '../segments/scope.ts'
import { findSurvey } from '../surveys/surveys.queries.ts'
import { getWorkspace } from '../workspaces/workspaces.queries.ts'
import { findDropSince, insertNotice } from './notices.queries.ts'

const dayMs = 86_400_000
const comparedDays = 30

/**
 * Looks, at most once a day a survey and process, whether a survey's figure fell. For after an answer was stored: it is
 * looked at from the answers that are there, so one that was missed is made up for by the next.
 */
export const watchDrops = (deps: Deps) => {
  const lookedOn = new Map<string, number>()
  return async (workspaceId: string, surveyId: string): Promise<void> => {
    const today = Math.floor(deps.now().getTime() / dayMs)
    if (lookedOn.get(surveyId) === today) return
    lookedOn.set(surveyId, today)
    try {
      await checkDrop(deps, workspaceId, surveyId)
    } catch (error) {
      lookedOn.delete(surveyId)
      throw error
    }
  }
}

/**
 * Tells the team when the figure of the last 30 days is below that of the 30 before by more than chance, if the survey
 * wants it. Told again after 30 days at the earliest: until then it is the same drop.
 */
export async function checkDrop(
  { store, now, newId, countsOf }: Deps,
  workspaceId: string,
  surveyId: string,
): Promise<void> {
  const survey = await findSurvey(store.read, workspaceId, surveyId)
  if (!survey?.alerts?.drop) return

  const at = now()
  const scope = scopeOf(await getWorkspace(store.read, workspaceId), at)
  const [since, middle] = [2, 1].map((times) => new Date(at.getTime() - times * comparedDays * dayMs)) as [Date, Date]
  const counts = countsOf(scope, everyone)
  const between = (from: Date, until: Date) => counts.answers({ survey, since: from, until }, [])
  const [before, lately] = await Promise.all([between(since, middle), between(middle, new Date(at.getTime() + 1))])
  const asked = { measure: measureOf(survey.kind), option: topOption(before, []) }
  const [from, to] = [figureOfAnswers(asked, before), figureOfAnswers(asked, lately)]
  const [earlier, later] = [known(from.figure), known(to.figure)]
  if (!earlier || !later || difference(earlier, later, from.enough && to.enough).verdict !== 'down') return

  await store.write(async (tx) => {
    await tx.lock(`drop ${workspaceId} ${surveyId}`)
    if (await findDropSince(tx, workspaceId, surveyId, middle)) return
    await insertNotice(tx, {
      workspaceId,
      id: newId('notice'),
      kind: 'drop',
      surveyId,
      responseId: null,
      ticketId: null,
      facts: { before: earlier.value, now: later.value, answers: later.answers },
      createdAt: at,
      readAt: null,
    })
  })
}

const known = ({ value, low, high, answers }: Reckoned): Figure | null =>
  value === null || low === null || high === null ? null : { value, low, high, answers }
