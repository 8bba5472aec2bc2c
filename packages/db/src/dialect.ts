import { type Column, type SQL, sql } from 'drizzle-orm'

/** Every difference between the two stores that a query can feel, each a short function with its reason. */
export type Dialect = {
  name: 'sqlite' | 'postgres'
  /** Month of a moment in UTC, as 2026-03. Neither store knows the other's date functions. */
  month(at: Column): SQL<string>
  /** Day of a moment in UTC, counted from 1970. SQLite keeps moments as milliseconds. */
  dayNumber(at: Column): SQL<number>
  /** A moment in milliseconds since 1970, to reckon with. SQLite keeps moments so. */
  milliseconds(at: Column): SQL<number>
  /** A text, number or flag in a JSON object as text, a number or flag as JSON writes it; null where there is none. */
  jsonText(json: Column, member: string): SQL<string | null>
  /** Kind of a member of a JSON object: string, number, boolean, array; null where it is not there. */
  jsonKind(json: Column, member: string): SQL<string | null>
  /** A member of a JSON object as a number; null where it is none. PostgreSQL would fail on a text. */
  jsonNumber(json: Column, member: string): SQL<number | null>
  /** A–Z as a–z, and no other letter: SQLite knows none, PostgreSQL those of its locale. */
  smallLetters(text: SQL | Column): SQL<string>
  /** A text as lists are sorted and searched by, alike in both stores: A–Z as a–z, then byte by byte. Indexes hold it so. */
  sortKey(text: SQL): SQL<string>
  /** Whether a text holds another. */
  holds(text: SQL, part: SQL): SQL
  /** The day of an ISO date or UTC moment, comparable as text; null where the text is neither. */
  dayOf(text: SQL<string | null>): SQL<string | null>
  /** Texts of all rows in one, with a space between; null where there are no rows. */
  inOneText(text: Column | SQL): SQL<string | null>
  /** A column that most rows share. SQLite would go through its index, jumping between rows that lie in another order. */
  unindexed(column: Column): SQL
  /**
   * A mark of `c.changeMark` at and above which rows must be read to know all that changes from now on; what is below is
   * committed and seen. `highest` is the highest in use. SQLite commits in the order of marks; PostgreSQL does not.
   */
  settledMark(highest: SQL): SQL<number>
  /** Whether a mark can have been made already. Rows that were brought from another PostgreSQL may hold higher ones. */
  isMarkOfPast(mark: Column): SQL
  /** The largest of some values, none of which is null. SQLite's `max` of several is PostgreSQL's `greatest`. */
  greatest(values: SQL[]): SQL<number>
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

const pathOf = (member: string) => `$.${JSON.stringify(member)}`

export const sqliteDialect: Dialect = {
  name: 'sqlite',
  month: (at) => sql<string>`strftime('%Y-%m', ${at} / 1000, 'unixepoch')`,
  dayNumber: (at) => sql<number>`(${at} / 86400000)`,
  milliseconds: (at) => sql<number>`${at}`,
  jsonText: (json, member) => {
    const path = pathOf(member)
    // As a value of SQLite's a number has fifteen digits, and true is 1; what the JSON says of them is what we wrote.
    return sql`case json_type(${json}, ${path}) when 'text' then ${json} ->> ${path} when 'array' then null when 'null' then null else ${json} -> ${path} end`
  },
  jsonKind: (json, member) =>
    sql`case json_type(${json}, ${pathOf(member)}) when 'text' then 'string' when 'integer' then 'number' when 'real' then 'number' when 'true' then 'boolean' when 'false' then 'boolean' when 'array' then 'array' end`,
  jsonNumber: (json, member) =>
    sql`case when json_type(${json}, ${pathOf(member)}) in ('integer', 'real') then ${json} ->> ${pathOf(member)} end`,
  smallLetters: (text) => sql`lower(${text})`,
  sortKey: (text) => sqliteDialect.smallLetters(text),
  holds: (text, part) => sql`instr(${text}, ${part}) > 0`,
  dayOf: (text) => {
    const day = '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'
    return sql`case when ${text} glob ${day} or (${text} glob ${`${day}T?*Z`} and substr(${text}, 12, length(${text}) - 12) not glob '*[^0-9:.]*') then substr(${text}, 1, 10) end`
  },
  inOneText: (text) => sql<string | null>`group_concat(${text}, ' ')`,
  unindexed: (column) => sql`+${column}`,
  settledMark: (highest) => sql<number>`${highest} + 1`,
  isMarkOfPast: () => sql`1 = 1`,
  greatest: (values) => sql`max(${sql.join(values, sql`, `)})`,
  isUniqueViolation: (error) =>
    ['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY'].includes(String(codeOf(error))),
  isBusy: (error) => /^SQLITE_(BUSY|LOCKED|FULL|IOERR)/.test(String(codeOf(error))),
}

export const postgresDialect: Dialect = {
  name: 'postgres',
  month: (at) => sql<string>`to_char(${at} at time zone 'UTC', 'YYYY-MM')`,
  dayNumber: (at) => sql<number>`floor(extract(epoch from ${at}) / 86400)::int`,
  milliseconds: (at) => sql<number>`(extract(epoch from ${at}) * 1000)::bigint`,
  jsonText: (json, member) => {
    const text = sql`${json} ->> ${member}::text`
    // PostgreSQL keeps all digits where JSON has an exponent, below 0.000001 and from 10²¹ on; its double has 1e-07 for 1e-7.
    const hasExponent = sql`${text} ~ '^-?(0[.]000000|[0-9]{22})'`
    const number = sql`case when ${hasExponent} then replace((${text})::double precision::text, 'e-0', 'e-') else ${text} end`
    return sql`case jsonb_typeof(${json} -> ${member}::text) when 'array' then null when 'number' then ${number} else ${text} end`
  },
  jsonKind: (json, member) => sql`jsonb_typeof(${json} -> ${member}::text)`,
  jsonNumber: (json, member) =>
    sql`case when jsonb_typeof(${json} -> ${member}::text) = 'number' then (${json} ->> ${member}::text)::double precision end`,
  smallLetters: (text) => sql`translate(${text}, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')`,
  sortKey: (text) => sql`lower((${text}) collate "C")`, // "C" knows A–Z alone, and compares bytes
  holds: (text, part) => sql`position(${part} in ${text}) > 0`,
  dayOf: (text) =>
    sql`case when ${text} ~ '^[0-9]{4}-[01][0-9]-[0-3][0-9](T[0-9:.]+Z)?$' then substr(${text}, 1, 10) collate "C" end`,
  inOneText: (text) => sql<string | null>`string_agg(${text}, ' ')`,
  unindexed: (column) => sql`${column}`,
  settledMark: () => sql<number>`pg_snapshot_xmin(pg_current_snapshot())::text::bigint`,
  isMarkOfPast: (mark) => sql`${mark} < pg_snapshot_xmax(pg_current_snapshot())::text::bigint`,
  greatest: (values) => sql`greatest(${sql.join(values, sql`, `)})`,
  isUniqueViolation: (error) => codeOf(error) === '23505',
  // Connection refused or lost; statement or lock timeout; too many connections; server stopping or out of disk.
  isBusy: (error) =>
    /^(ECONN|ENOTFOUND|EPIPE|ETIMEDOUT|CONNECT|CONNECTION_|08|53|57|55P03)/.test(String(codeOf(error))),
}
