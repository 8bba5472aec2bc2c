import type { Segment, SegmentCondition, SegmentNode } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { and, type Column, eq, exists, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { eventMeets, npsMeets, seenMeets, ticketsMeet } from './behaviour-sql.ts'
import type { Filter, Scope } from './scope.ts'
import { momentMeets, numberMeets, tenureMeets, textMeets, traitMeets } from './test-sql.ts'

// The verdict is that of `matchesSegment` of @heed/segments; a test holds the two together on both stores.

type Meets = (condition: SegmentCondition) => SQL | undefined
type Whole = (node: SegmentNode) => SQL | undefined

const always = sql`1 = 1`
const never = sql`1 = 0`

/**
 * Nodes under `all`, with two outcomes alone: what is not known is not met, so that `not` of it holds.
 * @param whole says a node in one piece, if it can
 */
export const allOf = (nodes: readonly SegmentNode[], meets: Meets, whole?: Whole): SQL =>
  and(...nodes.map((node) => nodeSql(node, meets, whole))) ?? always

const nodeSql = (node: SegmentNode, meets: Meets, whole?: Whole): SQL => {
  const inOne = whole?.(node)
  if (inOne) return inOne
  if ('all' in node) return sql`(${allOf(node.all, meets, whole)})`
  if ('any' in node) return sql`(${or(...node.any.map((part) => nodeSql(part, meets, whole))) ?? never})`
  if ('not' in node) return sql`(not (${allOf(node.not, meets, whole)}))`
  return sql`coalesce((${meets(node) ?? always}), ${never})`
}

/** A segment over people joined to their accounts, as of now; nothing for everyone. */
export const customerIn = (segment: Segment, handle: Handle, scope: Scope): SQL | undefined =>
  segment.all.length === 0 ? undefined : allOf(segment.all, (condition) => liveMeets(condition, handle, scope))

export const liveMeets = (condition: SegmentCondition, handle: Handle, scope: Scope): SQL | undefined => {
  const { people, accounts } = handle.tables
  const { now } = scope
  switch (condition.field) {
    case 'event':
      return eventMeets(condition, people.id, handle, scope)
    case 'tickets':
      return ticketsMeet(condition, people.id, handle, scope)
    case 'nps':
      return npsMeets(condition, people.id, handle, scope)
    case 'seen':
      return seenMeets(condition.test, handle, scope)
    case 'segment':
      return never
    case 'plan':
      return counted(textMeets(condition.test, accounts.plan, handle), people.trust, scope)
    case 'locale':
      return counted(textMeets(condition.test, people.locale, handle), people.trust, scope)
    case 'spend':
      return counted(numberMeets(condition.test, accounts.reportingSpendMinor), people.trust, scope)
    case 'seats':
      return counted(numberMeets(condition.test, accounts.seats), people.trust, scope)
    case 'tenure':
      return counted(
        eitherSince(handle, (since) => tenureMeets(condition.test, since, now)),
        people.trust,
        scope,
      )
    case 'created':
      return counted(
        eitherSince(handle, (since) => momentMeets(condition.test, since, now)),
        people.trust,
        scope,
      )
    case 'country':
      return counted(sidesMeet({ ...condition, field: 'trait', name: 'country' }, handle, now), people.trust, scope)
    case 'trait':
      return counted(sidesMeet(condition, handle, now), people.trust, scope)
  }
}

/** The same over accounts alone, for conditions that ask for nothing else (`isOfAccount`, `isOfDatedAccount`). */
export const accountIn = (segment: Segment, handle: Handle, scope: Scope): SQL =>
  allOf(segment.all, (condition) =>
    counted(accountMeets(condition, handle, scope), handle.tables.accounts.trust, scope),
  )

/** Whether a condition is met or not by a person's account, whoever the person is. */
export const isOfAccount = (condition: SegmentCondition): boolean =>
  ['plan', 'spend', 'seats'].includes(condition.field) || (condition.field === 'trait' && condition.of === 'account')

/** The same where the account has a date of its own; else the person's stands in. */
export const isOfDatedAccount = (condition: SegmentCondition): boolean =>
  isOfAccount(condition) || condition.field === 'tenure' || condition.field === 'created'

const accountMeets = (condition: SegmentCondition, handle: Handle, { now }: Scope): SQL | undefined => {
  const { accounts } = handle.tables
  switch (condition.field) {
    case 'plan':
      return textMeets(condition.test, accounts.plan, handle)
    case 'spend':
      return numberMeets(condition.test, accounts.reportingSpendMinor)
    case 'seats':
      return numberMeets(condition.test, accounts.seats)
    case 'tenure':
      return tenureMeets(condition.test, accounts.customerSince, now)
    case 'created':
      return momentMeets(condition.test, accounts.customerSince, now)
    case 'trait':
      return traitMeets(condition.test, accounts.traits, condition.name, handle, now)
    default:
      return never
  }
}

/** A value of somebody known by a browser's claim alone counts where the workspace says so. */
export const counted = (meets: SQL | undefined, trust: Column, { unverifiedValues }: Scope): SQL | undefined =>
  unverifiedValues === 'use' ? meets : and(eq(trust, 'verified'), meets)

/** Since when the account, else the person, is a customer. */
const eitherSince = ({ tables: { people, accounts } }: Handle, meets: (since: Column) => SQL | undefined) =>
  or(meets(accounts.customerSince), and(sql`${accounts.customerSince} is null`, meets(people.customerSince)))

type TraitCondition = Extract<SegmentCondition, { field: 'trait' }>

/** A person's own trait hides the account's of the same name, as in a snapshot. */
const sidesMeet = ({ of, name, test }: TraitCondition, handle: Handle, now: Date): SQL | undefined => {
  const { people, accounts } = handle.tables
  const ofPerson = traitMeets(test, people.traits, name, handle, now)
  const ofAccount = traitMeets(test, accounts.traits, name, handle, now)
  if (of === 'person') return ofPerson
  if (of === 'account') return ofAccount
  return sql`case when ${handle.dialect.jsonKind(people.traits, name)} is not null then (${ofPerson}) else (${ofAccount}) end`
}

/** Columns of a row that carries a snapshot: an answer, an exposure, a ticket, a vote. */
export type SnapshotColumns = {
  personId: Column
  plan: Column
  reportingSpendMinor: Column
  tenureDays: Column
  traits: Column
  valuesTrust: Column
}

/**
 * A segment over rows with a snapshot. As of the answer: plan, spend, tenure, country and traits are those of the row,
 * which does not know whose the traits are; all else is as of now. As of now: all of it. Nothing for everyone.
 */
export const snapshotIn = ({ segment, asOf }: Filter, row: SnapshotColumns, handle: Handle, scope: Scope) => {
  if (segment.all.length === 0) return undefined
  if (asOf === 'now') return speakerIn(segment, row, handle, scope)
  return allOf(segment.all, (condition) => snapshotMeets(condition, row, handle, scope))
}

const snapshotMeets = (
  condition: SegmentCondition,
  row: SnapshotColumns,
  handle: Handle,
  scope: Scope,
): SQL | undefined => {
  switch (condition.field) {
    case 'plan':
      return counted(textMeets(condition.test, row.plan, handle), row.valuesTrust, scope)
    case 'spend':
      return counted(numberMeets(condition.test, row.reportingSpendMinor), row.valuesTrust, scope)
    case 'tenure':
      return counted(numberMeets(condition.test, row.tenureDays), row.valuesTrust, scope)
    case 'country':
      return counted(traitMeets(condition.test, row.traits, 'country', handle, scope.now), row.valuesTrust, scope)
    case 'trait':
      return counted(traitMeets(condition.test, row.traits, condition.name, handle, scope.now), row.valuesTrust, scope)
    default:
      return speakerIn({ all: [condition] }, row, handle, scope)
  }
}

/** The segment holds the row's person now: of somebody who only claims to be a known user, that user. */
export const speakerIn = (
  segment: Segment,
  row: Pick<SnapshotColumns, 'personId'>,
  handle: Handle,
  scope: Scope,
): SQL => {
  const { people, accounts } = handle.tables
  const speaker = alias(people, 'speaker')
  return exists(
    handle.db
      .select({ one: sql`1` })
      .from(speaker)
      .innerJoin(
        people,
        and(
          eq(people.workspaceId, speaker.workspaceId),
          eq(people.id, sql`coalesce(${speaker.verifiedId}, ${speaker.id})`),
        ),
      )
      .leftJoin(accounts, and(eq(accounts.workspaceId, people.workspaceId), eq(accounts.id, people.accountId)))
      .where(
        and(
          eq(speaker.workspaceId, scope.workspaceId),
          eq(speaker.id, row.personId),
          customerIn(segment, handle, scope),
        ),
      ),
  )
}

/** A value to group by: nothing where it is a claim that does not count. */
export const countedValue = (value: Column | SQL, trust: Column, { unverifiedValues }: Scope): SQL =>
  unverifiedValues === 'use' ? sql`${value}` : sql`case when ${trust} = 'verified' then ${value} end`
