import type { StratumPart, SurveyKind, SurveySampling } from '@heed/contracts'
import {
  answersForMargin,
  cautiousSpread,
  planQuotas,
  proposeSpendCuts,
  proposeStrata,
  type SamplingStratum,
  smallestStratum,
} from '@heed/stats'
import type { CountedCell } from './sampling-cells.queries.ts'
import { cellOf, spendOrder } from './sampling-cells.ts'

/** A draft of a wave: how its people are divided, and how many answers each part should give. */
export type PlannedWave = {
  by: StratumPart[]
  spendCutsMinor: number[]
  /** 0 … 1, as it was expected. */
  responseRate: number
  strata: (SamplingStratum & { wanted: number })[]
}

const allParts: StratumPart[] = ['plan', 'tenure', 'spend']

/** By which parts strata are made; without a target by all there are, to see whom the answers come from. */
export const partsOf = (sampling: SurveySampling): StratumPart[] =>
  sampling.mode === 'target' ? sampling.by : allParts

/** The cuts of spend that a sampling names; null: to be proposed. */
export const namedCuts = (sampling: SurveySampling): number[] | null =>
  sampling.mode === 'target' && sampling.spendCutsMinor
    ? [...new Set(sampling.spendCutsMinor)].sort((a, b) => a - b)
    : null

/**
 * Proposes strata of a base and shares the answers wanted among them; none are wanted without a target.
 * @param cells the base, by each amount of spend where cuts are to be proposed
 * @param responseRate 0 … 1, to be expected of those asked
 */
export function planWave(
  cells: readonly CountedCell[],
  sampling: SurveySampling,
  {
    kind,
    responseRate,
    cuts = namedCuts(sampling),
  }: { kind: SurveyKind; responseRate: number; cuts?: number[] | null },
): PlannedWave {
  const by = partsOf(sampling)
  const spendCutsMinor = !by.includes('spend') ? [] : (cuts ?? [...proposeSpendCuts(spends(cells))])
  const strata = strataOf(cells, by, spendCutsMinor, (base) => ({
    base,
    answersWanted: answersWanted(sampling, kind, base) ?? base * responseRate,
    responseRate,
  }))
  const toFill = strata.map(({ key, base }) => ({ key, base, responseRate }))
  const { quotas } = planQuotas(toFill, targetOf(sampling), { spread: spreadOf(kind) })
  return {
    by,
    spendCutsMinor,
    responseRate,
    strata: strata.map((stratum) => ({ ...stratum, wanted: quotas.get(stratum.key) ?? 0 })),
  }
}

/** Cells put together until each stratum can be expected to give some answers. */
function strataOf(
  counted: readonly CountedCell[],
  by: StratumPart[],
  cuts: number[],
  planFor: (base: number) => Parameters<typeof smallestStratum>[0],
): SamplingStratum[] {
  const cells = new Map<string, ReturnType<typeof cellOf> & { base: number }>()
  for (const { people, ...values } of counted) {
    const cell = cellOf(values, by, cuts)
    const key = JSON.stringify(cell)
    cells.set(key, { ...cell, base: (cells.get(key)?.base ?? 0) + people })
  }
  const base = counted.reduce((sum, { people }) => sum + people, 0)
  return proposeStrata([...cells.values()], { smallest: smallestStratum(planFor(base)), spendOrder: spendOrder(cuts) })
}

/** How much answers differ, in points: as little as is known of NPS, and of a share at its widest. */
export const spreadOf = (kind: SurveyKind): number => (kind === 'nps' ? cautiousSpread : 50)

const answersWanted = (sampling: SurveySampling, kind: SurveyKind, base: number): number | null => {
  if (sampling.mode !== 'target') return null
  const { answers, marginPoints } = sampling
  return answers ?? answersForMargin({ marginPoints: marginPoints ?? 5, base, spread: spreadOf(kind) })
}

const targetOf = (sampling: SurveySampling) => {
  if (sampling.mode !== 'target') return { answers: 0 }
  const { answers, marginPoints } = sampling
  return marginPoints === undefined ? { answers: answers ?? 0 } : { marginPoints }
}

const mostSpends = 20_000

/** What each person's account spends, of many every so many-th in order: else each rare amount would stand for so many. */
const spends = (cells: readonly CountedCell[]): number[] => {
  const byAmount = new Map<number, number>()
  for (const { spendMinor, people } of cells) {
    if (spendMinor !== null) byAmount.set(spendMinor, (byAmount.get(spendMinor) ?? 0) + people)
  }
  const total = [...byAmount.values()].reduce((sum, people) => sum + people, 0)
  const each = Math.max(1, Math.ceil(total / mostSpends))
  let passed = 0
  return [...byAmount]
    .sort(([one], [other]) => one - other)
    .flatMap(([amount, people]) => {
      const before = Math.floor(passed / each)
      passed += people
      return Array<number>(Math.floor(passed / each) - before).fill(amount)
    })
}
