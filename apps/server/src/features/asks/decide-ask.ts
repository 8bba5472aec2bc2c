import { type Ask, type AskRefusal, type NewAsk, standardFatigue } from '@heed/contracts'
import type { Handle } from '@heed/db'
import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import type { Visitor } from '../people/record-person.ts'
import { type Scope, scopeOf } from '../segments/scope.ts'
import { stateOf } from '../surveys/survey-state.ts'
import { findSurvey } from '../surveys/surveys.queries.ts'
import { getWorkspace } from '../workspaces/workspaces.queries.ts'
import { type AskingPerson, admitPerson, findAskingPerson } from './asking-person.ts'
import { listAsked, listAsksAround, saveAsk } from './asks.queries.ts'
import { type Audience, holdsStranger, readAudience } from './audience.ts'
import { heldMs, restOf } from './fatigue.ts'
import { samplePerson } from './sample-person.ts'
import { findStanding } from './sampling-cells.queries.ts'
import type { CellValues } from './sampling-cells.ts'
import { waveOf } from './wave-of.ts'
import { type Reckoned, reckonPlan, type Unplanned } from './wave-plan.ts'

/**
 * Decides whether a person is asked a survey now, and holds their place if so. In this order: the survey runs, the person
 * rests from nothing, it is aimed at them, and they are in its sample. The same ask again, while the place is held, is
 * granted again. Of whoever it is aimed at the decision is kept, so that it can be told how many came by; of others nothing.
 * @throws Problem survey_not_found
 */
export async function decideAsk(deps: Deps, visitor: Visitor, ask: NewAsk): Promise<Ask> {
  for (let reckoned: Reckoned | undefined; ; ) {
    const decided = await deps.store.write((tx) => decideIn(tx, deps, visitor, ask, reckoned))
    if ('granted' in decided) return decided
    reckoned = await reckonPlan(deps, decided)
  }
}

async function decideIn(
  tx: Handle,
  deps: Deps,
  visitor: Visitor,
  ask: NewAsk,
  reckoned: Reckoned | undefined,
): Promise<Ask | Unplanned> {
  const { workspaceId } = visitor
  const now = deps.now()
  const survey = await findSurvey(tx, workspaceId, ask.surveyId)
  if (!survey) throw problem('survey_not_found')
  const state = stateOf(survey, now)
  if (state !== 'running') return refused('not_running', state === 'scheduled' ? survey.startsAt : null)

  const workspace = await getWorkspace(tx, workspaceId)
  const person = await findAskingPerson(tx, visitor, workspace.identityEnforced ? undefined : ask.userId)
  const wave = waveOf(survey, now)
  const heldSince = new Date(now.getTime() - heldMs)
  const known = await listAsksAround(tx, { workspaceId, surveyId: survey.id, wave: wave.wave }, person.ids)
  if (known.some(({ exposureId, grantedAt }) => exposureId === ask.exposureId && grantedAt && grantedAt > heldSince)) {
    return granted
  }

  const history = await listAsked(tx, workspaceId, person.ids, heldSince)
  const rest = restOf(
    { surveyId: survey.id, repeatAfterDays: survey.repeatAfterDays },
    workspace.fatigue ?? standardFatigue,
    history,
    now,
  )
  if (rest) return refused(rest.reason, rest.until)

  const scope = scopeOf(workspace, now)
  const { audience } = await readAudience(tx, workspaceId, survey.targeting ?? {})
  const values = audience && (await standingIn(tx, scope, audience, person))
  if (!audience || !values) return refused('not_targeted', null)

  const countedId = await admitPerson(tx, deps, visitor, person)
  const sampled = { values, personKey: person.userId ?? countedId, isNew: known.every((one) => one.wave !== wave.wave) }
  const draw = await samplePerson(tx, deps, scope, { survey, wave, audience }, sampled, reckoned)
  if ('sampling' in draw) return draw
  await saveAsk(tx, {
    workspaceId,
    surveyId: survey.id,
    wave: wave.wave,
    personId: countedId,
    stratum: draw.cell,
    decidedAt: now,
    grantedAt: draw.refusal ? null : now,
    exposureId: draw.refusal ? null : ask.exposureId,
  })
  return draw.refusal ? refused(draw.refusal, draw.until) : granted
}

const granted: Ask = { granted: true, reason: null, until: null }
const refused = (reason: AskRefusal, until: Date | null): Ask => ({
  granted: false,
  reason,
  until: until?.toISOString() ?? null,
})

/** What a person whom the survey is aimed at is sampled by. */
async function standingIn(
  tx: Handle,
  scope: Scope,
  audience: Audience,
  { countedId: id, ids }: AskingPerson,
): Promise<CellValues | undefined> {
  const standing = id === null ? undefined : await findStanding(tx, scope, audience, { id, ids })
  if (standing) return standing.targeted ? standing.values : undefined
  return holdsStranger(audience, scope.now) ? { plan: null, tenureDays: null, spendMinor: null } : undefined
}
