import type { Column } from '../../results/frames/packed-column.ts'
import type { PeopleSet } from '../../results/frames/people-sets.ts'
import type { PackedPeople } from './packed-people.ts'

/** Where the people of a frame's column are, as far as they were looked up; a column never changes. */
type Places = { people: PackedPeople; places: Int32Array; missing: number; rows: number }
const placesOf = new WeakMap<Column, Places>()

/** Whom a segment holds, and whoever claims in a browser to be one of them. */
export function packedPeopleSet(people: PackedPeople, held: Uint8Array): PeopleSet {
  for (const [claim, known] of people.claims.pairs()) held[claim] = held[known] as number
  return {
    rowsIn: (column, among) => {
      const places = lookUp(people, column)
      const { codes } = column
      const rows = among ?? new Uint8Array(codes.length).fill(1)
      for (let row = 0; row < codes.length; row++) {
        const place = places[codes[row] as number] as number
        if (place < 0 || held[place] !== 1) rows[row] = 0
      }
      return rows
    },
  }
}

function lookUp(people: PackedPeople, column: Column): Int32Array {
  const known = placesOf.get(column)
  // Whoever was not there may be by now.
  if (known && known.people === people && (known.missing === 0 || known.rows === people.rows)) return known.places
  const places = people.placesOfHashes(Float64Array.from(column.values as readonly number[]))
  const missing = places.reduce((total, place) => total + (place < 0 ? 1 : 0), 0)
  placesOf.set(column, { people, places, missing, rows: people.rows })
  return places
}
