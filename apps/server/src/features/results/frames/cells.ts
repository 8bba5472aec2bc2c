import type { Scope } from '../../segments/scope.ts'
import { spendBandOf, tenureBandOf } from '../bands.ts'
import { type Dimension, type Part, type SpendBounds, tenureBounds, traitOf } from '../dimensions-sql.ts'
import { traitColumn } from './frame-builder.ts'
import { firstFrom, type LoadedFrame } from './loaded-frame.ts'
import type { Codes, Column, Value } from './packed-column.ts'
import { trusted } from './rows-in.ts'

const dayMs = 86_400_000

/**
 * In which combination of values each row of a frame lies, from its `first` row on, and what those values are.
 * `of` is null where all lie in the only one.
 */
export type Cells = { of: CellOfRow | null; size: number; partsOf: (cell: number) => Part[] }
type CellOfRow = Float64Array | Uint32Array | Uint16Array

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
  const of = size === 1 ? null : roomFor(size, length)
  for (const { parts, refine } of axes) if (of && parts.length > 1) refine(of, parts.length)
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

const roomFor = (size: number, length: number): CellOfRow =>
  size <= 0x10000 ? new Uint16Array(length) : size <= 0xffffffff ? new Uint32Array(length) : new Float64Array(length)

/** The parts of a dimension, and what divides each cell by them: as many as there are parts, from the one that was there. */
type Axis = { parts: Part[]; refine: (of: CellOfRow, size: number) => void }

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
      return bandAxis(frame, 'tenure', scope, tenureBounds, tenurePlaces(frame.column('tenure')))
    case 'spend': {
      const bands = [0, 1, ...spendBounds].map((_, band) => band)
      return bandAxis(frame, 'spend', scope, bands, spendPlaces(frame.column('spend'), spendBounds))
    }
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

/** Rows lie in the order of their moments, so that each part is a run of them. */
function timeAxis(
  { first, end, moments }: LoadedFrame,
  partOf: (day: number) => Part,
  next: (day: number) => number,
): Axis {
  if (!moments) throw new Error('the moments of the frame were not read')
  const parts: Part[] = []
  const ends: number[] = []
  for (let row = first; row < end; ) {
    const day = Math.floor((moments[row] as number) / dayMs)
    row = Math.min(end, firstFrom(moments, next(day) * dayMs, row))
    parts.push(partOf(day))
    ends.push(row - first)
  }
  const refine = (of: CellOfRow, size: number) => {
    let row = 0
    for (const [place, runEnd] of ends.entries())
      for (; row < runEnd; row++) of[row] = (of[row] as number) * size + place
  }
  return { parts, refine }
}

/** @param scope null: the value is nobody's claim, and always counts */
function valueAxis(frame: LoadedFrame, name: string, scope: Scope | null, partOf: (value: Value) => Part): Axis {
  const parts: Part[] = []
  const places = new Map<Part, number>()
  const placeOf = (part: Part) => {
    const known = places.get(part)
    if (known !== undefined) return known
    places.set(part, parts.length)
    return parts.push(part) - 1
  }
  const column = frame.column(name)
  const placeOfCode = Uint32Array.from(column.values, (value) => placeOf(partOf(value)))
  const counts = scope && trusted(frame, scope)
  return { parts, refine: refining(frame, column, placeOfCode, counts && { counts, unknown: placeOf(null) }) }
}

/**
 * Of numbers that are nearly all different: their bands are known beforehand, and none is looked up. What is not known is
 * the last part.
 */
function bandAxis(
  frame: LoadedFrame,
  name: 'tenure' | 'spend',
  scope: Scope,
  bands: readonly number[],
  placeOfCode: Uint32Array,
): Axis {
  const counts = trusted(frame, scope)
  const trust = counts && { counts, unknown: bands.length }
  return { parts: [...bands, null], refine: refining(frame, frame.column(name), placeOfCode, trust) }
}

// A loop for each, as a function handed to one would be called a million times.

function tenurePlaces({ values }: Column): Uint32Array {
  const places = new Uint32Array(values.length)
  for (let code = 0; code < places.length; code++) {
    const band = tenureBandOf(values[code] as number | null)
    places[code] = band === null ? tenureBounds.length : tenureBounds.indexOf(band)
  }
  return places
}

function spendPlaces({ values }: Column, bounds: SpendBounds): Uint32Array {
  const places = new Uint32Array(values.length)
  for (let code = 0; code < places.length; code++)
    places[code] = spendBandOf(values[code] as number | null, bounds) ?? bounds.length + 2
  return places
}

/** Which rows' values count, and the place of those that do not. */
type Trust = { counts: Uint8Array; unknown: number }

/** @param trust null: those of all rows count */
const refining =
  ({ first }: LoadedFrame, { codes }: Column, placeOfCode: Uint32Array, trust: Trust | null) =>
  (of: CellOfRow, size: number) =>
    trust === null
      ? refineAll(of, size, codes, placeOfCode, first)
      : refineTrusted(of, size, codes, placeOfCode, first, trust)

function refineAll(of: CellOfRow, size: number, codes: Codes, placeOfCode: Uint32Array, first: number) {
  for (let at = 0; at < of.length; at++)
    of[at] = (of[at] as number) * size + (placeOfCode[codes[first + at] as number] as number)
}

function refineTrusted(
  of: CellOfRow,
  size: number,
  codes: Codes,
  placeOfCode: Uint32Array,
  first: number,
  { counts, unknown }: Trust,
) {
  for (let at = 0; at < of.length; at++) {
    const place = counts[first + at] === 1 ? (placeOfCode[codes[first + at] as number] as number) : unknown
    of[at] = (of[at] as number) * size + place
  }
}
