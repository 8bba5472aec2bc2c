import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { openPostgresStore } from '@heed/db'
import { loadSqlite } from '@heed/db/sqlite-library'
import postgres from 'postgres'

const Sqlite = await loadSqlite()

const tables = ['accounts', 'people', 'events', 'surveys', 'responses', 'tickets']

/** Copies what the bench filled a SQLite store with into an empty PostgreSQL database, and lets it take its statistics. */
export async function copyToPostgres(file: string, url: string): Promise<void> {
  await (await openPostgresStore(url)).close()
  const database = new Sqlite(file, { readonly: true })
  const sql = postgres(url, { max: 1, onnotice: () => undefined })
  for (const table of tables) {
    const columns = await sql<{ name: string; type: string }[]>`
      select column_name as name, data_type as type from information_schema.columns where table_name = ${table}`
    const kept = columns.filter(({ name }) => name !== 'change_mark') // counted by each store in its own way
    const names = kept.map(({ name }) => name).join(', ')
    const types = new Map(kept.map(({ name, type }) => [name, type]))
    const rows = database.prepare(`select ${names} from ${table}`).iterate() as Iterable<Record<string, unknown>>
    const into = await sql.unsafe(`copy ${table} (${names}) from stdin with (format csv)`).writable()
    await pipeline(Readable.from(linesOf(rows, types)), into)
  }
  await sql.unsafe('vacuum analyze')
  await sql.end()
  database.close()
}

/** Rows as CSV, some thousands in a piece. */
function* linesOf(rows: Iterable<Record<string, unknown>>, types: ReadonlyMap<string, string>) {
  let lines: string[] = []
  for (const row of rows) {
    lines.push(
      Object.entries(row)
        .map(([name, value]) => fieldOf(value, types.get(name) ?? ''))
        .join(','),
    )
    if (lines.length < 5_000) continue
    yield `${lines.join('\n')}\n`
    lines = []
  }
  yield lines.map((line) => `${line}\n`).join('')
}

const fieldOf = (value: unknown, type: string): string => {
  if (value === null) return ''
  if (type.startsWith('timestamp')) return new Date(Number(value)).toISOString()
  return `"${String(value).replaceAll('"', '""')}"`
}
