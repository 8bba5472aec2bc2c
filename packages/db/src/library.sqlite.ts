import type Database from 'better-sqlite3'

/**
 * Which better-sqlite3 this Node can use (docs/decisions/0047). Version 13 is built on Node-API 10, which Node 20 does not
 * have; with version 12 Node 24 ends in the middle of collecting garbage.
 */
export const sqliteLibrary = Number(process.versions.napi) < 10 ? 'better-sqlite3-12' : 'better-sqlite3'

const library: { default: typeof Database } = await import(/* @vite-ignore */ sqliteLibrary).catch((cause) => {
  const ways = 'use Node 22.14 or newer, or install Python 3, make and a C++ compiler, which Node 20 needs for it'
  throw new Error(`${sqliteLibrary} is not installed: ${ways}. Then delete node_modules and start again.`, { cause })
})

/** A connection to a SQLite file. */
export const Sqlite = library.default
