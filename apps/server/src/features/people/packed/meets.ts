// Loops over people stand in functions of their own: a closure is made anew for each question, and begins uncompiled.

/** Who of the people at some places meets something: a 1 each, else a 0. The array is the caller's own. */
export type Meets = (places: Int32Array) => Uint8Array

/** Those of some places who are held, in their order; until it is asked again. */
export type Narrowing = (places: Int32Array) => Int32Array

/** So many people say which condition holds fewest. */
const sampled = 1_024

/**
 * Whoever meets all, of whom the first so many places are. What holds fewest is asked first, and whoever it does not hold
 * is asked no more.
 */
export function narrowingBy(all: Meets[], rows: number): Narrowing {
  const some = Int32Array.from({ length: Math.min(sampled, rows) }, (_, at) => Math.floor((at * rows) / sampled))
  const fewestFirst = all
    .map((meets) => ({ meets, held: meets(some).reduce((sum, one) => sum + one, 0) }))
    .sort((a, b) => a.held - b.held)
  let into = new Int32Array(0)
  return (places) => {
    if (into.length < places.length) into = new Int32Array(places.length)
    let left = places
    for (const { meets } of fewestFirst) left = into.subarray(0, gather(left, meets(left), into))
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

function eachBlock(rows: number, visit: (places: Int32Array) => void) {
  const places = new Int32Array(Math.min(blockRows, rows))
  for (let from = 0; from < rows; from += blockRows) {
    const block = places.subarray(0, Math.min(blockRows, rows - from))
    countUp(block, from)
    visit(block)
  }
}

function countUp(block: Int32Array, from: number) {
  for (let at = 0; at < block.length; at++) block[at] = from + at
}

/** All who are held: a 1 at each of the first so many places. */
export function heldPeople(narrow: Narrowing, rows: number): Uint8Array {
  const held = new Uint8Array(rows)
  eachBlock(rows, (places) => mark(held, narrow(places)))
  return held
}

function mark(held: Uint8Array, places: Int32Array) {
  for (let at = 0; at < places.length; at++) held[places[at] as number] = 1
}

/** Goes to the place of each who is held. */
export function eachHeld(narrow: Narrowing, rows: number, visit: (place: number) => void): void {
  eachBlock(rows, (places) => {
    for (const place of narrow(places)) visit(place)
  })
}
