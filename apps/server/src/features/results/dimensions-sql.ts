import type { Handle } from '@heed/db'
import { type Column, type SQL, sql } from 'drizzle-orm'
import type { Scope } from '../segments/scope.ts'
import { countedValue, type SnapshotColumns } from '../segments/segment-sql.ts'

/** What answers are counted by. Plan, tenure, spend and traits are those kept with each of them. */
export type Dimension =
  /** Days since 1970 in UTC; weeks of these, from Monday to Sunday; a month as 2026-03. */
  | 'day'
  | 'week'
  | 'month'
  | 'plan'
  /** Lowest day of the band: 0, 90, 180, 365. */
  | 'tenure'
  /** Place of the band among `SpendBounds`, from 0 (pays nothing). */
  | 'spend'
  | 'version'
  | 'locale'
  | `trait.${string}`

/** A value of a dimension; null: not known of these, or a claim that does not count. */
export type Part = string | number | null

/** Where bands of spend begin, rising, in minor units of the reporting currency; below the first: pays, but less. */
export type SpendBounds = readonly number[]

/** Where bands of tenure begin, in days; those of @heed/segments. */
export const tenureBounds: readonly number[] = [0, 90, 180, 365]

/** The columns that a row is counted by: of an answer, or of a showing, which has no language. */
export type CountedRow = SnapshotColumns & { surveyVersion: Column; createdAt: Column; locale?: Column }

/** A dimension of a row as a value to group by. */
export const dimensionSql = (
  dimension: Dimension,
  row: CountedRow,
  handle: Handle,
  scope: Scope,
  spendBounds: SpendBounds,
): SQL<Part> => {
  const counted = (value: Column | SQL) => countedValue(value, row.valuesTrust, scope) as SQL<Part>
  const { dialect } = handle
  switch (dimension) {
    case 'day':
      return dialect.dayNumber(row.createdAt)
    case 'week':
      // 1970 began on a Thursday.
      return sql`((${dialect.dayNumber(row.createdAt)} + 3) / 7)`
    case 'month':
      return dialect.month(row.createdAt)
    case 'plan':
      return counted(row.plan)
    case 'tenure':
      return counted(tenureBand(row.tenureDays))
    case 'spend':
      return counted(spendBand(row.reportingSpendMinor, spendBounds))
    case 'version':
      return sql`${row.surveyVersion}`
    case 'locale':
      return row.locale ? sql`${row.locale}` : sql`cast(null as text)`
    default:
      return counted(dialect.jsonText(row.traits, traitOf(dimension)))
  }
}

/** Name of the trait in `trait.<name>`. */
export const traitOf = (dimension: `trait.${string}`) => dimension.slice('trait.'.length)

/** The lowest day of the band that whole days fall into. */
export const tenureBand = (days: Column | SQL): SQL<number | null> =>
  sql`case when ${days} is null then null when ${days} >= 365 then 365 when ${days} >= 180 then 180 when ${days} >= 90 then 90 else 0 end`

/** The place of the band that an amount falls into. */
export const spendBand = (spendMinor: Column | SQL, bounds: SpendBounds): SQL<number | null> => {
  // Places are written out: PostgreSQL takes parameters in a `case` for texts.
  const place = (at: number) => sql.raw(String(at))
  const below = bounds.map((bound, at) => sql`when ${spendMinor} < ${bound} then ${place(at + 1)}`)
  return sql`case when ${spendMinor} is null then null when ${spendMinor} <= 0 then 0 ${sql.join(below, sql` `)} else ${place(bounds.length + 1)} end`
}
