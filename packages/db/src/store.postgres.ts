import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import { casing } from './casing.ts'
import { postgresColumns } from './columns.postgres.ts'
import { postgresDialect } from './dialect.ts'
import { migrationsFolder } from './store.sqlite.ts'
import type { Handle, Store } from './store.ts'
import { allTables } from './tables/index.ts'

/** Any number: only its being the same in every server process counts. */
const lock = 4747

/** Opens (and brings up to date) a PostgreSQL database, shared by any number of server processes. */
export const openPostgresStore = async (url: string): Promise<Store> => {
  const options = { onnotice: () => undefined, connection: { application_name: 'heed' } }
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

  const client = postgres(url, { ...options, max: 20 })
  const db = drizzle(client, { casing })
  const tables = allTables(postgresColumns)
  const handle = (on: Handle['db']): Handle => ({ db: on, tables, dialect: postgresDialect })

  return {
    read: handle(db),
    // Two writers may both find a row missing and insert it. The loser runs again and finds it.
    write: async (work) => {
      const attempt = () => db.transaction((tx) => work(handle(tx)))
      try {
        return await attempt()
      } catch (error) {
        if (postgresDialect.isUniqueViolation(error)) return attempt()
        throw error
      }
    },
    alone: (work) => locked(work),
    ping: async () => void (await db.select().from(tables.workspaces).limit(1)),
    close: () => client.end({ timeout: 5 }),
  }
}
