import type Database from 'better-sqlite3'
import { sql } from 'drizzle-orm'

// SQLite has one process and one writer, whose writes are committed in the order in which they are made: a counter is enough.
let last = 0

/** A mark higher than every one before it. In SQL, so that a prepared statement takes a new one each time. */
export const nextMark = sql`next_mark()`

/** Lets a connection make marks. */
export const registerMark = (database: Database.Database): void => {
  database.function('next_mark', () => ++last)
}

/** Goes on after what is in a file already. */
export const goOnAfter = (mark: number): void => {
  last = Math.max(last, mark)
}
