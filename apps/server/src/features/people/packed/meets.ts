import { grown } from '../../results/frames/growing.ts'

// Loops over people stand in functions of their own: a closure is made anew for each question, and begins uncompiled.

/** Who of the people at some places meets something: a 1 each, else a 0. The array is the caller's own. */
export type Meets = (places: Int32Array) => Uint8Array

/** Those of some places who are held, in their order; until it is asked again. */
export type Narrowing = (places: Int32Array) => Int32Array

/** Who is held, to be asked of any people; `among`: whom alone it can hold, each once; null: anybody. */
export type Holding = { narrow: Narrowing; among: () => Int32Array | null }

/** Whoever meets all, one after the other: whoever does not meet one is asked no more. */
export function narrowingBy(all: readonly Meets[]): Narrowing {
  let into = new Int32Array(0)
  return (places) => {
    if (into.length < places.length) into = new Int32Array(places.length)
    let left = places
    for (const meets of all) left = into.subarray(0, gather(left, meets(left), into))
    return left
  }
}

/** Writes the places that are held one after the other, also over themselves. Without a branch: which they are is anybody's guess, the processor's too. */
function gather(places: Int32Array, held: Uint8Array, into: Int32Array): number {
  let left = 0
  for (let at = 0; at < held.length; at++) {
    into[left] = places[at] as number
    left += held[at] as number
  }
  return left
}

/** So many people are asked about at once that what is known of them meanwhile stays in the processor's cache. */
const blockRows = 4_096

/** All who are held: a 1 at each of the first so many places. */
export function heldPeople({ narrow, among }: Holding, rows: number): Uint8Array {
  const held = new Uint8Array(rows)
  for (const places of blocksOf(among(), rows)) mark(held, narrow(places))
  return held
}

/** The places of all who are held, of the first so many, in no order. */
export function heldPlaces({ narrow, among }: Holding, rows: number): Int32Array {
  let found = new Int32Array(0)
  let count = 0
  for (const places of blocksOf(among(), rows)) {
    const held = narrow(places)
    found = grown(found, count + held.length, 0)
    found.set(held, count)
    count += held.length
  }
  return found.subarray(0, count)
}

/** Places one after the other; one block takes the place of that before. */
function* blocksOf(among: Int32Array | null, rows: number): Generator<Int32Array> {
  if (among) {
    for (let from = 0; from < among.length; from += blockRows) yield among.subarray(from, from + blockRows)
    return
  }
  const places = new Int32Array(Math.min(blockRows, rows))
  for (let from = 0; from < rows; from += blockRows) yield countUp(places, from, rows)
}

/** The places from one on, as many as there is room for and people are. */
function countUp(places: Int32Array, from: number, rows: number): Int32Array {
  const count = Math.min(places.length, rows - from)
  for (let at = 0; at < count; at++) places[at] = from + at
  return places.subarray(0, count)
}

function mark(held: Uint8Array, places: Int32Array) {
  for (let at = 0; at < places.length; at++) held[places[at] as number] = 1
}
