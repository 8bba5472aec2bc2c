import type Database from 'better-sqlite3'

/**
 * Which better-sqlite3 this Node can use (docs/decisions/0047). Version 13 is built on Node-API 10, which Node 20 does not
 * have; with version 12 Node 24 ends in the middle of collecting garbage.
 */
export const sqliteLibrary = Number(process.versions.napi) < 10 ? 'better-sqlite3-12' : 'better-sqlite3'

/** @throws Error with the code `SQLITE_MISSING` where it was not compiled, or another Node installed what is there */
export const loadSqlite = async (): Promise<typeof Database> => {
  try {
    const { default: Sqlite }: { default: typeof Database } = await import(/* @vite-ignore */ sqliteLibrary)
    // That its binary is missing shows with the first connection.
    new Sqlite(':memory:').close()
    return Sqlite
  } catch (cause) {
    throw Object.assign(new Error(`${sqliteLibrary} does not load`, { cause }), { code: 'SQLITE_MISSING' })
  }
}
