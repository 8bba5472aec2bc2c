import type { Unpacked } from './column-cache.ts'
import type { Column, Value } from './packed-column.ts'

/** A frame with the columns that a count needs, and which of its rows the count looks at: from `first` up to `end`. */
export type LoadedFrame = {
  version: string
  rows: number
  first: number
  end: number
  moments: Float64Array | null
  /** One that no row has a value of is all null. */
  column(name: string): Column
}

/** @returns null where a column is missing that the frame should have: it was made anew meanwhile */
export function loadedFrame(
  { version, rows, since, until }: { version: string; rows: number; since: Date; until: Date },
  { moments, columns }: Unpacked,
  span: { since: Date; until: Date },
  names: readonly string[],
): LoadedFrame | null {
  if (names.some((name) => (name === 'at' ? !moments : !columns.has(name)))) return null
  const placeOf = (bound: Date) => (moments ? firstFrom(moments, bound.getTime()) : 0)
  return {
    version,
    rows,
    first: span.since <= since ? 0 : placeOf(span.since),
    end: until <= span.until ? rows : placeOf(span.until),
    moments: moments ?? null,
    column: (name) => columns.get(name) ?? { values: [null], codes: new Uint8Array(rows) },
  }
}

/** The place of the first moment that is not before another, from a place on. */
export function firstFrom(moments: Float64Array, at: number, from = 0): number {
  let low = from
  let high = moments.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((moments[middle] ?? 0) < at) low = middle + 1
    else high = middle
  }
  return low
}

/** What is true of each value of a column, by its code. */
export function verdictsOf({ values }: Column, is: (value: Value) => boolean): Uint8Array {
  const verdicts = new Uint8Array(values.length)
  for (let code = 0; code < values.length; code++) verdicts[code] = is(values[code] ?? null) ? 1 : 0
  return verdicts
}
