import type { Segment, SegmentCondition, SegmentNode } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { conditionsOf } from '@heed/segments'
import { and, inArray, isNotNull, or, type SQL, sql } from 'drizzle-orm'
import type { Scope } from './scope.ts'
import { accountIn, allOf, counted, isOfAccount, liveMeets } from './segment-sql.ts'
import { momentMeets, tenureMeets, traitMeets } from './test-sql.ts'

/**
 * `customerIn` over people with no accounts joined to them: which accounts meet conditions is found first, once, so that
 * going through a million people does not look up, and read the traits of, an account a million times.
 */
export const personIn = ({ all }: Segment, handle: Handle, scope: Scope): SQL => {
  const ofAccount = all.filter(isAboutAccount)
  const others = all.filter((node) => !ofAccount.includes(node))
  return allOf(
    ofAccount.length > 0 ? [{ all: ofAccount }, ...others] : others,
    (condition) => personMeets(condition, handle, scope),
    (node) => (isAboutAccount(node) ? accountMeets(node, handle, scope) : undefined),
  )
}

const isAboutAccount = (node: SegmentNode): boolean => conditionsOf({ all: [node] }).every(isOfAccount)

const accountMeets = (node: SegmentNode, handle: Handle, scope: Scope): SQL => {
  const { accountId } = handle.tables.people
  const fitting = inArray(accountId, accountsWhere(handle, scope, node))
  return sql`(case when ${accountId} is null then ${holdsWithout(node) ? sql`1 = 1` : sql`1 = 0`} else ${fitting} end)`
}

/** The verdict on whoever has no account, and so meets none of the conditions. */
const holdsWithout = (node: SegmentNode): boolean => {
  if ('all' in node) return node.all.every(holdsWithout)
  if ('any' in node) return node.any.some(holdsWithout)
  return 'not' in node && !node.not.every(holdsWithout)
}

const personMeets = (condition: SegmentCondition, handle: Handle, scope: Scope): SQL | undefined => {
  const { people, accounts } = handle.tables
  const { now } = scope
  switch (condition.field) {
    case 'tenure':
    case 'created': {
      const meets =
        condition.field === 'tenure'
          ? tenureMeets(condition.test, people.customerSince, now)
          : momentMeets(condition.test, people.customerSince, now)
      const dated = ids(handle, scope, isNotNull(accounts.customerSince))
      return or(
        inArray(people.accountId, accountsWhere(handle, scope, condition)),
        and(counted(meets, people.trust, scope), sql`not coalesce(${inArray(people.accountId, dated)}, 1 = 0)`),
      )
    }
    case 'country':
      return personMeets({ ...condition, field: 'trait', name: 'country' }, handle, scope)
    case 'trait': {
      const { name, test } = condition
      const own = traitMeets(test, people.traits, name, handle, now)
      if (condition.of === 'person') return counted(own, people.trust, scope)
      const ofAccount = inArray(people.accountId, accountsWhere(handle, scope, { ...condition, of: 'account' }))
      return counted(
        sql`case when ${handle.dialect.jsonKind(people.traits, name)} is not null then (${own}) else (${ofAccount}) end`,
        people.trust,
        scope,
      )
    }
    default:
      return liveMeets(condition, handle, scope)
  }
}

const accountsWhere = (handle: Handle, scope: Scope, node: SegmentNode) =>
  ids(handle, scope, accountIn({ all: [node] }, handle, scope))

const ids = ({ db, dialect, tables: { accounts } }: Handle, { workspaceId }: Scope, where: SQL | undefined) =>
  db
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(sql`${dialect.unindexed(accounts.workspaceId)} = ${workspaceId}`, where))
