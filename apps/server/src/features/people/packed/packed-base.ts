import { spendBandOf } from '../../results/bands.ts'
import type { BaseCount, BaseDimension } from '../../results/count-base.ts'
import { type Part, type SpendBounds, tenureBounds } from '../../results/dimensions-sql.ts'
import type { Scope } from '../../segments/scope.ts'
import { noAccount } from './packed-accounts.ts'
import type { PackedPeople } from './packed-people.ts'

const dayMs = 86_400_000

/** The parts of a dimension, the first of which is not known, and for each account the place of its people among them. */
type Axis = { parts: Part[]; ofAccount: Uint32Array; own: OwnTenure | null }

/** Of accounts that have no date people have a tenure of their own. `begins`: where its bands begin, the latest first. */
type OwnTenure = { isUndated: Uint8Array; begins: readonly number[] }

/** `countBase` of whom a segment holds. */
export function baseOf(
  people: PackedPeople,
  held: Uint8Array,
  by: readonly BaseDimension[],
  { of, spendBounds }: { of: 'people' | 'accounts'; spendBounds: SpendBounds },
  scope: Scope,
): BaseCount[] {
  const { account, accounts } = people
  const axes = by.map((dimension) => axisOf(people, dimension, spendBounds, scope))
  const cells = axes.reduce((product, { parts }) => product * parts.length, 1)
  const cellOf = cellsOfPeople(people, axes, scope)
  const counts =
    of === 'people'
      ? countPeople(held, cellOf, cells)
      : countAccounts(held, cellOf, account, accounts.asOne(), distinctPairs(cells, accounts.rows))
  return [...counts].map(([cell, count]) => ({ parts: partsOf(axes, cell), count }))
}

function countPeople(held: Uint8Array, cellOf: Uint32Array, cells: number): Map<number, number> {
  const found = new Uint32Array(cells)
  for (let row = 0; row < held.length; row++) {
    const cell = cellOf[row] as number
    found[cell] = (found[cell] as number) + (held[row] as number)
  }
  const counts = new Map<number, number>()
  for (let cell = 0; cell < cells; cell++) if (found[cell]) counts.set(cell, found[cell] as number)
  return counts
}

/** @param one for each account the one that it counts as; people without any leave a nought */
function countAccounts(
  held: Uint8Array,
  cellOf: Uint32Array,
  account: Int32Array,
  one: Int32Array,
  pairs: { add(cell: number, account: number): boolean },
): Map<number, number> {
  const counts = new Map<number, number>()
  for (let row = 0; row < held.length; row++) {
    if (held[row] === 0) continue
    const cell = cellOf[row] as number
    const named = one[account[row] as number] as number
    if (pairs.add(cell, named)) counts.set(cell, (counts.get(cell) ?? 0) + (named === noAccount ? 0 : 1))
  }
  return counts
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

const distinctPairs = (cells: number, accounts: number): { add(cell: number, account: number): boolean } => {
  if (cells * accounts > mostInArray) {
    const known = new Set<number>()
    return { add: (cell, account) => known.size < known.add(cell * accounts + account).size }
  }
  const known = new Uint8Array(cells * accounts)
  return {
    add: (cell, account) => {
      const pair = cell * accounts + account
      if (known[pair]) return false
      known[pair] = 1
      return true
    },
  }
}

/**
 * The combination of parts that everybody is in: by their account, of which there are fewer, but for a tenure of their own.
 * What is claimed and does not count is in the first part of all.
 */
function cellsOfPeople({ account, accounts, since, trusted, rows }: PackedPeople, axes: Axis[], scope: Scope) {
  const ofAccount = new Uint32Array(accounts.rows)
  for (const { parts, ofAccount: places } of axes)
    for (let place = 0; place < ofAccount.length; place++)
      ofAccount[place] = (ofAccount[place] as number) * parts.length + (places[place] as number)
  const own = axes.find((axis) => axis.own !== null)?.own ?? null
  const ownStep = axes
    .slice(axes.findIndex((axis) => axis.own !== null) + 1)
    .reduce((step, { parts }) => step * parts.length, 1)

  const counted = scope.unverifiedValues === 'use' ? null : trusted
  const cellOf = new Uint32Array(rows)
  for (let row = 0; row < rows; row++) {
    if (counted !== null && counted[row] === 0) continue
    const place = account[row] as number
    const cell = ofAccount[place] as number
    const isOwn = own !== null && own.isUndated[place] === 1
    cellOf[row] = isOwn ? cell + ownStep * placeOfTenure(since[row] as number, own.begins) : cell
  }
  return cellOf
}

function axisOf({ accounts }: PackedPeople, dimension: BaseDimension, spendBounds: SpendBounds, scope: Scope): Axis {
  const ofAccount = new Uint32Array(accounts.rows)
  switch (dimension) {
    case 'plan': {
      const { values, codes } = accounts.plan()
      const parts = [...new Set<Part>([null, ...(values as Part[])])]
      const places = new Map(parts.map((part, place) => [part, place]))
      const placeOfCode = Uint32Array.from(values, (value) => places.get(value as Part) ?? 0)
      for (let place = 0; place < ofAccount.length; place++)
        ofAccount[place] = placeOfCode[codes[place] as number] as number
      return { parts, ofAccount, own: null }
    }
    case 'spend': {
      const { spend } = accounts
      for (let place = 0; place < ofAccount.length; place++) {
        const amount = spend[place] as number
        const band = spendBandOf(Number.isNaN(amount) ? null : amount, spendBounds)
        ofAccount[place] = band === null ? 0 : band + 1
      }
      return { parts: [null, 0, 1, ...spendBounds.map((_, at) => at + 2)], ofAccount, own: null }
    }
    case 'tenure': {
      const { since } = accounts
      const begins = tenureBounds.map((days) => scope.now.getTime() - days * dayMs)
      const isUndated = new Uint8Array(accounts.rows)
      for (let place = 0; place < ofAccount.length; place++) {
        const moment = since[place] as number
        if (Number.isNaN(moment)) isUndated[place] = 1
        else ofAccount[place] = placeOfTenure(moment, begins)
      }
      return { parts: [null, ...tenureBounds], ofAccount, own: { isUndated, begins } }
    }
  }
}

/** @param begins the latest first; what is not known lies in no band */
function placeOfTenure(moment: number, begins: readonly number[]): number {
  let place = 0
  while (moment <= (begins[place] as number)) place++
  return place
}
