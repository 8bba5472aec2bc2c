import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  bigint,
  boolean,
  customType,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { postgresDialect } from './dialect.ts'

const thisTransaction = sql`pg_current_xact_id()::text::bigint`

/** Without its table, as PostgreSQL keeps it. */
const isMarked = sql`change_mark is not null`

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/** The vocabulary in which every table is written, in PostgreSQL's terms. All code is typed as this one. */
export const postgresColumns = {
  table: pgTable,
  index,
  uniqueIndex,
  primaryKey,
  foreignKey,
  text: () => text(),
  /** One of a closed list, kept as text. */
  oneOf: <const T extends readonly [string, ...string[]]>(values: T) => text({ enum: values }),
  int: () => integer(),
  /** Money and other counts that outgrow 32 bits; a JavaScript number all the same. */
  bigInt: () => bigint({ mode: 'number' }),
  real: () => doublePrecision(),
  flag: () => boolean(),
  at: () => timestamp({ withTimezone: true, precision: 3, mode: 'date' }),
  bytes: () => bytea(),
  json: <T>() => jsonb().$type<T>(),
  /**
   * The write that changed a row last, which every insert and update through drizzle sets by itself: what changed since
   * is found by `dialect.settledMark`. Here it is the transaction's number. Null: not since there are marks.
   */
  changeMark: () =>
    bigint({ mode: 'number' })
      .$defaultFn(() => thisTransaction)
      .$onUpdateFn(() => thisTransaction),
  /**
   * An index by which is found what changed since, in a table that takes many writes: a BRIN, which notes the marks of
   * runs of pages and costs a write next to nothing. Rows from before there were marks are not in it.
   */
  changeIndex: (name: string, workspaceId: AnyPgColumn, changeMark: AnyPgColumn) =>
    index(name)
      .using('brin', workspaceId, changeMark)
      .with({ pages_per_range: 16, autosummarize: true })
      .where(isMarked),
  /** For an index over what queries sort and search by. */
  sortKey: postgresDialect.sortKey,
}
export type Columns = typeof postgresColumns
