/** Feature ids and their values, side by side; no id twice. */
export type SparseVector = { ids: Int32Array; values: Float32Array }

/** Values by id, all 0 but while one vector is held against others. */
let room = new Float32Array(0)

/**
 * Holds one vector against many: `work` gets the product with any other. Vectors have length one at most, so it is the
 * cosine of the angle between them. `work` must not call this again.
 */
export function holdAgainst<Result>(
  { ids, values }: SparseVector,
  work: (cosineWith: (other: SparseVector) => number) => Result,
): Result {
  const highest = ids.reduce((most, id) => Math.max(most, id), 0)
  if (room.length <= highest) room = new Float32Array(2 * highest + 1)
  for (let at = 0; at < ids.length; at++) room[ids[at] ?? 0] = values[at] ?? 0
  try {
    return work(cosineWith)
  } finally {
    for (const id of ids) room[id] = 0
  }
}

function cosineWith({ ids, values }: SparseVector): number {
  let product = 0
  for (let at = 0; at < ids.length; at++) product += (room[ids[at] ?? 0] ?? 0) * (values[at] ?? 0)
  return product
}
