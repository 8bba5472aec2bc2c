import { type BaseMargin, npsFigure, npsScale, npsSummary, rake, rakedMean, weightedMean } from '../src/index.ts'
import { npsStandardError } from '../src/nps.ts'
import { stratumWeights } from '../src/post-stratify.ts'
import { countGroups } from './count-groups.ts'

/** How many customers one cell of the base holds. */
export type BaseCell = { plan: string; tenure: string; spend: string; N: number }
/** Who answered what, 0 … 10. */
export type Response = { plan: string; tenure: string; spend: string; score: number }

/** The raw NPS of a case of testdata/nps-reference.json, and its standard error. */
export function simple(base: readonly BaseCell[], responses: readonly Response[]) {
  const counts = countGroups(responses)
  const people = base.reduce((total, { N }) => total + N, 0)
  return { nps: npsFigure(counts, people).score, standardError: npsStandardError(counts, people) }
}

/** NPS weighted to the plans of the base; null with fewer than two answers. Weights in the order of the responses. */
export function postStratifiedByPlan(base: readonly BaseCell[], responses: readonly Response[]) {
  const plans = [...marginOf(base, 'plan')]
  const summaries = plans.map(([plan]) =>
    npsSummary(countGroups(responses.filter((response) => response.plan === plan))),
  )
  const strata = plans.map(([plan, size], at) => {
    const summary = summaries[at] ?? { answers: 0, mean: 0, variance: 0 }
    return { plan, base: size, answers: summary.answers, summary }
  })
  const weighted = weightedMean(strata, npsScale)
  if (weighted === null) return null

  const weights = stratumWeights(strata)
  const weightOf = new Map(strata.map(({ plan }, at) => [plan, weights[at] ?? 0]))
  return {
    nps: weighted.value,
    standardError: weighted.standardError,
    weights: responses.map(({ plan }) => weightOf.get(plan) ?? 0),
    kishDesignEffect: weighted.designEffect,
    coveredPopulation: weighted.coveredShare * base.reduce((total, { N }) => total + N, 0),
  }
}

/**
 * NPS raked to plans, tenures and spend; null where a level has no answer or weights never settle. As in R, weights that
 * have settled are taken even if the margins contradict each other, which Heed itself does not show.
 */
export function raked(base: readonly BaseCell[], responses: readonly Response[]) {
  const margins = (['plan', 'tenure', 'spend'] as const).map((dimension) => marginOf(base, dimension))
  const cells = responses.map((response) => ({
    levels: [response.plan, response.tenure, response.spend],
    answers: 1,
    summary: npsSummary(countGroups([response])),
  }))
  const fitted = rake(cells, margins)
  const figure = rakedMean(cells, margins, npsScale, { off: 1 })
  if (fitted === null || figure === null) return null
  return {
    nps: figure.value,
    standardError: figure.standardError,
    weights: fitted.weights,
    kishDesignEffect: figure.designEffect,
  }
}

function marginOf(base: readonly BaseCell[], dimension: 'plan' | 'tenure' | 'spend'): BaseMargin {
  const margin = new Map<string, number>()
  for (const cell of base) margin.set(cell[dimension], (margin.get(cell[dimension]) ?? 0) + cell.N)
  return margin
}
