import type { Part } from '../dimensions-sql.ts'
import type { Cells } from './cells.ts'
import type { LoadedFrame } from './loaded-frame.ts'
import type { Value } from './packed-column.ts'

/** So many rows of these parts that say the same. */
export type Tallied = { parts: Part[]; said: Value; rows: number }

/** Cells up to this number are counted in an array, more in a map. */
const mostInArray = 2 ** 21

/** Counts the rows of a frame that are held, by cell and by the value of one column. */
export function tally(frame: LoadedFrame, cells: Cells, said: string, held: Uint8Array | null): Tallied[] {
  const { values } = frame.column(said)
  const size = cells.size * values.length
  const counts =
    size <= mostInArray ? countInArray(frame, cells, said, held, size) : countInMap(frame, cells, said, held)
  const found: Tallied[] = []
  for (const [key, rows] of counts.entries())
    if (rows > 0)
      found.push({
        parts: cells.partsOf(Math.floor(key / values.length)),
        said: values[key % values.length] ?? null,
        rows,
      })
  return found
}

/** Adds what each row is held by and does not leave out those that are not: of a filter nobody foresees which are. */
function countInArray(frame: LoadedFrame, { of }: Cells, said: string, held: Uint8Array | null, size: number) {
  const { first, end } = frame
  const { values, codes } = frame.column(said)
  const width = values.length
  const counts = new Uint32Array(size)
  for (let row = first; row < end; row++) {
    const key = (of === null ? 0 : (of[row - first] as number) * width) + (codes[row] as number)
    counts[key] = (counts[key] as number) + (held === null ? 1 : (held[row] as number))
  }
  return counts
}

function countInMap(frame: LoadedFrame, { of }: Cells, said: string, held: Uint8Array | null) {
  const { first, end } = frame
  const { values, codes } = frame.column(said)
  const counts = new Map<number, number>()
  for (let row = first; row < end; row++) {
    if (held !== null && held[row] === 0) continue
    const key = (of === null ? 0 : (of[row - first] as number) * values.length) + (codes[row] as number)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

/** Tells parts, and what is said with them, apart. Parts of one dimension are all texts or all numbers, or not known. */
export const keyOfParts = (parts: readonly Part[], said: Value = null): string => {
  let key = ''
  for (const part of parts) key += part === null ? '\u0000\u0001' : `${part}\u0001`
  return key + (said === null ? '\u0000' : Array.isArray(said) ? JSON.stringify(said) : said)
}
