/** From nothing to most; `unknown` where no spend was ever told. */
export const spendBands = ['none', 'low', 'middle', 'high', 'unknown'] as const
export type SpendBand = (typeof spendBands)[number]

/** Where bands begin, in minor units, rising: of middle and high; of high alone; or none where all pay alike. */
export type SpendCuts = readonly number[]

// A band may hold this much more or less than its third for the sake of a readable amount.
const tolerance = 0.05

/**
 * Cuts the paying into thirds at readable amounts (the fewest digits that keep each cut within 5 points of its third).
 * Amounts that many pay, such as the price of a plan, are never torn apart: then the nearest gap between two amounts is
 * taken, and where there is none a cut is left out.
 * @param spendMinor a month's spend of each account of the base; nought, less and null count as not paying
 */
export function proposeSpendCuts(spendMinor: readonly (number | null)[]): SpendCuts {
  const paid = Float64Array.from(spendMinor.filter((amount) => amount !== null && amount > 0) as number[]).sort()
  const cuts = [1 / 3, 2 / 3].flatMap((share) => cutNear(paid, share))
  return [...new Set(cuts)]
}

/** The band of an amount between cuts: with one cut low or high, without any middle. */
export function spendBand(spendMinor: number | null, cuts: SpendCuts): SpendBand {
  if (spendMinor === null) return 'unknown'
  if (spendMinor <= 0) return 'none'
  const [first, second] = cuts
  if (first === undefined) return 'middle'
  if (spendMinor < first) return 'low'
  return second === undefined || spendMinor >= second ? 'high' : 'middle'
}

/** The roundest amount near a quantile; none where all pay alike. */
function cutNear(sorted: Float64Array, share: number): number[] {
  let closest = -1
  let closestBy = Number.POSITIVE_INFINITY
  let first = -1
  let last = -1
  // Places after which a greater amount comes: a cut above one and up to the next leaves a share of all below it.
  for (let at = 0; at + 1 < sorted.length; at++) {
    if ((sorted[at + 1] as number) <= (sorted[at] as number)) continue
    const by = Math.abs((at + 1) / sorted.length - share)
    if (by < closestBy) {
      closest = at
      closestBy = by
    }
    if (by > tolerance) continue
    if (first < 0) first = at
    last = at
  }
  if (closest < 0) return []
  const [lowest, highest] = first < 0 ? [closest, closest] : [first, last]
  return [roundest(sorted[lowest] as number, sorted[highest + 1] as number)]
}

/** The amount in (above, upTo] with the fewest digits before its noughts; 5 goes before other digits. */
function roundest(above: number, upTo: number): number {
  for (let step = 10 ** Math.ceil(Math.log10(upTo)); step >= 1; step /= 10) {
    for (const part of [step, step / 2]) {
      const amount = Math.floor(upTo / part) * part
      if (amount > above && Number.isInteger(amount)) return amount
    }
  }
  return upTo
}
