import type Database from 'better-sqlite3'

/**
 * Keeps a second server away from a file: it would count change marks of its own. The lock is one of SQLite's on a file
 * beside it, so the system lets go of it when the process ends, in whatever way; the file itself stays open to backups.
 * @returns what lets go of it
 * @throws SqliteError with the code `SQLITE_BUSY` when another one has it
 */
export const holdFile = (Sqlite: typeof Database, file: string): (() => void) => {
  const lock = new Sqlite(`${file}.lock`, { timeout: 1000 })
  try {
    lock.exec('pragma journal_mode = memory; begin exclusive') // a journal would be one more file
  } catch (error) {
    lock.close()
    throw error
  }
  return () => lock.close()
}
