import type { Handle } from '@heed/db'
import { and, eq, getTableColumns } from 'drizzle-orm'
import {
  type AccountRow,
  type Customer,
  findAccountByExternalId,
  findCustomerByUserId,
  type PersonRow,
} from './people.queries.ts'

/** A person by Heed's own id, with the account. */
export const findCustomer = async (
  { db, tables: { people, accounts } }: Handle,
  workspaceId: string,
  personId: string,
): Promise<Customer | undefined> =>
  (
    await db
      .select({ person: getTableColumns(people), account: getTableColumns(accounts) })
      .from(people)
      .leftJoin(accounts, and(eq(accounts.workspaceId, people.workspaceId), eq(accounts.id, people.accountId)))
      .where(and(eq(people.workspaceId, workspaceId), eq(people.id, personId)))
  )[0]

/** An account by Heed's own id. */
export const findAccount = async ({ db, tables: { accounts } }: Handle, workspaceId: string, accountId: string) =>
  (
    await db
      .select()
      .from(accounts)
      .where(and(eq(accounts.workspaceId, workspaceId), eq(accounts.id, accountId)))
  )[0]

type Twins = { unsigned: string | null; verified: string | null }

/** The row that says the same user in the other way: unsigned in browsers, or verified. */
export const findTwinsOfPerson = async (handle: Handle, person: PersonRow): Promise<Twins> => {
  const { workspaceId, userId, trust, verifiedId } = person
  if (trust === 'unverified') return { unsigned: null, verified: verifiedId }
  const twin = userId ? await findCustomerByUserId(handle, workspaceId, userId, 'unverified') : undefined
  return { unsigned: twin?.person.id ?? null, verified: null }
}

/** The same of an account. */
export const findTwinsOfAccount = async (handle: Handle, account: AccountRow): Promise<Twins> => {
  const { workspaceId, externalId, trust } = account
  const other = trust === 'verified' ? 'unverified' : 'verified'
  const twin = await findAccountByExternalId(handle, workspaceId, externalId, other)
  const id = twin?.id ?? null
  return trust === 'verified' ? { unsigned: id, verified: null } : { unsigned: null, verified: id }
}
