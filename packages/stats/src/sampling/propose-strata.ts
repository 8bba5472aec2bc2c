import { spendBands } from './spend-bands.ts'

/** A cell of plan × tenure band × spend band. */
export type SamplingCell = { plan: string | null; tenureBand: string; spendBand: string }

/**
 * Cells that are sampled as one. `plans`, `tenureBands` and `spendBands` say in order what occurs in them; only `cells` says
 * which of the combinations belong to it.
 */
export type SamplingStratum = {
  /** Made of its cells; the same cells have the same key in any workspace. */
  key: string
  plans: (string | null)[]
  tenureBands: string[]
  spendBands: string[]
  cells: SamplingCell[]
  /** How many people (or accounts) it holds. */
  base: number
}

type Order = {
  /** From the shortest; others, such as `unknown`, are no one's neighbour. */
  tenureOrder?: readonly string[]
  /** From the least; others are no one's neighbour. */
  spendOrder?: readonly string[]
}

const bandsOfTenure = ['0-89', '90-179', '180-364', '365+']
const bandsOfSpend: readonly string[] = spendBands.filter((band) => band !== 'unknown')

/**
 * How many people a stratum should hold so that some answers can be expected of it: by the response rate if all of it were
 * asked, and by its part of all the answers wanted.
 * @param responseRate 0 … 1, of those asked
 * @param answersEach how many answers a stratum needs at least, 5 as a rule
 */
export const smallestStratum = (plan: {
  base: number
  answersWanted: number
  responseRate: number
  answersEach?: number
}): number => {
  const { base, answersWanted, responseRate, answersEach = 5 } = plan
  const share = Math.max(1 / responseRate, base / Math.max(1, answersWanted))
  return Math.min(base, Math.ceil(answersEach * share))
}

/**
 * Proposes strata: each cell for itself, but the smallest that is too small joins its nearest, until none is too small.
 * Near is, in this order: the same plan; the fewest steps of tenure and spend between their closest cells; a union that is
 * a full block of bands, which is easier to say; the smaller of two; the key. Bands without a place in their order are three
 * steps from all others. The result does not depend on the order of the cells, and holds everybody.
 * @param cells each once; those without people are left out
 * @param smallest how many people a stratum must hold, see {@link smallestStratum}
 */
export function proposeStrata(
  cells: readonly (SamplingCell & { base: number })[],
  { smallest, ...order }: { smallest: number } & Order,
): SamplingStratum[] {
  const places = placesOf(order)
  const parts = cells.filter(({ base }) => base > 0).map(({ base, ...cell }) => partOf([cell], base))
  while (parts.length > 1) {
    const small = parts.reduce((least, part) => ((part.base - least.base || byKey(part, least)) < 0 ? part : least))
    const partner = small.base < smallest && nearest(small, parts, places)
    if (!partner) break
    for (const joined of [small, partner]) parts.splice(parts.indexOf(joined), 1)
    parts.push(partOf([...small.cells, ...partner.cells], small.base + partner.base))
  }
  return parts.map((part) => stratumOf(part, places)).sort(byKey)
}

/**
 * Finds the stratum of a person. One whose cell nobody was in when strata were proposed belongs to the nearest.
 * @returns null where there are no strata
 */
export function stratumFinder(strata: readonly SamplingStratum[], order: Order = {}) {
  const places = placesOf(order)
  const parts = strata.map((stratum) => ({ ...partOf(stratum.cells, stratum.base), stratum }))
  const known = new Map(parts.flatMap(({ cells, stratum }) => cells.map((cell) => [keyOf(cell), stratum] as const)))
  return (cell: SamplingCell): SamplingStratum | null => {
    const key = keyOf(cell)
    const found = known.get(key) ?? nearest(partOf([cell], 0), parts, places)?.stratum
    if (found) known.set(key, found)
    return found ?? null
  }
}

