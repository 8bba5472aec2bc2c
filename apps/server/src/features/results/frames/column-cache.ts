import type { Store } from '@heed/db'
import { type AccountNumbers, accountNumbers } from './account-numbers.ts'
import { listColumns } from './frames.queries.ts'
import { type Column, unpackColumn, unpackMoments } from './packed-column.ts'

/** Unpacked columns of one frame, by name. */
export type Unpacked = { moments?: Float64Array; columns: Map<string, Column> }

export type ColumnCache = ReturnType<typeof columnCache>

/** A dictionary takes about so much more as values than as JSON, unless they are all numbers. */
const unpackedFactor = 3
const bytesOfNumber = 8

const bytesOf = (column: Column | Float64Array, packedBytes: number): number => {
  if (column instanceof Float64Array) return packedBytes
  const { values, codes } = column
  const areNumbers = values.every((value) => typeof value === 'number')
  return (
    codes.byteLength + (areNumbers ? bytesOfNumber * values.length : unpackedFactor * (packedBytes - codes.byteLength))
  )
}

/** Keeps columns that were used last, of all workspaces, in so many bytes. A column never changes under its version. */
export function columnCache(store: Store, mostBytes: number) {
  const kept = new Map<string, { column: Column | Float64Array; bytes: number }>()
  const numberings = new Map<string, AccountNumbers>()
  let bytes = 0

  const keep = (key: string, column: Column | Float64Array, size: number) => {
    const before = kept.get(key)
    if (before) bytes -= before.bytes
    kept.set(key, { column, bytes: size })
    bytes += size
    for (const [oldest, { bytes: freed }] of kept) {
      if (bytes <= mostBytes) return
      kept.delete(oldest)
      bytes -= freed
    }
  }

  /** Numbers take a fraction of what columns do: a quarter of their bytes at most, beside them. */
  const forgetNumbers = () => {
    let total = 0
    for (const one of numberings.values()) total += one.bytes
    for (const [workspaceId, { bytes: freed }] of numberings) {
      if (total <= mostBytes / 4) return
      numberings.delete(workspaceId)
      total -= freed
    }
  }

  return {
    /** Columns of frames, by version; one that the store has no more is missing. */
    async read(workspaceId: string, wanted: { version: string; names: string[] }[]): Promise<Map<string, Unpacked>> {
      const found = new Map<string, Unpacked>(wanted.map(({ version }) => [version, { columns: new Map() }]))
      const put = (version: string, name: string, column: Column | Float64Array) => {
        const unpacked = found.get(version)
        if (!unpacked) return
        if (column instanceof Float64Array) unpacked.moments = column
        else unpacked.columns.set(name, column)
      }
      const missing = { versions: new Set<string>(), names: new Set<string>() }
      for (const { version, names } of wanted)
        for (const name of names) {
          const key = `${workspaceId} ${version} ${name}`
          const known = kept.get(key)
          if (known) {
            // The one used last is the last to go.
            kept.delete(key)
            kept.set(key, known)
            put(version, name, known.column)
          } else {
            missing.versions.add(version)
            missing.names.add(name)
          }
        }
      if (missing.versions.size === 0) return found
      const packed = await listColumns(store.read, workspaceId, [...missing.versions], [...missing.names])
      for (const { version, name, bytes: pack } of packed) {
        const column = name === 'at' ? unpackMoments(pack) : unpackColumn(pack)
        keep(`${workspaceId} ${version} ${name}`, column, bytesOf(column, pack.length))
        put(version, name, column)
      }
      return found
    },
    /** Numbers for the accounts of a workspace. Whoever has them may go on using them when they are forgotten here. */
    accountsOf(workspaceId: string): AccountNumbers {
      forgetNumbers()
      const numbers = numberings.get(workspaceId) ?? accountNumbers()
      numberings.delete(workspaceId)
      numberings.set(workspaceId, numbers)
      return numbers
    },
    get bytes() {
      return bytes
    },
  }
}
