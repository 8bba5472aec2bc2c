import type { Handle } from '@heed/db'
import { type Column, getTableColumns } from 'drizzle-orm'
import type { TableName } from './own-rows.ts'

type Row = Record<string, unknown>
const isOfPerson = (columns: Record<string, Column>) =>
  ['personId', 'visitorHash', 'reader'].some((name) => name in columns)

/** Tables that hold something of a person, as the schema tells: by a column of theirs, or by hanging on such a row. */
export const tablesOfPeople = (handle: Handle, owned: Record<TableName, unknown>): TableName[] =>
  (Object.keys(handle.tables) as TableName[]).filter(
    (name) => name !== 'departedPeople' && (owned[name] !== null || isOfPerson(columnsOf(handle, name))),
  )

const columnsOf = ({ tables }: Handle, name: TableName): Record<string, Column> => getTableColumns(tables[name])

let numbers = 1_000

/** A value for any column: texts say whose they are, and where they stand. */
function valueFor(column: Column, text: string, at: Date): unknown {
  if (column.enumValues) return column.enumValues[0]
  if (column.dataType === 'string') return text
  if (column.dataType === 'number' || column.dataType === 'bigint') return numbers++
  if (column.dataType === 'date') return at
  if (column.dataType === 'boolean') return false
  return column.dataType === 'json' ? { said: text } : Buffer.from(text)
}

/**
 * Fills these tables with one row each of one person, whose name stands in every text of it.
 * @param given columns that must fit others, in every table that has them
 */
export async function fillRows(
  { db, tables, ...handle }: Handle,
  names: TableName[],
  { mark, at, given }: { mark: string; at: Date; given: Row },
) {
  for (const name of names) {
    const columns = columnsOf({ db, tables, ...handle }, name)
    const own: Row = {
      id: `${mark} ${name}`,
      personId: `${mark} people`,
      ticketId: `${mark} tickets`,
      responseId: `${mark} responses`,
      ideaId: `${mark} ideas`,
      targetId: `${mark} responses`,
      visitorHash: `${mark} visitors`,
      reader: `${mark} visitors`,
      hash: `${mark} visitors`,
      ...(name === 'accounts' ? { externalId: mark, name: null } : {}),
      ...(name === 'people' ? { userId: mark } : {}),
      mergedIntoId: null,
      fromIdeaId: null,
      verifiedId: null,
      ...given,
    }
    const row: Row = {}
    for (const [key, column] of Object.entries(columns))
      if (key !== 'changeMark') row[key] = key in own ? own[key] : valueFor(column, `${mark} ${name}.${key}`, at)
    await db
      .insert(tables[name] as Handle['tables']['people'])
      .values(row as Handle['tables']['people']['$inferInsert'])
  }
}

/** Every row of the store by its table, as text. */
export async function readAllRows({ db, tables }: Handle): Promise<{ table: TableName; row: string }[]> {
  const all = await Promise.all(
    (Object.keys(tables) as TableName[]).map(async (table) => {
      const rows: Row[] = await db.select().from(tables[table] as Handle['tables']['people'])
      return rows.map((row) => ({ table, row: JSON.stringify(row, spellBytes) }))
    }),
  )
  return all.flat()
}

/** Bytes as the text that they hold. */
function spellBytes(this: Row, key: string, value: unknown): unknown {
  const raw = this[key]
  return raw instanceof Uint8Array ? Buffer.from(raw).toString('latin1') : value
}
