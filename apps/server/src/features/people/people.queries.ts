import type { Trust } from '@heed/contracts'
import { type Handle, prepared } from '@heed/db'
import { and, eq, getTableColumns, sql } from 'drizzle-orm'

/** The store says by itself in which write a row was changed last. */
type Written<Row> = Omit<Row, 'changeMark'>
export type PersonRow = Written<Handle['tables']['people']['$inferSelect']>
export type AccountRow = Written<Handle['tables']['accounts']['$inferSelect']>
export type Customer = { person: PersonRow; account: AccountRow | null }

/** What the hash of a visitor begins with that is an anonymous id of the host's server, and no browser. */
export const hostVisitor = 'host '

type AccountKey = Pick<AccountRow, 'workspaceId' | 'externalId' | 'trust'>

const listByExternalId = prepared(({ db, tables: { accounts } }, { workspaceId, externalId, trust }: AccountKey) =>
  db
    .select()
    .from(accounts)
    .where(and(eq(accounts.workspaceId, workspaceId), eq(accounts.externalId, externalId), eq(accounts.trust, trust))),
)

export const findAccountByExternalId = async (handle: Handle, workspaceId: string, externalId: string, trust: Trust) =>
  (await listByExternalId(handle, { workspaceId, externalId, trust }))[0]

/** Inserts the account, or replaces the row of the same id. */
export const saveAccount = prepared(({ db, tables: { accounts } }, row: AccountRow) => {
  const written = { ...row, changeMark: undefined }
  const { workspaceId, id, createdAt, externalId, trust, ...changes } = written
  return db
    .insert(accounts)
    .values(written)
    .onConflictDoUpdate({ target: [accounts.workspaceId, accounts.id], set: changes })
})

/** Inserts the person, or replaces the row of the same id. */
export const savePerson = prepared(({ db, tables: { people } }, row: PersonRow) => {
  const written = { ...row, changeMark: undefined }
  const { workspaceId, id, createdAt, ...changes } = written
  return db
    .insert(people)
    .values(written)
    .onConflictDoUpdate({ target: [people.workspaceId, people.id], set: changes })
})

const listOfVisitor = prepared(
  ({ db, tables: { visitors, people, accounts } }, { workspaceId, hash }: { workspaceId: string; hash: string }) =>
    db
      .select({ person: getTableColumns(people), account: getTableColumns(accounts) })
      .from(visitors)
      .innerJoin(people, and(eq(people.workspaceId, visitors.workspaceId), eq(people.id, visitors.personId)))
      .leftJoin(accounts, and(eq(accounts.workspaceId, people.workspaceId), eq(accounts.id, people.accountId)))
      .where(and(eq(visitors.workspaceId, workspaceId), eq(visitors.hash, hash))),
)

/** The person that a browser speaks for, with the account. */
export const findVisitor = async (handle: Handle, workspaceId: string, hash: string): Promise<Customer | undefined> =>
  (await listOfVisitor(handle, { workspaceId, hash }))[0]

/** Binds a browser to the person it speaks for. A signature counts until another one comes. */
export const saveVisitor = prepared(
  ({ db, tables: { visitors } }, row: Handle['tables']['visitors']['$inferSelect']) => {
    const { personId, lastSeenAt } = row
    const signedUntil = sql`coalesce(excluded.signed_until, ${visitors.signedUntil})`
    return db
      .insert(visitors)
      .values(row)
      .onConflictDoUpdate({
        target: [visitors.workspaceId, visitors.hash],
        set: { personId, lastSeenAt, signedUntil },
      })
  },
)

type VerifiedUser = { workspaceId: string; verifiedId: string; userId: string }

const linkClaimsOf = prepared(({ db, tables: { people } }, { workspaceId, verifiedId, userId }: VerifiedUser) =>
  db
    .update(people)
    .set({ verifiedId })
    .where(and(eq(people.workspaceId, workspaceId), eq(people.userId, userId), eq(people.trust, 'unverified'))),
)

/** From now on whoever claims in a browser to be this user is counted as this one. */
export const linkToVerified = async (
  handle: Handle,
  { workspaceId, id, userId }: Pick<PersonRow, 'workspaceId' | 'id' | 'userId'>,
) => {
  if (userId !== null) await linkClaimsOf(handle, { workspaceId, verifiedId: id, userId })
}

type ClaimKey = { workspaceId: string; id: string; verifiedId: string }

const listClaims = prepared(({ db, tables: { people } }, { workspaceId, id, verifiedId }: ClaimKey) =>
  db
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.workspaceId, workspaceId), eq(people.id, id), eq(people.verifiedId, verifiedId))),
)

/** Whether a person is what browsers claim of one who is known for sure. */
export const isClaimOf = async (handle: Handle, key: ClaimKey) => (await listClaims(handle, key)).length > 0

type UserKey = { workspaceId: string; userId: string; trust: Trust }

const listByUserId = prepared(({ db, tables: { people, accounts } }, { workspaceId, userId, trust }: UserKey) =>
  db
    .select({ person: getTableColumns(people), account: getTableColumns(accounts) })
    .from(people)
    .leftJoin(accounts, and(eq(accounts.workspaceId, people.workspaceId), eq(accounts.id, people.accountId)))
    .where(and(eq(people.workspaceId, workspaceId), eq(people.userId, userId), eq(people.trust, trust))),
)

/** A person known by the host's user id, with the account. */
export const findCustomerByUserId = async (
  handle: Handle,
  workspaceId: string,
  userId: string,
  trust: Trust,
): Promise<Customer | undefined> => (await listByUserId(handle, { workspaceId, userId, trust }))[0]

/** Gives all that an anonymous person said to the person they turned out to be, and forgets the anonymous one. */
export const moveHistory = async (
  { db, tables }: Handle,
  workspaceId: string,
  from: string,
  to: Pick<PersonRow, 'id' | 'accountId'>,
) => {
  const { people, departedPeople, visitors, exposures, responses, tickets, deflections, requests, events } = tables
  for (const table of [exposures, responses, tickets, deflections, requests, events]) {
    await db
      .update(table)
      .set({ personId: to.id, accountId: to.accountId })
      .where(and(eq(table.workspaceId, workspaceId), eq(table.personId, from)))
  }
  await db
    .update(visitors)
    .set({ personId: to.id })
    .where(and(eq(visitors.workspaceId, workspaceId), eq(visitors.personId, from)))
  await db.insert(departedPeople).values({ workspaceId, personId: from })
  await db.delete(people).where(and(eq(people.workspaceId, workspaceId), eq(people.id, from)))
}
