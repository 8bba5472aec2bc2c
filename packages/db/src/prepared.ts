import { is, Param, Placeholder, sql } from 'drizzle-orm'
import { rowDecoder, type SelectedField } from './row-decoder.ts'
import type { Handle } from './store.ts'
import type { Tables } from './tables/index.ts'

/** A select, insert, update or delete of drizzle's; awaited, it is its rows. */
type Statement<Rows> = PromiseLike<Rows> & { prepare(name: string): { getQuery(): { sql: string; params: unknown[] } } }

/** What a prepared statement of drizzle's maps rows by, on both drivers; its types leave it out. */
type Mapping = { fields?: SelectedField[]; joinsNotNullableMap?: Record<string, boolean> }

type Values = Record<string, unknown>
type Kept = { text: string; encode: (values: Values) => unknown[]; decode: (row: unknown[]) => unknown }

/**
 * A statement that is built once for a store and then runs with other values each time, on any handle of it. To build one
 * takes drizzle several times as long as to run it, so what visits run again and again is prepared.
 *
 * `build` reads like any query, but its values stand for those to come: it puts them into the statement, and cannot look
 * at them. Each run gives all of them, null where there is none. A moment, flag or JSON that a condition compares names
 * its column, as drizzle finds that out for inserts and updates alone: `lt(seenAt, sql.param(at, seenAt))`.
 */
export const prepared = <Given extends object, Rows>(
  build: (handle: Handle, values: Given) => Statement<Rows>,
): ((handle: Handle, values: Given) => Promise<Rows>) => {
  const kept = new WeakMap<Tables, Kept>()
  return async (handle, values) => {
    let statement = kept.get(handle.tables)
    if (!statement) {
      const places = Object.fromEntries(Object.keys(values).map((name) => [name, sql.placeholder(name)]))
      statement = keep(build(handle, places as Given))
      kept.set(handle.tables, statement)
    }
    const rows = await handle.run(statement.text, statement.encode(values as Values))
    return rows.map(statement.decode) as Rows
  }
}

const keep = (built: Statement<unknown>): Kept => {
  const statement = built.prepare('kept')
  const { sql: text, params } = statement.getQuery()
  const { fields = [], joinsNotNullableMap = {} } = statement as Mapping
  const encoders = params.map(encoderOf)
  return {
    text,
    encode: (values) => encoders.map((encode) => encode(values)),
    decode: rowDecoder(fields, joinsNotNullableMap),
  }
}

/** How a value comes into its place. Drizzle's own way would encode null, which is none to any column. */
const encoderOf = (param: unknown): ((values: Values) => unknown) => {
  if (is(param, Placeholder)) return (values) => givenFor(values, param.name)
  if (!is(param, Param) || !is(param.value, Placeholder)) return () => param
  const { encoder, value: place } = param
  return (values) => {
    const value = givenFor(values, place.name)
    return value === null ? null : encoder.mapToDriverValue(value)
  }
}

const givenFor = (values: Values, name: string) => {
  const value = values[name]
  if (value === undefined) throw new Error(`nothing was given for "${name}" of a prepared statement`)
  return value
}
