import { type Column, type SQL, sql } from 'drizzle-orm'
import type { Place } from './list-place.ts'

/** How a list is sorted, in SQL; `list-place.ts` says the same of a row. */
export type Order = {
  value: SQL | Column
  /** Whether there is a value that counts; never null. */
  known: SQL
  /** The account, where the value is the account's. */
  tie: SQL | Column
  id: Column
  descending: boolean
  /** A value of a place as the column takes it. */
  param: (value: string | number) => SQL
}

/** Texts and numbers go as they are, milliseconds as the column's moments. */
export const paramAs =
  (column?: Column): Order['param'] =>
  (value) =>
    column ? sql`${sql.param(new Date(value), column)}` : sql`${value}`

/** Those that come after a place among rows that have a value. The first part is one that an index can begin with. */
export const afterValue = ({ value, tie, id, descending, param }: Omit<Order, 'known'>, place: Place | undefined) => {
  if (!place || place.value === null) return undefined
  const at = param(place.value)
  return descending
    ? sql`${value} <= ${at} and (${value} < ${at} or ${tie} < ${place.tie} or (${tie} = ${place.tie} and ${id} < ${place.id}))`
    : sql`${value} >= ${at} and (${value} > ${at} or ${tie} > ${place.tie} or (${tie} = ${place.tie} and ${id} > ${place.id}))`
}

/** Those that come after a place among rows without a value: by id alone. */
export const afterId = ({ id, descending }: Pick<Order, 'id' | 'descending'>, place: Place | undefined) =>
  place?.value === null ? (descending ? sql`${id} < ${place.id}` : sql`${id} > ${place.id}`) : undefined

/** Those that come after a place among all rows. */
export const afterPlace = (order: Order, place: Place | undefined): SQL | undefined => {
  if (!place) return undefined
  if (place.value === null) return sql`(not (${order.known}) and ${afterId(order, place)})`
  return sql`(not (${order.known}) or (${afterValue(order, place)}))`
}

/** What to sort all rows by: those without a value last, and these by id alone. */
export const sortedBy = ({ value, known, tie, id, descending }: Order): SQL[] => {
  const direction = descending ? sql` desc` : sql``
  return [
    sql`case when ${known} then 0 else 1 end`,
    sql`case when ${known} then ${value} end${direction}`,
    sql`case when ${known} then ${tie} else '' end${direction}`,
    sql`${id}${direction}`,
  ]
}
