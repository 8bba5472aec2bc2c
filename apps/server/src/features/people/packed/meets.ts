// Loops over people stand in functions of their own: a closure is made anew for each question, and begins uncompiled.

/** Who of the people at some places is held: a 1 each, else a 0. The array is the caller's own. */
export type Meets = (places: Int32Array) => Uint8Array

/** So many people say which condition holds fewest. */
const sampled = 1_024

/**
 * Whoever meets all, of whom the first so many places are. What holds fewest is asked first, and whoever it does not hold
 * is asked no more.
 */
export function meetsAll(all: Meets[], rows: number): Meets {
  const some = Int32Array.from({ length: Math.min(sampled, rows) }, (_, at) => Math.floor((at * rows) / sampled))
  const [first, ...others] = all
    .map((meets) => ({ meets, held: sumOf(meets(some)) }))
    .sort((a, b) => a.held - b.held)
    .map(({ meets }) => meets)
  if (!first) return (places) => new Uint8Array(places.length).fill(1)
  let at = new Int32Array(0)
  let those = new Int32Array(0)
  return (places) => {
    const held = first(places)
    if (at.length < places.length) {
      at = new Int32Array(places.length)
      those = new Int32Array(places.length)
    }
    for (const meets of others) {
      const left = gather(places, held, those, at)
      put(meets(those.subarray(0, left)), at, held)
    }
    return held
  }
}

/** The places that are held, and at which row each stands. Without a branch: which they are is anybody's guess, the processor's too. */
function gather(places: Int32Array, held: Uint8Array, those: Int32Array, at: Int32Array): number {
  let left = 0
  for (let row = 0; row < held.length; row++) {
    at[left] = row
    those[left] = places[row] as number
    left += held[row] as number
  }
  return left
}

function put(verdicts: Uint8Array, at: Int32Array, held: Uint8Array) {
  for (let next = 0; next < verdicts.length; next++) held[at[next] as number] = verdicts[next] as number
}

const sumOf = (held: Uint8Array): number => held.reduce((sum, one) => sum + one, 0)

/** So many people are asked about at once that what is known of them meanwhile stays in the processor's cache. */
const blockRows = 4_096

function eachBlock(rows: number, visit: (places: Int32Array, from: number) => void) {
  const places = new Int32Array(Math.min(blockRows, rows))
  for (let from = 0; from < rows; from += blockRows) {
    const block = places.subarray(0, Math.min(blockRows, rows - from))
    countUp(block, from)
    visit(block, from)
  }
}

function countUp(block: Int32Array, from: number) {
  for (let at = 0; at < block.length; at++) block[at] = from + at
}

/** All who are held: a 1 at each of the first so many places. */
export function heldPeople(meets: Meets, rows: number): Uint8Array {
  const held = new Uint8Array(rows)
  eachBlock(rows, (places, from) => held.set(meets(places), from))
  return held
}

/** Goes to the place of each who is held. */
export function eachHeld(meets: Meets, rows: number, visit: (place: number) => void): void {
  let those = new Int32Array(0)
  let at = new Int32Array(0)
  eachBlock(rows, (places) => {
    if (those.length < places.length) {
      those = new Int32Array(places.length)
      at = new Int32Array(places.length)
    }
    const left = gather(places, meets(places), those, at)
    for (let next = 0; next < left; next++) visit(those[next] as number)
  })
}
