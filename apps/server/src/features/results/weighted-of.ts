import type { Measure, SurveyResult } from '@heed/contracts'
import { rakedMean, type Summary, type WeightedFigure, weightedMean } from '@heed/stats'
import type { BaseCount } from './count-base.ts'
import type { Part } from './dimensions-sql.ts'
import { scaleOf } from './measure-of.ts'

/** Below this the linearised margin looks surer than it is: strata of one or two answers show no spread. */
export const fewestEffectiveAnswers = 30
/** Strata with fewer answers are thin; if those hold more of the base than this share, the answers are raked. */
const fewestInStratum = 2
const mostInThinStrata = 0.05

/** What was said in one stratum, whose parts are plan and tenure. */
export type StratumSummary = { parts: Part[]; summary: Summary }

type Weighted = Pick<SurveyResult, 'weighted' | 'weightedMissing'>

/**
 * The figure if every stratum of the base (plan × tenure) spoke in proportion to its size, or why there is none.
 * Where too much of the base stands in strata that hardly anybody answered from, the answers are raked: brought to the
 * base's plans and, each by itself, to its tenures. That needs an answer from each plan and each band; else it stays with
 * the strata, and `coveredShare` says how much of the base they are.
 * @param corrected whether the margin may know the base: see `knownBase`
 */
export function weightedOf(
  measure: Measure,
  strata: StratumSummary[],
  base: BaseCount[],
  corrected: boolean,
): Weighted {
  const scale = scaleOf(measure)
  if (!scale) return { weighted: null, weightedMissing: 'no_figure' }
  const people = base.reduce((total, { count }) => total + count, 0)
  if (people === 0) return { weighted: null, weightedMissing: 'no_base' }

  const cells = crossed(strata, base)
  const thin = cells
    .filter(({ summary }) => summary.answers < fewestInStratum)
    .reduce((total, cell) => total + cell.base, 0)
  const raked =
    thin > mostInThinStrata * people ? rakedMean(cells.map(toRaked), marginsOf(cells), scale, { corrected }) : null
  const figure = raked ?? weightedMean(cells, scale, { corrected })
  if (!figure || figure.effectiveAnswers < fewestEffectiveAnswers) return { weighted: null, weightedMissing: 'too_few' }
  return { weighted: toWeighted(figure, raked ? 'raked' : 'post-stratified'), weightedMissing: null }
}

type Cell = { plan: string; tenure: string; base: number; summary: Summary }

/** Answers and base of each stratum that has either. */
function crossed(strata: StratumSummary[], base: BaseCount[]): Cell[] {
  const cells = new Map<string, Cell>()
  const cellOf = (parts: Part[]) => {
    const [plan, tenure] = parts.slice(0, 2).map((part) => JSON.stringify(part))
    const key = `${plan} ${tenure}`
    const cell = cells.get(key) ?? {
      plan: plan ?? '',
      tenure: tenure ?? '',
      base: 0,
      summary: { answers: 0, mean: 0, variance: 0 },
    }
    cells.set(key, cell)
    return cell
  }
  for (const { parts, count } of base) cellOf(parts).base += count
  for (const { parts, summary } of strata) cellOf(parts).summary = summary
  return [...cells.values()]
}

const toRaked = ({ plan, tenure, summary }: Cell) => ({ levels: [plan, tenure], summary })

const marginsOf = (cells: Cell[]) => {
  const sizes = (levelOf: (cell: Cell) => string) => {
    const margin = new Map<string, number>()
    for (const cell of cells) margin.set(levelOf(cell), (margin.get(levelOf(cell)) ?? 0) + cell.base)
    return margin
  }
  return [sizes(({ plan }) => plan), sizes(({ tenure }) => tenure)]
}

const toWeighted = (figure: WeightedFigure, method: 'post-stratified' | 'raked') => {
  const { value, low, high, answers, effectiveAnswers, coveredShare } = figure
  return { value, low, high, answers, effectiveAnswers, coveredShare, method }
}
