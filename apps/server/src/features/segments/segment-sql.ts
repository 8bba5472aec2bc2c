import type { Segment, SegmentCondition } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { and, type Column, eq, gte, inArray, lte, or, type SQL, sql } from 'drizzle-orm'

const dayMs = 86_400_000

/** Columns of a row that carries a snapshot: an answer, an exposure, a ticket. */
export type SnapshotColumns = { plan: Column; spendMinor: Column; currency: Column; tenureDays: Column; traits: Column }

type Context = { handle: Handle; currency: string }

/**
 * A segment over snapshot columns: plan, spend and tenure as of the answer.
 * The verdict is that of `matchesSegment` of @heed/segments; a test holds them together on both stores.
 * @param currency spend conditions only meet rows in the workspace's reporting currency
 */
export const snapshotIn = (segment: Segment, columns: SnapshotColumns, context: Context): SQL | undefined =>
  and(...segment.all.map((condition) => snapshotCondition(condition, columns, context)))

const snapshotCondition = (condition: SegmentCondition, columns: SnapshotColumns, context: Context) => {
  switch (condition.field) {
    case 'plan':
      return inArray(columns.plan, condition.anyOf)
    case 'spend':
      return spendCondition(condition, columns, context)
    case 'tenure':
      return and(
        condition.atLeastDays === undefined
          ? sql`${columns.tenureDays} is not null`
          : gte(columns.tenureDays, condition.atLeastDays),
        condition.atMostDays === undefined ? undefined : lte(columns.tenureDays, condition.atMostDays),
      )
    case 'trait':
      return inArray(context.handle.dialect.jsonText(columns.traits, condition.name), condition.anyOf)
  }
}

type SpendCondition = Extract<SegmentCondition, { field: 'spend' }>

const spendCondition = (
  { atLeastMinor, atMostMinor }: SpendCondition,
  { spendMinor, currency }: Pick<SnapshotColumns, 'spendMinor' | 'currency'>,
  context: Context,
) =>
  and(
    eq(currency, context.currency),
    atLeastMinor === undefined ? sql`${spendMinor} is not null` : gte(spendMinor, atLeastMinor),
    atMostMinor === undefined ? undefined : lte(spendMinor, atMostMinor),
  )

/** A segment over people joined to their accounts, as of `now`. */
export const customerIn = (segment: Segment, context: Context & { now: Date }): SQL | undefined =>
  and(...segment.all.map((condition) => customerCondition(condition, context)))

const customerCondition = (condition: SegmentCondition, context: Context & { now: Date }) => {
  const { tables, dialect } = context.handle
  const { accounts, people } = tables
  switch (condition.field) {
    case 'plan':
      return inArray(accounts.plan, condition.anyOf)
    case 'spend':
      return spendCondition(condition, accounts, context)
    case 'tenure':
      return or(
        customerSince(condition, accounts.customerSince, context.now),
        and(sql`${accounts.customerSince} is null`, customerSince(condition, people.customerSince, context.now)),
      )
    case 'trait':
      // A person's own trait hides the account's of the same name, as in a snapshot.
      return inArray(
        sql`coalesce(${dialect.jsonText(people.traits, condition.name)}, ${dialect.jsonText(accounts.traits, condition.name)})`,
        condition.anyOf,
      )
  }
}

/** Whole days since `since`, between the bounds, said as bounds on `since` itself. */
const customerSince = (
  { atLeastDays = 0, atMostDays }: Extract<SegmentCondition, { field: 'tenure' }>,
  since: Column,
  now: Date,
) =>
  and(
    lte(since, new Date(now.getTime() - atLeastDays * dayMs)),
    atMostDays === undefined
      ? undefined
      : sql`${since} > ${sql.param(new Date(now.getTime() - (atMostDays + 1) * dayMs), since)}`,
  )
