import { ConfigError } from './config.ts'

const unreachable = (said: string) =>
  `PostgreSQL cannot be reached (${said}): check that it runs, and the address in HEED_DATABASE_URL.`

const refused = (said: string, advice: string) => `PostgreSQL refuses the connection (${said}): ${advice}`

const untrusted = (said: string) =>
  `PostgreSQL cannot be reached over TLS (${said}): check its certificate, or the sslmode in HEED_DATABASE_URL.`

const unusable = (said: string) =>
  `The data folder cannot be used (${said}): make it a folder that the user who runs Heed may write to, or set HEED_DATA_DIR to another one.`

/** By the code of Node's, PostgreSQL's or SQLite's error: what to do about it. */
const advice: Record<string, (said: string) => string | undefined> = {
  EADDRINUSE: (said) => `${said}: stop what runs there, or set PORT to another one.`,
  ECONNREFUSED: unreachable,
  ENOTFOUND: unreachable,
  EAI_AGAIN: unreachable,
  ECONNRESET: unreachable,
  EHOSTUNREACH: unreachable,
  ENETUNREACH: unreachable,
  ETIMEDOUT: unreachable,
  CONNECT_TIMEOUT: unreachable,
  CONNECTION_CLOSED: unreachable,
  EADDRNOTAVAIL: (said) =>
    said.startsWith('listen')
      ? `${said}: this machine does not have that address. Set HOST to one that it has.`
      : unreachable(said),
  CERT_HAS_EXPIRED: untrusted,
  DEPTH_ZERO_SELF_SIGNED_CERT: untrusted,
  SELF_SIGNED_CERT_IN_CHAIN: untrusted,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: untrusted,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: untrusted,
  ERR_TLS_CERT_ALTNAME_INVALID: untrusted,
  EPROTO: untrusted,
  '28000': (said) => refused(said, 'check user and sslmode in HEED_DATABASE_URL, and the pg_hba.conf of the server.'),
  '28P01': (said) => refused(said, 'check user and password in HEED_DATABASE_URL.'),
  '3D000': (said) => refused(said, 'make the database, or correct HEED_DATABASE_URL.'),
  '42501': (said) =>
    `PostgreSQL does not let Heed make its tables (${said}): make the user in HEED_DATABASE_URL the owner of the database.`,
  EACCES: (said) =>
    said.startsWith('listen') ? `${said}: set PORT to one above 1023, which need no rights.` : unusable(said),
  EEXIST: unusable,
  ENOTDIR: unusable,
  // What Node says of a folder to be made in a read-only file system. A file that is not there is our own fault.
  ENOENT: (said) => (said.includes(', mkdir ') ? unusable(said) : undefined),
  EPERM: unusable,
  EROFS: unusable,
  ENOSPC: unusable,
  SQLITE_CANTOPEN: unusable,
  SQLITE_READONLY: unusable,
  SQLITE_FULL: unusable,
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
    const code = 'code' in cause ? String(cause.code).replace(/^(SQLITE_(BUSY|CANTOPEN|READONLY))_.*/, '$1') : ''
    const line = advice[code]?.(cause.message || code)
    if (line) return line // several addresses tried: an AggregateError without a message
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
