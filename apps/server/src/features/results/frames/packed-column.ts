import type { TraitValue } from '@heed/contracts'

/** Null: not known. */
export type Value = TraitValue | null
export type Codes = Uint8Array | Uint16Array | Uint32Array

/** One value a row, each written once: row `i` holds `values[codes[i]]`. */
export type Column<V = Value> = { values: readonly V[]; codes: Codes }

/** Bytes before the dictionary: its length, and the width of a code. */
const headBytes = 8

/** As it lies in the store: head, dictionary as JSON, codes. Little-endian, as is every machine that runs Node. */
export function packColumn({ values, codes }: Column<Value | number>): Buffer {
  const dictionary = Buffer.from(JSON.stringify(values))
  const head = Buffer.alloc(headBytes)
  head.writeUInt32LE(dictionary.length, 0)
  head.writeUInt32LE(codes.BYTES_PER_ELEMENT, 4)
  return Buffer.concat([head, dictionary, bytesOf(codes)])
}

export function unpackColumn<V = Value>(packed: Buffer): Column<V> {
  const codesAt = headBytes + packed.readUInt32LE(0)
  const values = JSON.parse(packed.toString('utf8', headBytes, codesAt)) as V[]
  const codes = alignedCopy(packed, codesAt)
  switch (packed.readUInt32LE(4)) {
    case 1:
      return { values, codes: new Uint8Array(codes) }
    case 2:
      return { values, codes: new Uint16Array(codes) }
    default:
      return { values, codes: new Uint32Array(codes) }
  }
}

/** Moments of the rows in milliseconds since 1970, rising. */
export const packMoments = (moments: Float64Array): Buffer => bytesOf(moments)
export const unpackMoments = (packed: Buffer) => new Float64Array(alignedCopy(packed, 0))

const bytesOf = ({ buffer, byteOffset, byteLength }: Codes | Float64Array) =>
  Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength)

/** Typed arrays begin at a multiple of their width, which a piece of a buffer need not do. */
const alignedCopy = ({ buffer, byteOffset, byteLength }: Buffer, from: number) =>
  buffer.slice(byteOffset + from, byteOffset + byteLength) as ArrayBuffer

/** The narrowest codes for so many values, for so many rows. */
export const codesOf = (values: number, rows: number): Codes =>
  values <= 0x100 ? new Uint8Array(rows) : values <= 0x10000 ? new Uint16Array(rows) : new Uint32Array(rows)
