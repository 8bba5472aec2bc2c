/**
 * One margin of the base, such as the plans: how many people stand in each of its levels, however the margins cross.
 * Levels are named by any text; a level that holds nobody may be left out.
 */
export type BaseMargin = ReadonlyMap<string, number>

/** Answers that stand in the same levels: one level for each margin, in the order of the margins. */
export type RakeCell = { levels: readonly string[]; answers: number }

/**
 * Weights in the order of the cells, with a mean of 1 over the answers that count; and how far the level that fits worst is
 * still from its share of the base, 0 … 1. Margins can contradict each other on the answers there are (all who are new are
 * on one plan, which is rarer than the new): then nothing fits, and `off` is not near 0.
 */
export type RakeWeights = { weights: number[]; off: number }

const mostRounds = 5_000
const unchanged = 1e-9

/**
 * What one answer of each cell weighs so that every margin of the answers is that of the base: raking, iterative
 * proportional fitting (Deming & Stephan, Annals of Mathematical Statistics 11, 1940; Deville, Särndal & Sautory, JASA 88,
 * 1993). It needs the margins alone, not how many people stand in each crossing, so few answers go further than in
 * post-stratification. Each margin is fitted in turn, the last one last, until a round changes no weight by more than 1e-9,
 * which is also when R's survey package calls it converged. A cell may be one answer, but few cells are faster.
 *
 * Answers in a level that holds nobody now weigh 0.
 *
 * @returns null when a level that holds people has no answer, when the base is empty, or when weights still change after
 *   5,000 rounds
 */
export function rake(cells: readonly RakeCell[], margins: readonly BaseMargin[]): RakeWeights | null {
  const targets = margins.map((margin) => sharesOf([...margin.values()]))
  const places = placesOf(cells, margins)
  if (targets.length === 0 || targets.some((target) => target.length === 0)) return null

  let weights = cells.map(({ answers }, cell): number =>
    answers > 0 && places.every((place) => place[cell] !== -1) ? 1 : 0,
  )
  for (let round = 0; round < mostRounds; round++) {
    const fitted = weights.slice()
    for (const [margin, target] of targets.entries()) {
      if (!fit(fitted, cells, target, places[margin] ?? [])) return null
    }
    const before = weights
    weights = withMeanOne(fitted, cells)
    if (weights.every((weight, cell) => Math.abs(weight - (before[cell] ?? 0)) < unchanged)) {
      const off = targets.map((target, margin) => furthest(weights, cells, target, places[margin] ?? []))
      return { weights, off: Math.max(...off) }
    }
  }
  return null
}

/** Of each margin the level of each cell, by its number among the levels that hold people; −1 where it holds nobody. */
export function placesOf(
  cells: readonly { levels: readonly string[] }[],
  margins: readonly BaseMargin[],
): readonly (readonly number[])[] {
  return margins.map((margin, at) => {
    const held = [...margin].filter(([, base]) => base > 0)
    const numbers = new Map(held.map(([level], number) => [level, number]))
    return cells.map(({ levels }) => numbers.get(levels[at] ?? '') ?? -1)
  })
}

/** Sums of an amount by level. Cells without a level are left out. */
export function totalsByLevel(levels: number, place: readonly number[], amounts: readonly number[]): number[] {
  const totals = new Array<number>(levels).fill(0)
  for (const [cell, level] of place.entries()) {
    if (level >= 0) totals[level] = (totals[level] ?? 0) + (amounts[cell] ?? 0)
  }
  return totals
}

const sharesOf = (sizes: readonly number[]): number[] => {
  const held = sizes.filter((size) => size > 0)
  const total = sum(held)
  return held.map((size) => size / total)
}

/** What the answers of each level weigh together. */
const heldBy = (weights: number[], cells: readonly RakeCell[], levels: number, place: readonly number[]): number[] =>
  totalsByLevel(
    levels,
    place,
    cells.map(({ answers }, cell) => answers * (weights[cell] ?? 0)),
  )

/** Brings one margin of the answers to that of the base, changing the weights; false where a level has no answer. */
function fit(weights: number[], cells: readonly RakeCell[], target: number[], place: readonly number[]): boolean {
  const held = heldBy(weights, cells, target.length, place)
  if (held.some((weight) => weight === 0)) return false
  for (const [cell, level] of place.entries()) {
    if (level >= 0) weights[cell] = ((weights[cell] ?? 0) * (target[level] ?? 0)) / (held[level] ?? 1)
  }
  return true
}

function furthest(weights: number[], cells: readonly RakeCell[], target: number[], place: readonly number[]): number {
  const held = heldBy(weights, cells, target.length, place)
  const total = sum(held)
  return Math.max(...target.map((share, level) => Math.abs((held[level] ?? 0) / total - share)))
}

function withMeanOne(weights: readonly number[], cells: readonly RakeCell[]): number[] {
  const counted = sum(cells.map(({ answers }, cell) => ((weights[cell] ?? 0) > 0 ? answers : 0)))
  const total = sum(cells.map(({ answers }, cell) => answers * (weights[cell] ?? 0)))
  return weights.map((weight) => (weight * counted) / total)
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
