import { type Column, codesFor, type Value } from './packed-column.ts'

/** Gathers a column row by row. */
export type ColumnBuilder = ReturnType<typeof columnBuilder>

/** @param before a column to go on from */
export const columnBuilder = (before: Column = { values: [], codes: new Uint8Array(0) }) => {
  const values = [...before.values]
  const codes: number[] = Array.from(before.codes)
  const places = new Map(values.map((value, at) => [keyOf(value), at]))
  /** How long the values are as text, so that a trait of which every value is another can be left out. */
  let textLength = values.reduce<number>((total, value) => total + lengthOf(value), 0)

  return {
    add(value: Value) {
      const key = keyOf(value)
      let code = places.get(key)
      if (code === undefined) {
        code = values.length
        values.push(value)
        places.set(key, code)
        textLength += lengthOf(value)
      }
      codes.push(code)
    },
    /** Rows that came before this column was first heard of do not know it. */
    fillTo(rows: number) {
      while (codes.length < rows) this.add(null)
    },
    get textLength() {
      return textLength
    },
    column: (): Column => ({ values, codes: codesFor(values.length, codes) }),
  }
}

/** A list is another value than the text that it is written as. */
const keyOf = (value: Value) => (Array.isArray(value) ? `\u0000${JSON.stringify(value)}` : value)

const lengthOf = (value: Value) =>
  typeof value === 'string' ? value.length : Array.isArray(value) ? JSON.stringify(value).length : 8
