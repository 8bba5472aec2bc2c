import type { Segment, SegmentCondition } from '@heed/contracts'

/** Query parameters as a web framework or the browser gives them. */
export type SegmentParams = Record<string, string | string[] | undefined> | URLSearchParams

/** A parameter that could not be read, and why. */
export type SegmentFault = { field: string; message: string }

// The limits of the contract, repeated so that a browser can read a segment without loading the schemas.
// Bounds beyond these no store compares: the largest spend that may be claimed, and some 270 years.
const limits = {
  conditions: 20,
  values: 50,
  planLength: 100,
  traitName: 60,
  traitLength: 500,
  spendMinor: 1e13,
  tenureDays: 100_000,
}

/**
 * Reads a segment from query parameters: `plan` (repeated: any of), `spendMinor` and `tenureDays` (`10000..50000`, inclusive,
 * either side may be empty), `trait.<name>` (repeated: any of). Other parameters are ignored.
 * What cannot be read is left out of the segment and told in `faults`: a caller that must not widen a filter in silence
 * refuses the request when there are any.
 */
export function parseSegment(params: SegmentParams): { segment: Segment; faults: SegmentFault[] } {
  const all: SegmentCondition[] = []
  const faults: SegmentFault[] = []
  for (const [field, given] of valuesByField(params)) {
    const read = readCondition(field, given)
    if (read === null) continue
    if (typeof read === 'string') faults.push({ field, message: read })
    else if (all.length === limits.conditions) faults.push({ field, message: tooMany(limits.conditions, 'conditions') })
    else all.push(read)
  }
  return { segment: { all }, faults }
}

function valuesByField(params: SegmentParams): Map<string, string[]> {
  const byField = new Map<string, string[]>()
  const entries = params instanceof URLSearchParams ? params : Object.entries(params)
  for (const [field, given] of entries) {
    const values = (byField.get(field) ?? []).concat(given ?? [])
    if (values.length > 0) byField.set(field, values)
  }
  return byField
}

/** A condition; the reason why it is none; or null for a parameter that is not about segments. */
function readCondition(field: string, given: string[]): SegmentCondition | string | null {
  if (field === 'plan') return readPlan(given)
  if (field === 'spendMinor') return readSpend(given)
  if (field === 'tenureDays') return readTenure(given)
  if (field.startsWith('trait.')) return readTrait(field.slice('trait.'.length), given)
  return null
}

function readPlan(given: string[]): SegmentCondition | string {
  const anyOf = [...new Set(given)]
  if (anyOf.includes('')) return 'must name a plan'
  if (anyOf.length > limits.values) return tooMany(limits.values, 'plans')
  if (anyOf.some((plan) => plan.length > limits.planLength)) return tooLong(limits.planLength)
  return { field: 'plan', anyOf }
}

function readTrait(name: string, given: string[]): SegmentCondition | string {
  const anyOf = [...new Set(given)]
  if (name === '') return 'must name a trait, such as trait.industry'
  if (name.length > limits.traitName) return `the name of a trait has at most ${limits.traitName} characters`
  if (anyOf.length > limits.values) return tooMany(limits.values, 'values')
  if (anyOf.some((value) => value.length > limits.traitLength)) return tooLong(limits.traitLength)
  return { field: 'trait', name, anyOf }
}

function readSpend(given: string[]): SegmentCondition | string {
  const range = readRange(given, limits.spendMinor)
  if (typeof range === 'string') return range
  return {
    field: 'spend',
    ...(range.low !== undefined && { atLeastMinor: range.low }),
    ...(range.high !== undefined && { atMostMinor: range.high }),
  }
}

function readTenure(given: string[]): SegmentCondition | string {
  const range = readRange(given, limits.tenureDays)
  if (typeof range === 'string') return range
  return {
    field: 'tenure',
    ...(range.low !== undefined && { atLeastDays: range.low }),
    ...(range.high !== undefined && { atMostDays: range.high }),
  }
}

/** `..` alone has no bounds: whoever has a value at all. */
function readRange(given: string[], most: number): { low: number | undefined; high: number | undefined } | string {
  const [written, another] = given
  if (written === undefined || another !== undefined) return 'must be given once'
  const sides = /^(\d*)\.\.(\d*)$/.exec(written)
  if (sides === null) return 'must be a range of whole numbers from 0, such as 100..500, 100.. or ..500'

  const [low, high] = sides.slice(1).map((side) => (side === '' ? undefined : Number(side)))
  if ([low, high].some((bound) => bound !== undefined && bound > most)) return 'has too large a number'
  if (low !== undefined && high !== undefined && low > high) return `must not end (${high}) before it begins (${low})`
  return { low, high }
}

const tooMany = (limit: number, what: string) => `at most ${limit} ${what}`
const tooLong = (limit: number) => `at most ${limit} characters`
