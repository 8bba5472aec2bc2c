/** Numbers above nought, in one typed array: a million of them are asked for in milliseconds. */
export type HashSet = { add(hash: number): void; has(hash: number): boolean }

/** @param most how many numbers will be added */
export function hashSet(most: number): HashSet {
  let size = 16
  while (size < 2 * most) size *= 2
  const slots = new Float64Array(size)
  const last = size - 1
  /** Where a number is, or where it would be. The low bits of a hash are as random as any. */
  const placeOf = (hash: number) => {
    let place = (hash | 0) & last
    while (slots[place] !== 0 && slots[place] !== hash) place = (place + 1) & last
    return place
  }
  return {
    add: (hash) => {
      slots[placeOf(hash)] = hash
    },
    has: (hash) => slots[placeOf(hash)] === hash,
  }
}
