import type { Traits } from '@heed/contracts'
import { type ColumnBuilder, columnBuilder } from '../../results/frames/column-builder.ts'
import type { Column } from '../../results/frames/packed-column.ts'

/** Letters of a trait's different values: beyond it is likelier an id than something to filter by. */
const longestTrait = 4_000_000
const mostTraits = 200

/** A column for each trait that occurs, but for those that are too many or too long. */
export function packedTraits() {
  const columns = new Map<string, ColumnBuilder>()
  const leftOut = new Set<string>()

  const columnOf = (name: string): ColumnBuilder | undefined => {
    const known = columns.get(name)
    if (known || leftOut.has(name)) return known
    if (columns.size >= mostTraits) {
      leftOut.add(name)
      return undefined
    }
    const column = columnBuilder()
    columns.set(name, column)
    return column
  }

  return {
    put(row: number, traits: Traits) {
      for (const name of Object.keys(traits)) columnOf(name)
      for (const [name, column] of columns) {
        column.fillTo(row + 1)
        column.set(row, Object.hasOwn(traits, name) ? (traits[name] ?? null) : null)
        if (column.textLength > longestTrait) {
          columns.delete(name)
          leftOut.add(name)
        }
      }
    },
    /** Null where nobody has the trait; undefined where it is left out, so that it must be asked elsewhere. */
    column(name: string, wanted: number): Column | null | undefined {
      if (leftOut.has(name)) return undefined
      const column = columns.get(name)
      column?.fillTo(wanted)
      return column?.column() ?? null
    },
    get bytes() {
      return [...columns.values()].reduce((total, { bytes }) => total + bytes, 0)
    },
  }
}
