import { type Codes, type Column, codesOf, type Value } from './packed-column.ts'

/** Gathers a column row by row. */
export type ColumnBuilder = ReturnType<typeof columnBuilder>

/** @param before a column to go on from */
export const columnBuilder = (before: Column = { values: [], codes: new Uint8Array(0) }) => {
  const values = [...before.values]
  let codes: Codes = before.codes
  let rows = codes.length
  const places = new Map(values.map((value, at) => [keyOf(value), at]))
  /** How long the values are as text, so that a trait of which every value is another can be left out. */
  let textLength = values.reduce<number>((total, value) => total + lengthOf(value), 0)

  /** The code of a value, with room for it in so many rows. */
  const codeOf = (value: Value, wanted: number): number => {
    const key = keyOf(value)
    let code = places.get(key)
    if (code === undefined) {
      code = values.length
      values.push(value)
      places.set(key, code)
      textLength += lengthOf(value)
    }
    const isWide = code < 2 ** (8 * codes.BYTES_PER_ELEMENT)
    if (isWide && wanted <= codes.length) return code
    const room = codesOf(values.length, wanted <= codes.length ? codes.length : Math.max(64, 2 * wanted))
    room.set(codes.subarray(0, rows))
    codes = room
    return code
  }

  return {
    add(value: Value) {
      const code = codeOf(value, rows + 1)
      codes[rows++] = code
    },
    /** Changes what a row says. */
    set(row: number, value: Value) {
      const code = codeOf(value, rows) // which may put wider codes in place of these
      codes[row] = code
    },
    /** Rows that came before this column was first heard of do not know it. */
    fillTo(wanted: number) {
      if (wanted <= rows) return
      const code = codeOf(null, wanted)
      codes.fill(code, rows, wanted)
      rows = wanted
    },
    get textLength() {
      return textLength
    },
    get bytes() {
      return codes.byteLength + bytesOfValue * values.length + textLength
    },
    /** As it is now; rows that are set later show in it. */
    column: (): Column => ({ values, codes: codes.subarray(0, rows) }),
  }
}

/** A value with its place in a list and in a map takes about so much beside its text. */
const bytesOfValue = 80

/** A list is another value than the text that it is written as. */
const keyOf = (value: Value) => (Array.isArray(value) ? `\u0000${JSON.stringify(value)}` : value)

const lengthOf = (value: Value) =>
  typeof value === 'string' ? value.length : Array.isArray(value) ? JSON.stringify(value).length : 8
