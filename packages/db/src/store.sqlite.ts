import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { drizzle as drizzleProxy } from 'drizzle-orm/sqlite-proxy'
import { casing } from './casing.ts'
import { goOnAfter, registerMark } from './change-mark.sqlite.ts'
import { sqliteColumns } from './columns.sqlite.ts'
import { sqliteDialect } from './dialect.ts'
import { openReadingThread } from './reading-thread.sqlite.ts'
import { type Handle, type Store, StoreBusy } from './store.ts'
import { allTables } from './tables/index.ts'
import { writeQueue } from './write-queue.ts'

export const migrationsFolder = (store: 'sqlite' | 'postgres') =>
  join(dirname(createRequire(import.meta.url).resolve('@heed/db/package.json')), 'migrations', store)

// busy_timeout first: the pragmas after it may themselves meet a lock. FULL: an acknowledged write survives a power cut.
const pragmas = [
  'busy_timeout = 1000',
  'journal_mode = WAL',
  'synchronous = FULL',
  'foreign_keys = ON',
  'temp_store = MEMORY',
]

const readerPragmas = [
  'busy_timeout = 1000',
  'temp_store = MEMORY',
  // A figure over all customers looks at more pages than the cache holds; the system's own need not be copied.
  'mmap_size = 1073741824',
]

const busyOr = (error: unknown): never => {
  throw sqliteDialect.isBusy(error) ? new StoreBusy(error) : error
}

/** Compiling a statement costs as much as running it, and the same few hundred texts come again and again. */
const keepStatements = (database: Database.Database) => {
  const prepare = database.prepare.bind(database)
  const kept = new Map<string, Database.Statement>()
  database.prepare = ((text: string) => {
    let statement = kept.get(text)
    if (!statement) {
      statement = prepare(text)
      if (kept.size >= 1000) kept.clear() // lists of ids make texts of their own
      kept.set(text, statement)
    }
    return statement
  }) as typeof database.prepare
}

/** Opens (and brings up to date) the SQLite file: one connection writes, one reads, and one reads aside. */
export const openSqliteStore = async (file: string): Promise<Store> => {
  const writer = new Database(file)
  for (const pragma of pragmas) writer.pragma(pragma)
  registerMark(writer)
  const tables = allTables(sqliteColumns)
  const writeDb = drizzle(writer, { casing })
  migrate(writeDb, { migrationsFolder: migrationsFolder('sqlite') })

  const highest = ['people', 'accounts', 'departed_people', 'events', 'tickets', 'responses'].map(
    (table) =>
      `select (select max(change_mark) from ${table} where workspace_id = workspaces.id and change_mark is not null) as mark from workspaces`,
  )
  const marks = writer.prepare(`select coalesce(max(mark), 0) as last from (${highest.join(' union all ')})`)
  goOnAfter((marks.get() as { last: number }).last)

  keepStatements(writer)

  const reader = new Database(file, { readonly: true })
  for (const pragma of readerPragmas) reader.pragma(pragma)
  keepStatements(reader)
  const thread = openReadingThread(file, readerPragmas)

  // Typed as Postgres: its builders have no `.get/.all/.run`, so shared code must await, which all three can do.
  const handle = (db: unknown, run: Handle['run']): Handle => ({
    db: db as Handle['db'],
    tables,
    dialect: sqliteDialect,
    run,
    lock: async () => undefined,
  })
  const runOn = async (database: Database.Database, text: string, values: unknown[]) => {
    const statement = database.prepare(text)
    if (statement.reader) return statement.raw().all(values) as unknown[][]
    statement.run(values)
    return []
  }
  // The casing is read of the third alone.
  const threadDb = drizzleProxy(async (text, values) => ({ rows: await thread.all(text, values) }), undefined, {
    casing,
  })
  let alone: Promise<unknown> = Promise.resolve()
  const queue = writeQueue({
    tx: handle(writeDb, (text, values) => runOn(writer, text, values)),
    run: (statement) => void writer.prepare(statement).run(),
  })
  const setSynced = async (mode: 'NORMAL' | 'FULL') => {
    await queue.settled() // it cannot be set within a transaction
    writer.pragma(`synchronous = ${mode}`)
  }
  const syncedAtTheEnd = async <T>(work: () => Promise<T>): Promise<T> => {
    await setSynced('NORMAL')
    try {
      return await work()
    } finally {
      await setSynced('FULL')
      writer.pragma('wal_checkpoint') // which begins by syncing all that was committed
    }
  }

  return {
    // The reader finds its pages changed after each commit; the writer knows them, and shows nothing that is not committed
    // while it is in no transaction. So the small hot reads cost less there.
    read: handle(drizzle(reader, { casing }), (text, values) =>
      runOn(writer.inTransaction ? reader : writer, text, values),
    ),
    readAside: handle(threadDb, thread.all),
    write: (work) => queue.write(work).catch(busyOr),
    // One process to a file, so waiting for one's own is enough.
    alone: (work) => {
      const begin = () => syncedAtTheEnd(work)
      const turn = alone.then(begin, begin)
      alone = turn
      return turn
    },
    ping: () => queue.write(async ({ db }) => void (await db.select().from(tables.workspaces).limit(1))),
    close: async () => {
      await queue.settled()
      await thread.close()
      reader.close()
      writer.close()
    },
  }
}
