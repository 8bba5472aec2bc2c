import { Column, getTableName, is, SQL } from 'drizzle-orm'

/** Where in a row a column or expression of a select belongs: a name, or a name in the object of a joined table. */
export type SelectedField = { path: string[]; field: Column | SQL | SQL.Aliased }

type Row = Record<string, unknown>
type Decoder = { mapFromDriverValue(value: unknown): unknown }
type Member = { name: string; index: number; decoder: Decoder }
type Joined = { name: string; members: Member[]; mayLack: boolean }

/**
 * How rows of the driver, by position, become rows of drizzle's shape. What drizzle finds out anew for each value is found
 * out once here.
 * @param isThere by table, whether a join leaves it a row in any case
 */
export const rowDecoder = (fields: SelectedField[], isThere: Record<string, boolean>): ((row: unknown[]) => Row) => {
  const own: Member[] = []
  const joined = new Map<string, Joined>()
  for (const [index, { path, field }] of fields.entries()) {
    const [name = '', inner] = path
    if (inner === undefined) {
      own.push({ name, index, decoder: decoderOf(field) })
      continue
    }
    const of = joined.get(name) ?? { name, members: [], mayLack: true }
    of.members.push({ name: inner, index, decoder: decoderOf(field) })
    of.mayLack &&= is(field, Column) && isThere[getTableName(field.table)] === false
    joined.set(name, of)
  }
  const tables = [...joined.values()]
  return (row) => {
    const decoded = decodeMembers(own, row)
    for (const { name, members, mayLack } of tables)
      decoded[name] = mayLack && members.every(({ index }) => row[index] === null) ? null : decodeMembers(members, row)
    return decoded
  }
}

const decodeMembers = (members: Member[], row: unknown[]): Row => {
  const decoded: Row = {}
  for (const { name, index, decoder } of members) {
    const value = row[index]
    decoded[name] = value === null ? null : decoder.mapFromDriverValue(value)
  }
  return decoded
}

const decoderOf = (field: SelectedField['field']): Decoder => {
  if (is(field, Column)) return field
  const expression = is(field, SQL) ? field : field.sql
  return (expression as unknown as { decoder: Decoder }).decoder // drizzle's types leave it out
}
