import type { Column } from './packed-column.ts'
import { placeIndex } from './place-index.ts'

/**
 * Rows of a frame that have an account, account after account by their numbers: those of `numbers[i]` end before
 * `ends[i]` of `rows`. What each account says is then added up in arrays from their beginning to their end, which memory
 * gives out several times faster than in the order of moments.
 */
export type RowsByAccount = { numbers: Int32Array; ends: Uint32Array; rows: Uint16Array | Uint32Array }

export type AccountNumbers = ReturnType<typeof accountNumbers>

/** Small numbers for the accounts of a workspace, from nought on, the same in all of its frames. */
export function accountNumbers() {
  const index = placeIndex()
  const ofColumns = new WeakMap<Column, RowsByAccount>()
  let bytesOfColumns = 0
  return {
    /** The rows of a frame's column of accounts; sorted once, since columns never change. */
    rowsOf(column: Column): RowsByAccount {
      const known = ofColumns.get(column)
      if (known) return known
      const found = sorted(column, (hash) => index.add(hash))
      ofColumns.set(column, found)
      bytesOfColumns += found.numbers.byteLength + found.ends.byteLength + found.rows.byteLength
      return found
    },
    ofHash: index.add,
    /** Numbers are below it. */
    get size() {
      return index.size
    },
    get bytes() {
      return index.bytes + bytesOfColumns
    },
  }
}

/** Counts how many rows each account has, and puts each row where those of its account are. */
function sorted({ values, codes }: Column, numberOf: (hash: number) => number): RowsByAccount {
  const named = values
    .flatMap((hash, code) => (hash === null ? [] : [{ code, number: numberOf(hash as number) }]))
    .sort((a, b) => a.number - b.number)
  const counts = new Uint32Array(values.length)
  for (let row = 0; row < codes.length; row++)
    counts[codes[row] as number] = (counts[codes[row] as number] as number) + 1

  const ends = new Uint32Array(named.length)
  const nextOf = new Int32Array(values.length).fill(-1)
  let end = 0
  for (const [i, { code }] of named.entries()) {
    nextOf[code] = end
    end += counts[code] as number
    ends[i] = end
  }
  const rows = codes.length <= 0x10000 ? new Uint16Array(end) : new Uint32Array(end)
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] as number
    const next = nextOf[code] as number
    if (next < 0) continue
    rows[next] = row
    nextOf[code] = next + 1
  }
  return { numbers: Int32Array.from(named, ({ number }) => number), ends, rows }
}
