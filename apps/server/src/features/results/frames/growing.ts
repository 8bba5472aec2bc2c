type Numbers = Float64Array | Int32Array | Uint8Array

/** A longer copy of an array, so that a row more does not copy it each time. */
export function grown<T extends Numbers>(array: T, rows: number, unknown: number): T {
  if (rows <= array.length) return array
  const longer = new (array.constructor as new (length: number) => T)(Math.max(64, Math.ceil(rows * 1.5)))
  longer.set(array as never)
  longer.fill(unknown as never, array.length)
  return longer
}