/** A stratum in the making. Its key is the least of its cells', which no other has. */
type Part = {
  key: string
  cells: SamplingCell[]
  base: number
  plans: Set<string | null>
  tenureBands: Set<string>
  spendBands: Set<string>
  /** Its cells without their plans. */
  spots: { tenureBand: string; spendBand: string }[]
}

function partOf(cells: SamplingCell[], base: number): Part {
  const spots = new Map(cells.map((cell) => [`${cell.tenureBand}\0${cell.spendBand}`, cell]))
  return {
    key: cells.map(keyOf).sort(compare)[0] ?? '',
    cells,
    base,
    plans: new Set(cells.map(({ plan }) => plan)),
    tenureBands: new Set(cells.map(({ tenureBand }) => tenureBand)),
    spendBands: new Set(cells.map(({ spendBand }) => spendBand)),
    spots: [...spots.values()],
  }
}

function stratumOf({ cells, base, plans, tenureBands, spendBands }: Part, places: Places): SamplingStratum {
  const keyed = cells.map((cell) => ({ cell, key: keyOf(cell) })).sort(byKey)
  return {
    key: keyed.map(({ key }) => key).join('+'),
    plans: [...plans].sort((a, b) => compare(JSON.stringify(a), JSON.stringify(b))),
    tenureBands: [...tenureBands].sort(inOrder(places.tenure)),
    spendBands: [...spendBands].sort(inOrder(places.spend)),
    cells: keyed.map(({ cell }) => cell),
    base,
  }
}

const keyOf = ({ plan, tenureBand, spendBand }: SamplingCell): string => JSON.stringify([plan, tenureBand, spendBand])

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)
const byKey = (a: { key: string }, b: { key: string }): number => compare(a.key, b.key)

/** Where each band stands. */
type Places = { tenure: Map<string, number>; spend: Map<string, number> }

const placesOf = ({ tenureOrder = bandsOfTenure, spendOrder = bandsOfSpend }: Order): Places => ({
  tenure: new Map(tenureOrder.map((band, place) => [band, place])),
  spend: new Map(spendOrder.map((band, place) => [band, place])),
})

/** Those without a place come last. */
const inOrder = (places: Map<string, number>) => (a: string, b: string) => {
  const [one, other] = [places.get(a) ?? places.size, places.get(b) ?? places.size]
  return one - other || compare(a, b)
}

function nearest<Candidate extends Part>(part: Part, among: readonly Candidate[], places: Places) {
  const others = among.filter((other) => other.key !== part.key)
  const ownPlans = [...part.plans]
  const samePlan = others.filter(({ plans }) => ownPlans.some((plan) => plans.has(plan)))
  return (samePlan.length > 0 ? samePlan : others)
    .map((other) => ({ other, steps: stepsApart(part, other, places), corners: makesCorners(part, other) ? 1 : 0 }))
    .sort(
      (a, b) => a.steps - b.steps || a.corners - b.corners || a.other.base - b.other.base || byKey(a.other, b.other),
    )[0]?.other
}

const stepsApart = (one: Part, other: Part, { tenure, spend }: Places): number =>
  Math.min(
    ...one.spots.flatMap((a) =>
      other.spots.map(
        (b) => stepsBetween(a.tenureBand, b.tenureBand, tenure) + stepsBetween(a.spendBand, b.spendBand, spend),
      ),
    ),
  )

function stepsBetween(one: string, other: string, places: Map<string, number>): number {
  if (one === other) return 0
  const [from, to] = [places.get(one), places.get(other)]
  return from === undefined || to === undefined ? 3 : Math.abs(from - to)
}

/** Whether both together are less than all combinations of their plans and bands. */
const makesCorners = (one: Part, other: Part): boolean =>
  countTogether(one.plans, other.plans) *
    countTogether(one.tenureBands, other.tenureBands) *
    countTogether(one.spendBands, other.spendBands) >
  one.cells.length + other.cells.length

const countTogether = <Value>(some: Set<Value>, others: Set<Value>): number => new Set([...some, ...others]).size
