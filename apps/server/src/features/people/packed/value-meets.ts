import type { Codes } from '../../results/frames/packed-column.ts'
import type { Meets } from './meets.ts'

/** Everybody's values count. */
export const everybody = null
/** A 1 for whoever's values count; everybody: no look is needed. */
export type Counted = Uint8Array | typeof everybody

/** The verdict on what people's codes point to, of whoever counts. */
export const pointing =
  (codes: Int32Array | Codes, verdicts: Uint8Array, counted: Counted): Meets =>
  (places) => {
    const held = verdictsAt(places, codes, verdicts)
    if (counted !== everybody) keepCounted(held, places, counted)
    return held
  }

export function verdictsAt(places: Int32Array, codes: Int32Array | Codes, verdicts: Uint8Array): Uint8Array {
  const held = new Uint8Array(places.length)
  for (let at = 0; at < held.length; at++) held[at] = verdicts[codes[places[at] as number] as number] as number
  return held
}

export function keepCounted(held: Uint8Array, places: Int32Array, counted: Uint8Array) {
  for (let at = 0; at < held.length; at++) held[at] = (held[at] as number) & (counted[places[at] as number] as number)
}

/** What is not known lies between no bounds. */
export type Bounds = { from: number; to: number }

type Numbers = Float64Array | Uint32Array | Int8Array

/** Whoever has a number between two. */
export const between =
  (values: Numbers, bounds: Bounds): Meets =>
  (places) =>
    betweenAt(places, values, bounds)

function betweenAt(places: Int32Array, values: Numbers, { from, to }: Bounds): Uint8Array {
  const held = new Uint8Array(places.length)
  for (let at = 0; at < held.length; at++) {
    const value = values[places[at] as number] as number
    held[at] = value >= from && value <= to ? 1 : 0
  }
  return held
}
