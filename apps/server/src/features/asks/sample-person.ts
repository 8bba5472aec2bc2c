import type { AskRefusal } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { inSample } from '@heed/stats'
import type { Deps } from '../../deps.ts'
import type { Scope } from '../segments/scope.ts'
import type { SurveyRow } from '../surveys/surveys.queries.ts'
import type { Audience } from './audience.ts'
import { drawPerson } from './draw-person.ts'
import { partsOf } from './plan-wave.ts'
import { type CellValues, cellKey, readStratum } from './sampling-cells.ts'
import type { Wave } from './wave-of.ts'
import { isOutgrown, keepWavePlan, type Reckoned, targetEndsAt, type Unplanned } from './wave-plan.ts'
import { finderOf, progressOf } from './wave-progress.ts'

const dayMs = 86_400_000

export type Draw = {
  /** Null: the person is asked. */
  refusal: Extract<AskRefusal, 'outside_sample' | 'quota_full'> | null
  until: Date | null
  /** What is kept of where the person was; null without a target. */
  cell: string | null
}

type Sampled = {
  values: CellValues
  /** A user by the host's own id, so that every browser of theirs draws alike. */
  personKey: string
  /** Whether the person had not come by in the wave. */
  isNew: boolean
}

/**
 * Whether a person is in the sample of a wave, now. Without a target that stays so to the end of the wave; with one the
 * share that is asked may be another tomorrow.
 * @param reckoned a plan for a wave that has none
 * @returns what such a plan must be reckoned from, where it is needed first
 */
export async function samplePerson(
  tx: Handle,
  { waveMemory: memory }: Pick<Deps, 'waveMemory'>,
  scope: Scope,
  { survey, wave, audience }: { survey: SurveyRow; wave: Wave; audience: Audience },
  { values, personKey, isNew }: Sampled,
  reckoned: Reckoned | undefined,
): Promise<Draw | Unplanned> {
  const sampling = survey.sampling ?? { mode: 'everyone' }
  if (sampling.mode === 'everyone') return { refusal: null, until: null, cell: null }
  if (sampling.mode === 'share') {
    const isIn = inSample(personKey, survey.id, wave.wave, sampling.share)
    return { refusal: isIn ? null : 'outside_sample', until: isIn ? null : wave.endsAt, cell: null }
  }

  const wanted = { scope, survey, sampling, wave, audience }
  const kept = await keepWavePlan(tx, wanted, reckoned)
  if (!kept) return { ...wanted, cameBy: 0 }
  const { startedAt, strata: plan } = kept
  const cuts = plan.spendCutsMinor
  const divided = { strata: plan.strata.map((kept) => readStratum(kept, cuts)), by: partsOf(sampling), cuts }
  const spanMs = targetEndsAt(startedAt, sampling, wave).getTime() - startedAt.getTime()
  const counted = { surveyId: survey.id, wave, cuts }
  const progress = progressOf(await memory.count(tx, scope, counted, spanMs), divided)
  const cameBy = progress.reduce((sum, each) => sum + each.cameBy, 0)
  if (!reckoned && isOutgrown(kept, cameBy)) return { ...wanted, cameBy }
  const elapsedShare = spanMs > 0 ? (scope.now.getTime() - startedAt.getTime()) / spanMs : 1
  const own = finderOf(divided)(values)
  const verdict = drawPerson(progress, own?.key, plan.responseRate, elapsedShare, {
    personKey,
    surveyId: survey.id,
    wave: wave.wave,
  })
  const tomorrow = new Date(scope.now.getTime() + dayMs)
  const untils = { granted: null, quota_full: wave.endsAt, outside_sample: earlier(tomorrow, wave.endsAt) }
  const cell = cellKey(values, cuts)
  if (isNew) memory.came(scope, counted, cell)
  return { refusal: verdict === 'granted' ? null : verdict, until: untils[verdict], cell }
}

const earlier = (at: Date, end: Date | null): Date => (end && end < at ? end : at)
