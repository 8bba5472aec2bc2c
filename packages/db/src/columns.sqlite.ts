import { sql } from 'drizzle-orm'
import {
  type AnySQLiteColumn,
  blob,
  foreignKey,
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'
import { nextMark } from './change-mark.sqlite.ts'
import type { Columns } from './columns.postgres.ts'
import { sqliteDialect } from './dialect.ts'

/** The same vocabulary for SQLite. The cast is safe because the both-stores suite runs every query on both. */
export const sqliteColumns = {
  table: sqliteTable,
  index,
  uniqueIndex,
  primaryKey,
  foreignKey,
  text: () => text(),
  oneOf: <const T extends readonly [string, ...string[]]>(values: T) => text({ enum: values }),
  int: () => integer(),
  bigInt: () => integer(),
  real: () => real(),
  flag: () => integer({ mode: 'boolean' }),
  at: () => integer({ mode: 'timestamp_ms' }),
  bytes: () => blob({ mode: 'buffer' }),
  json: <T>() => text({ mode: 'json' }).$type<T>(),
  changeMark: () =>
    integer()
      .$defaultFn(() => nextMark)
      .$onUpdateFn(() => nextMark),
  changeIndex: (name: string, workspaceId: AnySQLiteColumn, changeMark: AnySQLiteColumn) =>
    index(name).on(workspaceId, changeMark).where(sql`change_mark is not null`),
  sortKey: sqliteDialect.sortKey,
} as unknown as Columns
