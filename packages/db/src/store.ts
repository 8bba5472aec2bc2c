import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import type { Dialect } from './dialect.ts'
import type { Tables } from './tables/index.ts'

/** What a query needs to run; it takes one and never opens one. */
export type Handle = {
  db: Pick<PgDatabase<PgQueryResultHKT>, 'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | '$count'>
  tables: Tables
  dialect: Dialect
  /** Runs a text that was made before, see `prepared`: rows as the driver has them, their values by position. */
  run(text: string, values: unknown[]): Promise<unknown[][]>
  /**
   * In a write: waits until no other write holds this name, and holds it to the end. For "read, then insert what is
   * missing", which two PostgreSQL transactions would otherwise do side by side; SQLite has one writer anyway.
   * Several names are taken in one fixed order, or two writes may wait for each other.
   */
  lock(name: string): Promise<void>
}

/**
 * The data of all workspaces, in SQLite or PostgreSQL, with the same behaviour.
 * Readers see only what is committed.
 */
export type Store = {
  /** For short queries outside a write. */
  read: Handle
  /** For those that may take long: nobody else waits for them. On SQLite they run in a thread of their own. */
  readAside: Handle
  /**
   * Runs `work` in a transaction and answers once it is committed (on SQLite: synced to disk).
   * Inside: only queries on `tx`. No network, no second `write` (it would wait for itself).
   * @throws StoreBusy when too many writes are waiting, or the store is locked or cannot be reached
   */
  write<T>(work: (tx: Handle) => Promise<T>): Promise<T>
  /**
   * Runs `work` while no other server process of this store does: for what is done once before anybody is served, such as
   * sample data. On SQLite what it writes is synced to disk when all of it is done, and not write by write.
   */
  alone<T>(work: () => Promise<T>): Promise<T>
  /** Fails when the store cannot be written to. */
  ping(): Promise<void>
  close(): Promise<void>
}

/** Try again later. */
export class StoreBusy extends Error {
  constructor(cause?: unknown) {
    super('the store cannot take this now', { cause })
    this.name = 'StoreBusy'
  }
}
