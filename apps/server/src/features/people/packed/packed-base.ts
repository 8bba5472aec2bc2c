import { spendBandOf } from '../../results/bands.ts'
import type { BaseCount, BaseDimension } from '../../results/count-base.ts'
import { type Part, type SpendBounds, tenureBounds } from '../../results/dimensions-sql.ts'
import type { Scope } from '../../segments/scope.ts'
import { sinceOf } from './held-people.ts'
import { noAccount } from './packed-accounts.ts'
import type { PackedPeople } from './packed-people.ts'

const dayMs = 86_400_000

/** The parts of a dimension, and for each row that is held the place of its own among them. */
type Axis = { parts: Part[]; at: Uint32Array }

/** `countBase` of whom a segment holds. */
export function baseOf(
  people: PackedPeople,
  held: Uint8Array,
  by: readonly BaseDimension[],
  { of, spendBounds }: { of: 'people' | 'accounts'; spendBounds: SpendBounds },
  scope: Scope,
): BaseCount[] {
  const { account, accounts, rows } = people
  const axes = by.map((dimension) => axisOf(people, held, dimension, spendBounds, scope))
  const cells = axes.reduce((product, { parts }) => product * parts.length, 1)
  const cellOf = new Uint32Array(rows)
  for (const { parts, at } of axes)
    for (let row = 0; row < rows; row++) cellOf[row] = (cellOf[row] as number) * parts.length + (at[row] as number)

  const counts = new Map<number, number>()
  if (of === 'people') {
    const found = new Uint32Array(cells)
    for (let row = 0; row < rows; row++) {
      const cell = cellOf[row] as number
      if (held[row]) found[cell] = (found[cell] as number) + 1
    }
    for (let cell = 0; cell < cells; cell++) if (found[cell]) counts.set(cell, found[cell] as number)
  } else {
    const one = accounts.asOne()
    const pairs = distinctPairs(cells, accounts.rows)
    for (let row = 0; row < rows; row++) {
      if (!held[row]) continue
      const cell = cellOf[row] as number
      const named = one[account[row] as number] as number
      const isNew = named !== noAccount && pairs.add(cell * accounts.rows + named)
      if (isNew) counts.set(cell, (counts.get(cell) ?? 0) + 1)
      else if (named === noAccount && !counts.has(cell)) counts.set(cell, 0)
    }
  }
  return [...counts].map(([cell, count]) => ({ parts: partsOf(axes, cell), count }))
}

const partsOf = (axes: Axis[], cell: number): Part[] => {
  let rest = cell
  return axes
    .toReversed()
    .map(({ parts }) => {
      const part = parts[rest % parts.length] ?? null
      rest = Math.floor(rest / parts.length)
      return part
    })
    .reverse()
}

/** Pairs up to this number are remembered in an array. */
const mostInArray = 2 ** 26

const distinctPairs = (cells: number, accounts: number): { add(pair: number): boolean } => {
  if (cells * accounts > mostInArray) {
    const known = new Set<number>()
    return { add: (pair) => known.size < known.add(pair).size }
  }
  const known = new Uint8Array(cells * accounts)
  return {
    add: (pair) => {
      if (known[pair]) return false
      known[pair] = 1
      return true
    },
  }
}

/** What does not count, and what is not known, is the first part. */
function axisOf(
  people: PackedPeople,
  held: Uint8Array,
  dimension: BaseDimension,
  spendBounds: SpendBounds,
  scope: Scope,
): Axis {
  const { rows, trusted } = people
  const axis =
    dimension === 'tenure' ? tenureAxis(people, held, scope) : accountAxis(people, held, dimension, spendBounds)
  if (scope.unverifiedValues !== 'use') for (let row = 0; row < rows; row++) if (!trusted[row]) axis.at[row] = 0
  return axis
}

function tenureAxis(people: PackedPeople, held: Uint8Array, { now }: Scope): Axis {
  const since = sinceOf(people)
  const begins = tenureBounds.map((days) => now.getTime() - days * dayMs)
  const at = new Uint32Array(people.rows)
  for (let row = 0; row < at.length; row++) {
    if (!held[row]) continue
    const moment = since(row)
    let place = 0
    while (moment <= (begins[place] as number)) place++
    at[row] = place
  }
  return { parts: [null, ...tenureBounds], at }
}

function accountAxis(
  { account, accounts, rows }: PackedPeople,
  held: Uint8Array,
  of: 'plan' | 'spend',
  spendBounds: SpendBounds,
): Axis {
  const parts: Part[] = [null]
  const places = new Map<Part, number>([[null, 0]])
  const placeOf = (part: Part) => {
    const known = places.get(part)
    if (known !== undefined) return known
    places.set(part, parts.length)
    return parts.push(part) - 1
  }
  const plan = accounts.plan()
  const ofPlan = of === 'plan' ? plan.values.map((value) => placeOf(value as Part)) : []
  const ofAccount = Uint32Array.from({ length: accounts.rows }, (_, place) => {
    if (of === 'plan') return ofPlan[plan.codes[place] as number] as number
    const spend = accounts.spend[place] as number
    return placeOf(spendBandOf(Number.isNaN(spend) ? null : spend, spendBounds))
  })
  const at = new Uint32Array(rows)
  for (let row = 0; row < rows; row++) if (held[row]) at[row] = ofAccount[account[row] as number] as number
  return { parts, at }
}
