import type Database from 'better-sqlite3'

/**
 * Reads on the connection that writes, while it writes nothing: it knows its pages, which one that only reads finds
 * changed after each commit. All reads of a turn of the event loop share one transaction, because to begin one costs as
 * much as a small read. What is not committed is never seen.
 */
export const smallReads = (writer: Database.Database) => {
  let isLooking = false
  const end = () => {
    if (isLooking) writer.prepare('commit').run()
    isLooking = false
  }
  return {
    /** Whether the next statement may read there; then it reads what is committed now. */
    begin(): boolean {
      if (isLooking) return true
      if (writer.inTransaction) return false
      writer.prepare('begin').run()
      isLooking = true
      setImmediate(end)
      return true
    },
    /** To be called before anything is written, and before the connection is closed. */
    end,
  }
}
