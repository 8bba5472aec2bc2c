import type { Scope } from '../../segments/scope.ts'
import { spendBandOf, tenureBandOf } from '../bands.ts'
import { type Dimension, type Part, type SpendBounds, traitOf } from '../dimensions-sql.ts'
import { traitColumn } from './frame-builder.ts'
import type { LoadedFrame } from './loaded-frame.ts'
import type { Value } from './packed-column.ts'
import { trusted } from './rows-in.ts'

const dayMs = 86_400_000

/** In which combination of values each row of a frame lies, from its `first` row on, and what those values are. */
export type Cells = { of: Float64Array | Uint32Array; size: number; partsOf: (cell: number) => Part[] }

/** The column that a dimension is read from. */
export const columnOfDimension = (dimension: Dimension): string[] => {
  switch (dimension) {
    case 'day':
    case 'week':
    case 'month':
      return ['at']
    case 'version':
    case 'locale':
      return [dimension]
    default:
      return [dimension, 'trust']
  }
}

/** The cells of several dimensions; the values are those that `dimensionSql` would say. */
export function cellsOf(frame: LoadedFrame, by: readonly Dimension[], scope: Scope, spendBounds: SpendBounds): Cells {
  const axes = by.map((dimension) => axisOf(frame, dimension, scope, spendBounds))
  const size = axes.reduce((product, { parts }) => product * parts.length, 1)
  const length = frame.end - frame.first
  const of = size > 0xffffffff ? new Float64Array(length) : new Uint32Array(length)
  for (const { parts, at } of axes) {
    const places = parts.length
    for (let row = 0; row < length; row++) of[row] = (of[row] as number) * places + (at[row] as number)
  }
  const partsOf = (cell: number) => {
    const parts: Part[] = []
    let rest = cell
    for (const axis of axes.toReversed()) {
      parts.unshift(axis.parts[rest % axis.parts.length] ?? null)
      rest = Math.floor(rest / axis.parts.length)
    }
    return parts
  }
  return { of, size, partsOf }
}

/** The parts of a dimension, and for each row the place of its own among them. */
type Axis = { parts: Part[]; at: Uint32Array }

function axisOf(frame: LoadedFrame, dimension: Dimension, scope: Scope, spendBounds: SpendBounds): Axis {
  switch (dimension) {
    case 'day':
      return timeAxis(
        frame,
        (day) => day,
        (day) => day + 1,
      )
    case 'week':
      // 1970 began on a Thursday, and weeks begin on Monday.
      return timeAxis(frame, weekOf, (day) => (weekOf(day) + 1) * 7 - 3)
    case 'month':
      return timeAxis(frame, monthOf, nextMonth)
    case 'version':
    case 'locale':
      return valueAxis(frame, dimension, null, (value) => value as Part)
    case 'plan':
      return valueAxis(frame, 'plan', scope, (value) => value as Part)
    case 'tenure':
      return valueAxis(frame, 'tenure', scope, (days) => tenureBandOf(days as number | null))
    case 'spend':
      return valueAxis(frame, 'spend', scope, (spend) => spendBandOf(spend as number | null, spendBounds))
    default:
      return valueAxis(frame, traitColumn(traitOf(dimension)), scope, traitPart)
  }
}

const weekOf = (day: number) => Math.floor((day + 3) / 7)
const monthOf = (day: number) => new Date(day * dayMs).toISOString().slice(0, 7)
const nextMonth = (day: number) => {
  const at = new Date(day * dayMs)
  return Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1) / dayMs
}

/** A list is none of the parts. */
const traitPart = (value: Value): Part => (value === null || Array.isArray(value) ? null : String(value))

/** Rows lie in the order of their moments, so the day is looked up once for each of its kind. */
function timeAxis(
  { first, end, moments }: LoadedFrame,
  partOf: (day: number) => Part,
  next: (day: number) => number,
): Axis {
  if (!moments) throw new Error('the moments of the frame were not read')
  const parts: Part[] = []
  const at = new Uint32Array(end - first)
  let nextAt = Number.NEGATIVE_INFINITY
  for (let row = first; row < end; row++) {
    const moment = moments[row] as number
    if (moment >= nextAt) {
      const day = Math.floor(moment / dayMs)
      parts.push(partOf(day))
      nextAt = next(day) * dayMs
    }
    at[row - first] = parts.length - 1
  }
  return { parts, at }
}

/** @param scope null: the value is nobody's claim, and always counts */
function valueAxis(frame: LoadedFrame, name: string, scope: Scope | null, partOf: (value: Value) => Part): Axis {
  const { values, codes } = frame.column(name)
  const parts: Part[] = []
  const places = new Map<Part, number>()
  const placeOf = (part: Part) => {
    const known = places.get(part)
    if (known !== undefined) return known
    places.set(part, parts.length)
    return parts.push(part) - 1
  }
  const placeOfCode = Uint32Array.from(values, (value) => placeOf(partOf(value)))
  const counts = scope && trusted(frame, scope)
  const { first, end } = frame
  const at = new Uint32Array(end - first)
  if (!counts) {
    for (let row = first; row < end; row++) at[row - first] = placeOfCode[codes[row] as number] as number
    return { parts, at }
  }
  const unknown = placeOf(null)
  for (let row = first; row < end; row++)
    at[row - first] = counts[row] ? (placeOfCode[codes[row] as number] as number) : unknown
  return { parts, at }
}
