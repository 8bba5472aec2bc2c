import type { SamplingReport, StratumReport, SurveyDefinition, SurveyKind } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { designEffect, marginOfAnswers, type SamplingStratum, stratumReport } from '@heed/stats'
import { problem } from '../../http/problem.ts'
import type { Scope } from '../segments/scope.ts'
import { definitionOf } from '../surveys/survey-definition.ts'
import { findSurvey } from '../surveys/surveys.queries.ts'
import { type Audience, readAudience } from './audience.ts'
import { partsOf, spreadOf } from './plan-wave.ts'
import { type CountedCell, countCells } from './sampling-cells.queries.ts'
import { boundsOf, type CellValues, readStratum } from './sampling-cells.ts'
import { countWave } from './wave-counts.ts'
import { waveOf } from './wave-of.ts'
import { isOfWave, proposePlan, targetEndsAt } from './wave-plan.ts'
import { finderOf, type Progress, progressOf } from './wave-progress.ts'
import { findWave } from './waves.queries.ts'

type Strata = (SamplingStratum & { wanted: number })[]
type Divided = { strata: Strata; by: ReturnType<typeof partsOf>; cuts: number[] }
type Definition = Pick<SurveyDefinition, 'kind' | 'sampling' | 'targeting'>

/**
 * A survey's sample in the wave of now. Strata and quotas are those that the wave began with, where it has a target and
 * has begun; else what it would begin with. Their base is that of now.
 * @throws Problem survey_not_found, invalid_input where its segment cannot be read any more
 */
export async function readSampling(handle: Handle, scope: Scope, surveyId: string): Promise<SamplingReport> {
  const survey = await findSurvey(handle, scope.workspaceId, surveyId)
  if (!survey) throw problem('survey_not_found')
  const definition = definitionOf(survey)
  const { sampling } = definition
  const audience = await audienceOf(handle, scope, definition)
  const wave = waveOf(survey, scope.now)
  const found = await findWave(handle, { workspaceId: scope.workspaceId, surveyId, wave: wave.wave })
  const kept = isOfWave(found, wave) ? found : undefined
  const divided =
    kept && sampling.mode === 'target'
      ? dividedAs(kept.strata.strata, definition, kept.strata.spendCutsMinor)
      : await proposed(handle, scope, definition, audience)
  const base = await countCells(handle, scope, audience, divided.cuts)
  const progress = progressOf(await countWave(handle, scope, { surveyId, wave, cuts: divided.cuts }), divided)
  const isDraft = survey.state === 'draft'
  const startedAt = isDraft || (sampling.mode === 'target' && !kept) ? null : (kept?.startedAt ?? wave.startedAt)
  const endsAt = startedAt && sampling.mode === 'target' ? targetEndsAt(startedAt, sampling, wave) : wave.endsAt
  return {
    wave: wave.wave,
    startedAt: startedAt?.toISOString() ?? null,
    endsAt: isDraft ? null : (endsAt?.toISOString() ?? null),
    ...figuresOf(definition, divided, basesOf(divided, base), progress),
  }
}

/** What a survey would draw if it began now. @throws Problem invalid_input */
export async function readSamplingPlan(
  handle: Handle,
  scope: Scope,
  definition: SurveyDefinition,
): Promise<SamplingReport> {
  const audience = await audienceOf(handle, scope, definition)
  const divided = await proposed(handle, scope, definition, audience)
  const bases = new Map(divided.strata.map(({ key, base }) => [key, base]))
  const progress = divided.strata.map((stratum) => ({ stratum, asked: 0, answered: 0, pending: 0, cameBy: 0 }))
  return { wave: 0, startedAt: null, endsAt: null, ...figuresOf(definition, divided, bases, progress) }
}

async function audienceOf(handle: Handle, { workspaceId }: Scope, { targeting }: Definition): Promise<Audience> {
  const { audience, messages } = await readAudience(handle, workspaceId, targeting)
  if (audience) return audience
  throw problem('invalid_input', { errors: messages.map((message) => ({ field: 'targeting.segment', message })) })
}

async function proposed(handle: Handle, scope: Scope, definition: Definition, audience: Audience): Promise<Divided> {
  const { strata, by, spendCutsMinor: cuts } = await proposePlan(handle, scope, definition, audience)
  return { strata, by, cuts }
}

const dividedAs = (
  kept: Parameters<typeof readStratum<Pick<Strata[number], 'key' | 'cells' | 'base' | 'wanted'>>>[0][],
  { sampling }: Definition,
  cuts: number[],
): Divided => ({ strata: kept.map((stratum) => readStratum(stratum, cuts)), by: partsOf(sampling), cuts })

/** People now, in the stratum of whoever is most like them. */
function basesOf(divided: Divided, base: CountedCell[]): Map<string, number> {
  const find = finderOf(divided)
  const bases = new Map<string, number>()
  for (const { people, ...values } of base) {
    const key = find(values satisfies CellValues)?.key ?? ''
    bases.set(key, (bases.get(key) ?? 0) + people)
  }
  return bases
}

function figuresOf(
  { kind, sampling }: { kind: SurveyKind } & Pick<Definition, 'sampling'>,
  { strata, by, cuts }: Divided,
  bases: Map<string, number>,
  progress: Progress<Strata[number]>[],
): Omit<SamplingReport, 'wave' | 'startedAt' | 'endsAt'> {
  const hasTarget = sampling.mode === 'target'
  const counted = progress.map(({ stratum, asked, answered }) => ({
    ...stratum,
    base: bases.get(stratum.key) ?? 0,
    asked,
    answered,
  }))
  const rows = stratumReport(counted).map((row, index): StratumReport => {
    const stratum = strata[index]
    return {
      key: row.key,
      ...(stratum && boundsOf(stratum, by, cuts)),
      base: row.base,
      asked: row.asked,
      answered: row.answered,
      responseRate: row.responseRate,
      wanted: hasTarget ? row.wanted : null,
      stillWanted: hasTarget ? row.stillWanted : null,
      heard: row.heard,
      heardRatio: row.heardRatio,
    }
  })
  const sum = (of: (row: (typeof counted)[number]) => number) => counted.reduce((total, row) => total + of(row), 0)
  const [base, wanted] = [sum((row) => row.base), sum((row) => row.wanted)]
  const quotas = new Map(counted.map((row) => [row.key, row.wanted]))
  return {
    base,
    asked: sum((row) => row.asked),
    answered: sum((row) => row.answered),
    wanted: hasTarget ? wanted : null,
    expectedMarginPoints: hasTarget
      ? marginOfAnswers({ answers: wanted, base, spread: spreadOf(kind), designEffect: designEffect(counted, quotas) })
      : null,
    strata: rows.toSorted(inOrder),
  }
}

/** By plan, and within it from the newest to the oldest and from the smallest spend to the largest; what is not known last. */
const inOrder = (a: StratumReport, b: StratumReport): number =>
  textOf(a.plans).localeCompare(textOf(b.plans), 'en') ||
  lowest(a.tenureDays) - lowest(b.tenureDays) ||
  lowest(a.spendMinor) - lowest(b.spendMinor)

const textOf = (plans: StratumReport['plans']): string => (plans ?? []).map((plan) => plan ?? '\uffff').join(' ')

/** Amounts and days are far below it, and two of it are nothing apart. */
const lowest = (bounds: { from: number | null } | undefined): number => bounds?.from ?? Number.MAX_SAFE_INTEGER
