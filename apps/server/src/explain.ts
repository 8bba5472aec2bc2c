import { ConfigError } from './config.ts'

const unreachable = (said: string) =>
  `PostgreSQL cannot be reached (${said}): check that it runs, and the address in HEED_DATABASE_URL.`

/** By the code of Node's, PostgreSQL's or SQLite's error: what to do about it. */
const advice: Record<string, (said: string) => string> = {
  EADDRINUSE: (said) => `${said}: stop what runs there, or set PORT to another one.`,
  ECONNREFUSED: unreachable,
  ENOTFOUND: unreachable,
  EAI_AGAIN: unreachable,
  CONNECT_TIMEOUT: unreachable,
  '28P01': (said) => `PostgreSQL refuses the connection (${said}): check user and password in HEED_DATABASE_URL.`,
  '3D000': (said) => `PostgreSQL refuses the connection (${said}): make the database, or correct HEED_DATABASE_URL.`,
  SQLITE_NOTADB: (said) =>
    `heed.sqlite in the data folder is no database (${said}): restore a backup, or set HEED_DATA_DIR to another folder.`,
  SQLITE_MISSING: (said) =>
    `${said}: delete node_modules and start again, with Node 22.14 or newer; Node 20 needs Python 3, make and a C++ compiler to compile it.`,
  SQLITE_BUSY: (said) =>
    `heed.sqlite in the data folder is held by another process (${said}): stop that one, or set HEED_DATA_DIR to another folder.`,
}

/** The error and what it was caused by, outermost first: drizzle wraps what the database said. */
const causesOf = (error: unknown): Error[] => (error instanceof Error ? [error, ...causesOf(error.cause)] : [])

/** Why the server did not start: one line where a person can act on it, anything else whole. */
export const explain = (error: unknown): string => {
  if (error instanceof ConfigError) return error.message
  for (const cause of causesOf(error)) {
    // SQLite's extended codes, such as SQLITE_BUSY_RECOVERY, say the same to a person.
    const code = 'code' in cause ? String(cause.code).replace(/^SQLITE_BUSY_.*/, 'SQLITE_BUSY') : ''
    const line = advice[code]
    if (line) return line(cause.message || code) // several addresses tried: an AggregateError without a message
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
