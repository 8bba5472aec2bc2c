import { type Handle, prepared } from '@heed/db'
import { and, asc, type Column, eq, gt, gte, max, or, sql } from 'drizzle-orm'
import type { AccountToPack } from './packed-accounts.ts'
import type { PersonToPack } from './packed-people.ts'

/** After which place to go on reading changed rows. */
export type ChangePlace = { mark: number; id: string }
/** All that were marked with it or later. */
export const fromMark = (mark: number): ChangePlace => ({ mark, id: '' })
/** A page of rows, and where the next one begins; null: there is none. */
export type Page<Row> = { rows: Row[]; next: ChangePlace | null }

/** Whether a workspace has more people than so many. */
export const hasMorePeople = async ({ db, tables: { people } }: Handle, workspaceId: string, than: number) => {
  const found = await db
    .select({ id: people.id })
    .from(people)
    .where(eq(people.workspaceId, workspaceId))
    .orderBy(asc(people.id))
    .limit(1)
    .offset(than)
  return found.length > 0
}

const listSettledMark = prepared(({ db, dialect, tables }, { workspaceId }: { workspaceId: string }) => {
  const { people, accounts, departedPeople } = tables
  const highest = [people, accounts, departedPeople].map((table) => {
    const found = db
      .select({ mark: max(table.changeMark) })
      .from(table as typeof people)
      .where(eq(table.workspaceId, workspaceId))
    return sql`coalesce((${found}), 0)`
  })
  return db
    .select({ mark: dialect.settledMark(dialect.greatest(highest)).mapWith(Number) })
    .from(sql`(select 1) as one`)
})

/** From which mark on changes must be read to know all that is not seen yet. */
export const findSettledMark = async (handle: Handle, workspaceId: string): Promise<number> =>
  (await listSettledMark(handle, { workspaceId }))[0]?.mark ?? 0

type Marked = { workspaceId: Column; changeMark: Column }

type PageOfChanges = { workspaceId: string; mark: number; id: string; limit: number }

/** Rows after a place among those that changed. */
const changedSince = ({ dialect }: Handle, table: Marked, ownId: Column, { workspaceId, mark, id }: PageOfChanges) =>
  and(
    eq(table.workspaceId, workspaceId),
    gte(table.changeMark, mark),
    or(gt(table.changeMark, mark), gt(ownId, id)),
    dialect.isMarkOfPast(table.changeMark),
  )

const pageOf = <Row extends { changeMark: number | null }>(
  rows: Row[],
  limit: number,
  idOf: (row: Row) => string,
): Page<Row> => {
  const last = rows.at(-1)
  return { rows, next: last && rows.length === limit ? { mark: last.changeMark ?? 0, id: idOf(last) } : null }
}

const listPeopleOfPage = prepared((handle, page: PageOfChanges) => {
  const { people } = handle.tables
  return handle.db
    .select({ ...personFields(handle), changeMark: people.changeMark })
    .from(people)
    .where(changedSince(handle, people, people.id, page))
    .orderBy(asc(people.changeMark), asc(people.id))
    .limit(page.limit)
})

export const listChangedPeople = async (
  handle: Handle,
  workspaceId: string,
  from: ChangePlace,
  limit: number,
): Promise<Page<PersonToPack>> =>
  pageOf(await listPeopleOfPage(handle, { workspaceId, ...from, limit }), limit, ({ id }) => id)

const listAccountsOfPage = prepared((handle, page: PageOfChanges) => {
  const { accounts } = handle.tables
  return handle.db
    .select({ ...accountFields(handle), changeMark: accounts.changeMark })
    .from(accounts)
    .where(changedSince(handle, accounts, accounts.id, page))
    .orderBy(asc(accounts.changeMark), asc(accounts.id))
    .limit(page.limit)
})

export const listChangedAccounts = async (
  handle: Handle,
  workspaceId: string,
  from: ChangePlace,
  limit: number,
): Promise<Page<AccountToPack>> =>
  pageOf(await listAccountsOfPage(handle, { workspaceId, ...from, limit }), limit, ({ id }) => id)

const listDepartedOfPage = prepared((handle, page: PageOfChanges) => {
  const { departedPeople } = handle.tables
  return handle.db
    .select({ personId: departedPeople.personId, changeMark: departedPeople.changeMark })
    .from(departedPeople)
    .where(changedSince(handle, departedPeople, departedPeople.personId, page))
    .orderBy(asc(departedPeople.changeMark), asc(departedPeople.personId))
    .limit(page.limit)
})

export const listDeparted = async (
  handle: Handle,
  workspaceId: string,
  from: ChangePlace,
  limit: number,
): Promise<Page<{ personId: string }>> =>
  pageOf(await listDepartedOfPage(handle, { workspaceId, ...from, limit }), limit, ({ personId }) => personId)

/** People by id, after one: in this order the first read of all of them goes. */
export const listPeopleToPack = async (
  handle: Handle,
  workspaceId: string,
  after: string,
  limit: number,
): Promise<PersonToPack[]> => {
  const { people } = handle.tables
  return handle.db
    .select(personFields(handle))
    .from(people)
    .where(and(eq(people.workspaceId, workspaceId), gt(people.id, after)))
    .orderBy(asc(people.id))
    .limit(limit)
}

export const listAccountsToPack = async (
  handle: Handle,
  workspaceId: string,
  after: string,
  limit: number,
): Promise<AccountToPack[]> => {
  const { accounts } = handle.tables
  return handle.db
    .select(accountFields(handle))
    .from(accounts)
    .where(and(eq(accounts.workspaceId, workspaceId), gt(accounts.id, after)))
    .orderBy(asc(accounts.id))
    .limit(limit)
}

const personFields = ({ tables: { people } }: Handle) => ({
  id: people.id,
  userId: people.userId,
  name: people.name,
  email: people.email,
  locale: people.locale,
  trust: people.trust,
  accountId: people.accountId,
  verifiedId: people.verifiedId,
  traits: people.traits,
  customerSince: people.customerSince,
  lastSeenAt: people.lastSeenAt,
})

const accountFields = ({ tables: { accounts } }: Handle) => ({
  id: accounts.id,
  externalId: accounts.externalId,
  trust: accounts.trust,
  plan: accounts.plan,
  reportingSpendMinor: accounts.reportingSpendMinor,
  seats: accounts.seats,
  customerSince: accounts.customerSince,
  traits: accounts.traits,
})
