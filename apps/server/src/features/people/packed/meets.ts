/** Who of the people at some places is held: a 1 each, else a 0. The array is the caller's own. */
export type Meets = (places: Int32Array) => Uint8Array

/** So many people are asked about at once that what is known of them meanwhile stays in the processor's cache. */
const blockRows = 4_096

function eachBlock(rows: number, visit: (places: Int32Array, from: number) => void) {
  const places = new Int32Array(Math.min(blockRows, rows))
  for (let from = 0; from < rows; from += blockRows) {
    const block = places.subarray(0, Math.min(blockRows, rows - from))
    for (let at = 0; at < block.length; at++) block[at] = from + at
    visit(block, from)
  }
}

/** All who are held: a 1 at each of the first so many places. */
export function heldPeople(meets: Meets, rows: number): Uint8Array {
  const held = new Uint8Array(rows)
  eachBlock(rows, (places, from) => held.set(meets(places), from))
  return held
}

/** Goes to the place of each who is held. */
export function eachHeld(meets: Meets, rows: number, visit: (place: number) => void): void {
  eachBlock(rows, (places) => {
    const held = meets(places)
    for (let at = 0; at < held.length; at++) if (held[at]) visit(places[at] as number)
  })
}
