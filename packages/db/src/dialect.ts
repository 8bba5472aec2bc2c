import { type Column, type SQL, sql } from 'drizzle-orm'

/** Every difference between the two stores that a query can feel, each a short function with its reason. */
export type Dialect = {
  name: 'sqlite' | 'postgres'
  /** Month of a moment in UTC, as 2026-03. Neither store knows the other's date functions. */
  month(at: Column): SQL<string>
  /** A member of a JSON object as text. SQLite turns true into 1, so booleans are spelt out. */
  jsonText(json: Column, member: string): SQL<string | null>
  /** Whether an error says that a unique index refused the row. */
  isUniqueViolation(error: unknown): boolean
  /** Whether an error says: not now, try again. The store is locked, full, or cannot be reached. */
  isBusy(error: unknown): boolean
}

/** The driver's code of an error, through drizzle's wrapping. */
export const codeOf = (error: unknown): unknown => {
  if (typeof error !== 'object' || error === null) return undefined
  if ('code' in error) return error.code
  return 'cause' in error ? codeOf(error.cause) : undefined // drizzle wraps what the driver threw
}

export const sqliteDialect: Dialect = {
  name: 'sqlite',
  month: (at) => sql<string>`strftime('%Y-%m', ${at} / 1000, 'unixepoch')`,
  jsonText: (json, member) => {
    const path = `$.${JSON.stringify(member)}`
    return sql`case json_type(${json}, ${path}) when 'true' then 'true' when 'false' then 'false' else cast(${json} ->> ${path} as text) end`
  },
  isUniqueViolation: (error) =>
    ['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY'].includes(String(codeOf(error))),
  isBusy: (error) => /^SQLITE_(BUSY|LOCKED|FULL|IOERR)/.test(String(codeOf(error))),
}

export const postgresDialect: Dialect = {
  name: 'postgres',
  month: (at) => sql<string>`to_char(${at} at time zone 'UTC', 'YYYY-MM')`,
  jsonText: (json, member) => sql`${json} ->> ${member}::text`,
  isUniqueViolation: (error) => codeOf(error) === '23505',
  // Connection refused or lost; statement or lock timeout; too many connections; server stopping or out of disk.
  isBusy: (error) =>
    /^(ECONN|ENOTFOUND|EPIPE|ETIMEDOUT|CONNECT|CONNECTION_|08|53|57|55P03)/.test(String(codeOf(error))),
}
