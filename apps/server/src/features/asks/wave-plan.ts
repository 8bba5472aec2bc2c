import { isDeepStrictEqual } from 'node:util'
import type { SurveyDefinition, SurveySampling } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { responseRates } from '@heed/stats'
import type { Deps } from '../../deps.ts'
import type { Scope } from '../segments/scope.ts'
import type { SurveyRow } from '../surveys/surveys.queries.ts'
import type { Audience } from './audience.ts'
import { namedCuts, type PlannedWave, partsOf, planWave } from './plan-wave.ts'
import { countCells } from './sampling-cells.queries.ts'
import type { Wave } from './wave-of.ts'
import { countPrompts, findWave, saveWave, type WaveRow } from './waves.queries.ts'

const dayMs = 86_400_000
/** Of how long the response rate to be expected is taken. */
const rateDays = 365

type Target = Extract<SurveySampling, { mode: 'target' }>

/** What a plan is reckoned from. */
export type Unplanned = {
  scope: Scope
  survey: SurveyRow
  sampling: Target
  wave: Wave
  audience: Audience
  /** How many have come by in the wave. */
  cameBy: number
}
/** A plan, the sampling that it is for, and how many had come by. */
export type Reckoned = { planned: PlannedWave; sampling: Target; cameBy: number }

/**
 * What a wave with a target wants of each stratum: kept from its first ask on, so that the base that moves under it moves
 * no quota, and planned anew when the survey's sampling was changed since.
 * @param reckoned a plan to keep, if there is none yet: another process may have been quicker, then its plan counts
 * @returns null where one must be reckoned first
 */
export async function keepWavePlan(
  tx: Handle,
  { scope, survey, sampling, wave }: Omit<Unplanned, 'cameBy'>,
  reckoned: Reckoned | undefined,
): Promise<WaveRow | null> {
  const key = { workspaceId: scope.workspaceId, surveyId: survey.id, wave: wave.wave }
  const isCurrent = (row: WaveRow | undefined) =>
    isOfWave(row, wave) && isDeepStrictEqual(row.strata.sampling, sampling) && !isOutgrown(row, reckoned?.cameBy ?? 0)
  const before = await findWave(tx, key)
  if (before && isCurrent(before)) return before
  if (!reckoned || !isDeepStrictEqual(reckoned.sampling, sampling)) return null

  await tx.lock(`wave ${scope.workspaceId} ${survey.id} ${wave.wave}`)
  const found = await findWave(tx, key)
  if (found && isCurrent(found)) return found
  const startedAt = isOfWave(found, wave) ? found.startedAt : scope.now
  const row = { ...key, startedAt, strata: toKept(reckoned, sampling) }
  await saveWave(tx, row)
  return row
}

/** Whether a plan is of this wave, and not of one that had its number before the survey's start or repeat was changed. */
export const isOfWave = (row: WaveRow | undefined, { startedAt }: Wave): row is WaveRow =>
  row !== undefined && row.startedAt >= startedAt

/** Whether as many again came by as a plan knew of, so that its quotas leave out most people. */
export const isOutgrown = ({ strata: { strata, known } }: WaveRow, cameBy: number): boolean =>
  cameBy >= 2 * Math.max(1, known ?? baseOf(strata))

const baseOf = (strata: readonly { base: number }[]) => strata.reduce((sum, { base }) => sum + base, 0)

/** Reckons a plan outside of any write, which would keep all others waiting; whoever needs it meanwhile waits for the same. */
export async function reckonPlan(
  { store, waveMemory }: Pick<Deps, 'store' | 'waveMemory'>,
  { scope, survey, sampling, wave, audience, cameBy }: Unplanned,
): Promise<Reckoned> {
  const name = JSON.stringify([scope.workspaceId, survey.id, wave.wave, sampling])
  const planned = await waveMemory.planOnce(name, () =>
    proposePlan(store.readAside, scope, { kind: survey.kind, sampling }, audience),
  )
  return { planned, sampling, cameBy }
}

/** Reckons a plan by the base of now and the response rate of earlier prompts, and keeps nothing. */
export async function proposePlan(
  handle: Handle,
  scope: Scope,
  { kind, sampling }: Pick<SurveyDefinition, 'kind' | 'sampling'>,
  audience: Audience,
): Promise<PlannedWave> {
  const cuts = partsOf(sampling).includes('spend') ? namedCuts(sampling) : []
  const cells = await countCells(handle, scope, audience, cuts)
  const prompts = await countPrompts(handle, scope.workspaceId, new Date(scope.now.getTime() - rateDays * dayMs))
  const [responseRate = 0] = responseRates([prompts])
  return planWave(cells, sampling, { kind, responseRate })
}

const toKept = (
  { planned: { spendCutsMinor, responseRate, strata }, cameBy }: Reckoned,
  sampling: Target,
): WaveRow['strata'] => ({
  sampling,
  known: Math.max(cameBy, baseOf(strata)),
  spendCutsMinor,
  responseRate,
  strata: strata.map(({ key, cells, base, wanted }) => ({ key, cells, base, wanted })),
})

/** When the answers of a target should be there: after its days, or with the wave. */
export const targetEndsAt = (startedAt: Date, { days }: Target, { endsAt }: Pick<Wave, 'endsAt'>): Date => {
  const due = new Date(startedAt.getTime() + days * dayMs)
  return endsAt && endsAt < due ? endsAt : due
}
