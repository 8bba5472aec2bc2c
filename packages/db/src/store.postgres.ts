import type { PgDatabase } from 'drizzle-orm/pg-core'
import { drizzle, type PostgresJsQueryResultHKT, type PostgresJsSession } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import { casing } from './casing.ts'
import { postgresColumns } from './columns.postgres.ts'
import { codeOf, postgresDialect } from './dialect.ts'
import { migrationsFolder } from './store.sqlite.ts'
import { type Handle, type Store, StoreBusy } from './store.ts'
import { allTables } from './tables/index.ts'

/** Any number: only its being the same in every server process counts. */
const lock = 4747
/** Writes that may wait for a connection before `StoreBusy` is thrown. */
const mostWaiting = 5_000

const lockName = 'select pg_advisory_xact_lock(hashtextextended($1, 0))'

/** Two writers may find a row missing and both insert it, or meet in a deadlock: the loser runs again. */
const mayRunAgain = (error: unknown) => ['23505', '40001', '40P01'].includes(String(codeOf(error)))

/** Opens (and brings up to date) a PostgreSQL database, shared by any number of server processes. */
export const openPostgresStore = async (url: string): Promise<Store> => {
  const options = {
    onnotice: () => undefined,
    connect_timeout: 5,
    connection: { application_name: 'heed' },
  }
  const locked = async <T>(work: (connection: postgres.Sql) => Promise<T>) => {
    const connection = postgres(url, { ...options, max: 1 })
    try {
      await connection`select pg_advisory_lock(${lock})`
      return await work(connection)
    } finally {
      await connection.end() // which gives the lock back
    }
  }
  await locked((connection) =>
    migrate(drizzle(connection, { casing }), { migrationsFolder: migrationsFolder('postgres') }),
  )

  const client = postgres(url, {
    ...options,
    max: 20,
    connection: {
      ...options.connection,
      // Nobody waits for ever behind a lock or a lost server.
      statement_timeout: 15_000,
      lock_timeout: 5_000,
      // Whoever never did a thing is told from a million who did by a table in memory, else by going through them for each.
      work_mem: '32MB',
    },
  })
  const db = drizzle(client, { casing })
  const tables = allTables(postgresColumns)
  const handle = (db: PgDatabase<PostgresJsQueryResultHKT>): Handle => {
    // Of a transaction: its own connection. postgres.js names what is prepared, and keeps that by connection and text.
    const { client } = db._.session as PostgresJsSession<postgres.Sql, Record<string, never>, Record<string, never>>
    const run: Handle['run'] = (text, values) => client.unsafe(text, values as string[], { prepare: true }).values()
    return {
      db,
      tables,
      dialect: postgresDialect,
      run,
      lock: async (name) => void (await run(lockName, [name])),
    }
  }
  let waiting = 0

  return {
    read: handle(db),
    readAside: handle(db),
    write: async (work) => {
      if (waiting >= mostWaiting) throw new StoreBusy()
      waiting += 1
      try {
        const attempt = () => db.transaction((tx) => work(handle(tx)))
        return await attempt().catch((error: unknown) => {
          if (mayRunAgain(error)) return attempt()
          throw error
        })
      } catch (error) {
        throw postgresDialect.isBusy(error) ? new StoreBusy(error) : error
      } finally {
        waiting -= 1
      }
    },
    alone: (work) => locked(work),
    ping: async () => void (await db.select().from(tables.workspaces).limit(1)),
    close: () => client.end({ timeout: 5 }),
  }
}
