/** A stratum to be given a quota. */
export type StratumToFill = {
  key: string
  base: number
  /** The share of it that would answer if all were asked, 0 … 1. */
  responseRate: number
}

/** How many answers are wanted of each stratum, by its key. */
export type Quotas = Map<string, number>

/**
 * Shares the answers wanted among strata: in proportion to their base, but to each at least `minimum`, and to none more
 * than base × response rate can give; what a stratum cannot give goes to the others in proportion. Whole numbers by largest
 * remainder, ties by key.
 *
 * Proportional quotas are best for the whole and leave small strata with nearly nothing; equal ones the other way round. A
 * floor costs the whole least for what the smallest gain, compared with power allocation (Bankier, "Power allocations:
 * determining sample sizes for subnational areas", The American Statistician 42:3, 1988): see docs/measurements.md.
 *
 * @param wanted answers in all
 * @param minimum answers of each stratum where it can give them; lowered where floors would take more than half of `wanted`
 * @returns quotas that sum up to `wanted`, or to what all strata can give where that is less
 */
export function allocate(
  strata: readonly StratumToFill[],
  wanted: number,
  { minimum = 10 }: { minimum?: number } = {},
): Quotas {
  const limits = strata.map(({ key, base, responseRate }) => ({
    key,
    base,
    most: Math.floor(base * responseRate + 1e-9),
  }))
  const total = Math.min(Math.max(0, Math.floor(wanted)), sum(limits.map(({ most }) => most)))
  const floor = Math.min(minimum, total / Math.max(1, 2 * strata.length))
  const portions = portionsAt(levelFor(limits, total, floor), limits, floor)
  return roundToSum(portions, total)
}

/**
 * By how much unequal weights multiply the variance of the whole, if strata are as varied as each other: n · Σ W² / n
 * (Kish, Survey Sampling, 1965, § 11.7). 1 for proportional quotas. Strata without a quota are left out.
 */
export function designEffect(strata: readonly { key: string; base: number }[], quotas: Quotas): number {
  const heard = strata.flatMap(({ key, base }) => {
    const quota = quotas.get(key) ?? 0
    return quota > 0 && base > 0 ? [{ base, quota }] : []
  })
  if (heard.length === 0) return 1
  const base = sum(heard.map((stratum) => stratum.base))
  return sum(heard.map(({ quota }) => quota)) * sum(heard.map((stratum) => (stratum.base / base) ** 2 / stratum.quota))
}

type Limit = { key: string; base: number; most: number }

const portionsAt = (level: number, limits: Limit[], floor: number) =>
  limits.map(({ key, base, most }) => ({ key, portion: Math.min(most, Math.max(floor, level * base)) }))

/** The answers per head at which the portions sum up to the total, by halving: the sum only grows with the level. */
function levelFor(limits: Limit[], total: number, floor: number): number {
  let [low, high] = [0, 1]
  for (let round = 0; round < 60; round++) {
    const level = (low + high) / 2
    if (sum(portionsAt(level, limits, floor).map(({ portion }) => portion)) < total) low = level
    else high = level
  }
  return high
}

function roundToSum(portions: { key: string; portion: number }[], total: number): Quotas {
  // Halving leaves a hair on whole numbers. What a stratum can give is whole, so one with a remainder can give one more.
  const rounded = portions.map((entry) => ({ ...entry, quota: Math.floor(entry.portion + 1e-6) }))
  let left = total - sum(rounded.map(({ quota }) => quota))
  const byRemainder = rounded.toSorted((a, b) => {
    const difference = b.portion - b.quota - (a.portion - a.quota)
    return Math.abs(difference) > 1e-6 ? difference : a.key < b.key ? -1 : 1
  })
  for (const entry of byRemainder) {
    if (left <= 0) break
    entry.quota += 1
    left -= 1
  }
  return new Map(rounded.map(({ key, quota }) => [key, quota]))
}

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0)
