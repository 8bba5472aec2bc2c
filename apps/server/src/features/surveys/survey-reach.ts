import { type ShareFigure, type SurveyDefinition, type SurveyReach, standardFatigue } from '@heed/contracts'
import { answersForMargin, shareWithMargin } from '@heed/stats'
import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import { readAudience } from '../asks/audience.ts'
import { spreadOf } from '../asks/plan-wave.ts'
import { everyone, scopeOf } from '../segments/scope.ts'
import type { WorkspaceRow } from '../workspaces/workspaces.queries.ts'
import { countPrompts, countReach, type Prompts } from './survey-reach.queries.ts'

const dayMs = 86_400_000
const reachDays = 14
const promptDays = 90
/** With fewer prompts a rate says next to nothing, and a wider group of them is looked at. */
const fewestPrompts = 30

/**
 * How many people a survey would reach in two weeks, and how many answers to expect of them. Pages and events that its
 * trigger waits for are not known beforehand: it is the most there can be.
 * @throws Problem invalid_input naming what of its segment cannot be read
 */
export async function readReach(
  deps: Deps,
  workspace: WorkspaceRow,
  definition: SurveyDefinition,
): Promise<SurveyReach> {
  const handle = deps.store.read
  const now = deps.now()
  const scope = scopeOf(workspace, now)
  const { audience, messages } = await readAudience(handle, workspace.id, definition.targeting)
  if (!audience)
    throw problem('invalid_input', { errors: messages.map((message) => ({ field: 'targeting.segment', message })) })

  const { restDays } = workspace.fatigue ?? standardFatigue
  const daysAgo = (days: number) => new Date(now.getTime() - days * dayMs)
  const [base, { people, targeted }, prompts] = await Promise.all([
    deps.customersOf(scope).size(everyone.segment),
    countReach(handle, scope, audience, { hereSince: daysAgo(reachDays), restsSince: daysAgo(restDays) }),
    countPrompts(handle, scope, audience, { kind: definition.kind, since: daysAgo(promptDays) }),
  ])
  const responseRate = rateOf([prompts.alike, prompts.toSegment, prompts.all])
  return {
    days: reachDays,
    people,
    targeted,
    base: base.people,
    responseRate,
    answers: responseRate && answersOf(definition, { people, targeted, responseRate }),
  }
}

/** Of the first group that is large enough, else of the last that there is. */
const rateOf = (groups: Prompts[]): ShareFigure | null => {
  const { shown, answered } = groups.find((group) => group.shown >= fewestPrompts) ??
    groups.at(-1) ?? { shown: 0, answered: 0 }
  return shareWithMargin(Math.min(answered, shown), shown)
}

type Expected = { people: number; targeted: number; responseRate: ShareFigure }

const answersOf = (definition: SurveyDefinition, { people, targeted, responseRate }: Expected) => {
  const { sampling } = definition
  const asked = people * (sampling.mode === 'share' ? sampling.share : 1)
  const most = Math.min(mostAnswers(definition, targeted), Math.ceil(asked))
  return {
    low: Math.min(most, Math.floor(asked * responseRate.low)),
    high: Math.min(most, Math.ceil(asked * responseRate.high)),
  }
}

/** Where it stops asking. */
const mostAnswers = ({ kind, sampling, schedule }: SurveyDefinition, targeted: number): number => {
  const limit = schedule.answerLimit ?? Number.POSITIVE_INFINITY
  if (sampling.mode !== 'target') return limit
  const { answers, marginPoints } = sampling
  const wanted =
    marginPoints === undefined ? answers : answersForMargin({ marginPoints, base: targeted, spread: spreadOf(kind) })
  return Math.min(limit, wanted ?? Number.POSITIVE_INFINITY)
}
