import type { Scale, WeightedFigure } from './figure.ts'
import type { Weighting } from './post-stratify.ts'
import { type BaseMargin, placesOf, rake, totalsByLevel } from './rake.ts'
import type { Summary } from './summary.ts'
import { weightedFigure } from './weighted-figure.ts'

/** What the answers said that stand in the same levels: one level for each margin, in their order. */
export type SummaryCell = { levels: readonly string[]; summary: Summary }

/** Weights that miss a level of the base by more than one in a hundred do not stand for the base. */
const mostOff = 0.01

const mostRounds = 5_000
const nothingLeft = 1e-9

/**
 * The mean of answers raked to the margins of the base, with its 95 % margin ({@link weightedFigure}). Standard error by linearisation:
 * sqrt((1 − n / N) · n / (n − 1) · Σ (wᵢ · eᵢ)²), where wᵢ sums to 1 and eᵢ is the answer less what its levels foretell, the
 * residual of the weighted regression on all margins at once (Deville & Särndal, "Calibration estimators in survey
 * sampling", JASA 87, 1992; Lumley, Complex Surveys, 2010, § 7.4). With one margin it is post-stratification.
 *
 * @param margins all of one base, so each adds up to N
 * @param how `off`: how far a level may be from its share of the base, 0 … 1; see {@link rake}
 * @returns null with fewer than two answers that count, and where {@link rake} gives no weights or none that fit
 */
export function rakedMean(
  cells: readonly SummaryCell[],
  margins: readonly BaseMargin[],
  scale: Scale,
  { off = mostOff, corrected = true }: Weighting & { off?: number } = {},
): WeightedFigure | null {
  const fitted = rake(
    cells.map(({ levels, summary }) => ({ levels, answers: summary.answers })),
    margins,
  )
  if (fitted === null || fitted.off > off) return null

  const counted = cells.flatMap(({ levels, summary }, cell) => {
    const weight = fitted.weights[cell] ?? 0
    return weight > 0 ? [{ levels, ...summary, weight }] : []
  })
  const residuals = residualsOf(counted, margins)
  const base = [...(margins[0]?.values() ?? [])].reduce((total, size) => total + size, 0)
  return weightedFigure(
    counted.map(({ answers, mean, weight, variance }, cell) => ({
      answers,
      mean,
      weight,
      squaredErrors: answers * (variance + (residuals[cell] ?? 0) ** 2),
    })),
    { scale, base: corrected ? base : undefined, coveredShare: 1 },
  )
}

type Counted = { levels: readonly string[]; answers: number; mean: number; weight: number }

/**
 * What the weighted least squares fit on all levels leaves of the cells' means. Each margin's means are taken away in turn
 * until there is nothing to take (alternating projections, von Neumann), so no matrix is inverted that could be singular.
 */
function residualsOf(cells: readonly Counted[], margins: readonly BaseMargin[]): number[] {
  const places = placesOf(cells, margins)
  const weights = cells.map(({ weight, answers }) => weight * answers)
  const held = places.map((place, margin) => totalsByLevel(margins[margin]?.size ?? 0, place, weights))
  const residuals = cells.map(({ mean }) => mean)
  for (let round = 0; round < mostRounds; round++) {
    let taken = 0
    for (const [margin, place] of places.entries()) {
      const totals = totalsByLevel(
        margins[margin]?.size ?? 0,
        place,
        residuals.map((residual, cell) => residual * (weights[cell] ?? 0)),
      )
      const means = totals.map((total, level) => total / (held[margin]?.[level] || 1))
      for (const [cell, level] of place.entries()) residuals[cell] = (residuals[cell] ?? 0) - (means[level] ?? 0)
      taken = Math.max(taken, ...means.map(Math.abs))
    }
    if (taken < nothingLeft) break
  }
  return residuals
}
