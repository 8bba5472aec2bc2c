import type { Segment, SegmentNode } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { conditionsOf } from '@heed/segments'
import { and, type Column, count, eq, isNotNull, isNull, notExists, or, type SQL, sql } from 'drizzle-orm'
import { verifiedTwin } from '../people/verified-twin.ts'
import { personIn } from './people-alone-sql.ts'
import type { Scope } from './scope.ts'
import { accountIn, countedValue, customerIn, isOfAccount, isOfDatedAccount } from './segment-sql.ts'

export type Size = { people: number; accounts: number; spendMinor: number }

/** People and accounts of a segment now, and their spend in the reporting currency. */
export const countCustomers = async (handle: Handle, scope: Scope, segment: Segment): Promise<Size> => {
  const asksForTraits = conditionsOf(segment).some(
    (condition) => condition.field === 'country' || (condition.field === 'trait' && condition.of !== 'account'),
  )
  // With a limit SQLite reckons each row once, and not wherever the sum names it.
  return asksForTraits
    ? sizeOf(handle, scope, throughPeople(handle, scope, segment).limit(moreThanThereAre))
    : sizeOf(
        handle,
        scope,
        throughAccounts(handle, scope, segment)
          .unionAll(withoutAccount(handle, scope, segment))
          .limit(moreThanThereAre),
      )
}

const moreThanThereAre = 2_000_000_000

/** What is counted of each account. */
const fieldsOf = (handle: Handle, scope: Scope, people: SQL) => {
  const { accounts } = handle.tables
  return {
    externalId: sql<string | null>`${accounts.externalId}`.as('external'),
    trust: sql<string | null>`${accounts.trust}`.as('account_trust'),
    spendMinor: sql<number | null>`${countedValue(accounts.reportingSpendMinor, accounts.trust, scope)}`.as('spend'),
    people: sql<number>`${people}`.as('members'),
  }
}

/** Whoever claims in a browser to be a known user is counted as that user. */
const listed = ({ tables: { people } }: Handle) => isNull(people.verifiedId)

/** Goes from each account to its people: what accounts alone decide is asked once for all of them. */
const throughAccounts = (handle: Handle, scope: Scope, { all }: Segment) => {
  const { people, accounts } = handle.tables
  const askOnly = (is: typeof isOfAccount) => (node: SegmentNode) => conditionsOf({ all: [node] }).every(is)
  const ofAccount = all.filter(askOnly(isOfAccount))
  const ofDated = all.filter((node) => !ofAccount.includes(node) && askOnly(isOfDatedAccount)(node))
  const ofPerson = all.filter((node) => !ofAccount.includes(node) && !ofDated.includes(node))
  const members = handle.db
    .select({ people: count() })
    .from(people)
    .where(
      and(
        eq(people.workspaceId, accounts.workspaceId),
        eq(people.accountId, accounts.id),
        listed(handle),
        customerIn({ all: ofPerson }, handle, scope),
        ofDated.length === 0
          ? undefined
          : or(isNotNull(accounts.customerSince), customerIn({ all: ofDated }, handle, scope)),
      ),
    )
  return handle.db
    .select(fieldsOf(handle, scope, sql`(${members})`))
    .from(accounts)
    .where(
      and(
        allOfWorkspace(handle, accounts.workspaceId, scope),
        accountIn({ all: ofAccount }, handle, scope),
        ofDated.length === 0
          ? undefined
          : or(isNull(accounts.customerSince), accountIn({ all: ofDated }, handle, scope)),
      ),
    )
}

/** For going through all there are. */
const allOfWorkspace = ({ dialect }: Handle, workspaceId: Column, scope: Scope) =>
  sql`${dialect.unindexed(workspaceId)} = ${scope.workspaceId}`

const withoutAccount = (handle: Handle, scope: Scope, segment: Segment) => {
  const { people, accounts } = handle.tables
  return handle.db
    .select({
      externalId: sql<string | null>`cast(null as text)`.as('external'),
      trust: sql<string | null>`cast(null as text)`.as('account_trust'),
      spendMinor: sql<number | null>`cast(null as bigint)`.as('spend'),
      people: sql<number>`count(*)`.as('members'),
    })
    .from(people)
    .leftJoin(accounts, theirAccount(handle))
    .where(
      and(
        eq(people.workspaceId, scope.workspaceId),
        isNull(people.accountId),
        listed(handle),
        customerIn(segment, handle, scope),
      ),
    )
}

/** Goes through all people: no index holds their traits. */
const throughPeople = (handle: Handle, scope: Scope, segment: Segment) => {
  const { people, accounts } = handle.tables
  const grouped = handle.db
    .select({ accountId: people.accountId, people: sql<number>`count(*)`.as('members_found') })
    .from(people)
    .where(and(allOfWorkspace(handle, people.workspaceId, scope), listed(handle), personIn(segment, handle, scope)))
    .groupBy(people.accountId)
    .as('grouped')
  return handle.db
    .select(fieldsOf(handle, scope, sql`${grouped.people}`))
    .from(grouped)
    .leftJoin(accounts, and(eq(accounts.workspaceId, scope.workspaceId), eq(accounts.id, grouped.accountId)))
}

const theirAccount = ({ tables: { people, accounts } }: Handle) =>
  and(eq(accounts.workspaceId, people.workspaceId), eq(accounts.id, people.accountId))

/** An account known both ways is one, with the spend that the host's server named. */
const sizeOf = async (
  handle: Handle,
  scope: Scope,
  found: Pick<ReturnType<typeof withoutAccount>, 'as'>,
): Promise<Size> => {
  const matched = found.as('matched')
  const twin = verifiedTwin(handle, { workspaceId: scope.workspaceId, externalId: matched.externalId })
  const isSpender = and(sql`${matched.people} > 0`, or(eq(matched.trust, 'verified'), notExists(twin)))
  const [row] = await handle.db
    .select({
      people: sql<number>`coalesce(sum(${matched.people}), 0)`.mapWith(Number),
      accounts: sql<number>`count(distinct case when ${matched.people} > 0 then ${matched.externalId} end)`.mapWith(
        Number,
      ),
      spendMinor: sql<number>`coalesce(sum(case when ${isSpender} then ${matched.spendMinor} end), 0)`.mapWith(Number),
    })
    .from(matched)
  return row ?? { people: 0, accounts: 0, spendMinor: 0 }
}
