import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { drizzle as drizzleProxy } from 'drizzle-orm/sqlite-proxy'
import { casing } from './casing.ts'
import { goOnAfter, registerMark } from './change-mark.sqlite.ts'
import { sqliteColumns } from './columns.sqlite.ts'
import { sqliteDialect } from './dialect.ts'
import { loadSqlite } from './library.sqlite.ts'
import { holdFile } from './lock.sqlite.ts'
import { openLog } from './log.sqlite.ts'
import { smallReads } from './small-reads.sqlite.ts'
import { type Handle, type Store, StoreBusy } from './store.ts'
import { allTables } from './tables/index.ts'
import { openThread } from './thread.sqlite.ts'
import { writeQueue } from './write-queue.ts'

export const migrationsFolder = (store: 'sqlite' | 'postgres') =>
  join(dirname(createRequire(import.meta.url).resolve('@heed/db/package.json')), 'migrations', store)

// busy_timeout first: the pragmas after it may themselves meet a lock. NORMAL: `openLog` syncs what is committed before
// anybody hears of it, and carries it into the file, far sooner than a commit would do so itself.
const pragmas = [
  'busy_timeout = 1000',
  'journal_mode = WAL',
  'synchronous = NORMAL',
  'wal_autocheckpoint = 50000',
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

/**
 * Opens (and brings up to date) the SQLite file: one connection writes, one reads, one reads aside, and one carries the log.
 * @throws SqliteError with the code `SQLITE_BUSY` when it is open already, here or in another process
 */
export const openSqliteStore = async (file: string): Promise<Store> => {
  const Sqlite = await loadSqlite()
  const letGo = holdFile(Sqlite, file)
  try {
    return openHeld(Sqlite, file, letGo)
  } catch (error) {
    letGo()
    throw error
  }
}

const openHeld = (Sqlite: typeof Database, file: string, letGo: () => void): Store => {
  const writer = new Sqlite(file)
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

  const reader = new Sqlite(file, { readonly: true })
  for (const pragma of readerPragmas) reader.pragma(pragma)
  keepStatements(reader)
  const thread = openThread(file, { readonly: true, pragmas: readerPragmas })
  const log = openLog(file, writer)

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
  const small = smallReads(writer)
  let alone: Promise<unknown> = Promise.resolve()
  let isSyncedLater = false
  const queue = writeQueue({
    tx: handle(writeDb, (text, values) => runOn(writer, text, values)),
    run(statement) {
      if (statement === 'begin immediate') small.end()
      writer.prepare(statement).run()
    },
    sync: async () => {
      log.grew()
      if (!isSyncedLater) await log.sync()
    },
  })
  const syncedAtTheEnd = async <T>(work: () => Promise<T>): Promise<T> => {
    isSyncedLater = true
    try {
      return await work()
    } finally {
      isSyncedLater = false
      await queue.settled()
      await log.sync()
    }
  }

  return {
    read: handle(drizzle(reader, { casing }), (text, values) => runOn(small.begin() ? writer : reader, text, values)),
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
      await log.close()
      small.end()
      reader.close()
      writer.close()
      letGo()
    },
  }
}
