import { grown } from './growing.ts'

export type PlaceIndex = ReturnType<typeof placeIndex>

/** Gives rows places from nought on, by the hash of their id; a place is never given again. */
export function placeIndex() {
  let hashes = new Float64Array(0)
  /** The place plus one; nought is free. */
  let slots = new Int32Array(64)
  let size = 0

  /** Where a hash is, or where it would be. The low bits of a hash are as random as any. */
  const slotOf = (hash: number) => {
    const last = slots.length - 1
    let slot = (hash | 0) & last
    for (;;) {
      const place = (slots[slot] as number) - 1
      if (place < 0 || hashes[place] === hash) return slot
      slot = (slot + 1) & last
    }
  }

  const placeOf = (hash: number): number => (slots[slotOf(hash)] as number) - 1

  return {
    /** -1: there is none. */
    placeOf,
    /** Of many hashes. One thing is looked up for all before the next, so that the processor waits for several at once. */
    placesOf(wanted: Float64Array): Int32Array {
      const last = slots.length - 1
      const places = new Int32Array(wanted.length)
      for (let at = 0; at < places.length; at++) {
        const slot = ((wanted[at] as number) | 0) & last
        places[at] = (slots[slot] as number) - 1
      }
      for (let at = 0; at < places.length; at++) {
        const place = places[at] as number
        const hash = wanted[at] as number
        if (place >= 0 && hashes[place] !== hash) places[at] = placeOf(hash)
      }
      return places
    },
    /** The place of a hash, a new one if it has none. */
    add(hash: number): number {
      const known = (slots[slotOf(hash)] as number) - 1
      if (known >= 0) return known
      hashes = grown(hashes, size + 1, 0)
      hashes[size] = hash
      size += 1
      if (2 * size <= slots.length) slots[slotOf(hash)] = size
      else {
        slots = new Int32Array(4 * slots.length)
        for (let place = 0; place < size; place++) slots[slotOf(hashes[place] as number)] = place + 1
      }
      return size - 1
    },
    hashAt: (place: number): number => hashes[place] as number,
    get size() {
      return size
    },
    get bytes() {
      return hashes.byteLength + slots.byteLength
    },
  }
}
