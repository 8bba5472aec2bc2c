import type { Handle } from '@heed/db'
import { and, eq, getTableColumns, inArray } from 'drizzle-orm'

/** Accounts that are named by other than browsers, by the host's own ids. */
export const listKnownAccounts = ({ db, tables: { accounts } }: Handle, workspaceId: string, ids: string[]) =>
  db
    .select()
    .from(accounts)
    .where(
      and(eq(accounts.workspaceId, workspaceId), inArray(accounts.externalId, ids), eq(accounts.trust, 'verified')),
    )

/** People who are named by other than browsers, with the host's own id of their account. */
export const listKnownPeople = ({ db, tables: { people, accounts } }: Handle, workspaceId: string, ids: string[]) =>
  db
    .select({ person: getTableColumns(people), accountId: accounts.externalId })
    .from(people)
    .leftJoin(accounts, and(eq(accounts.workspaceId, people.workspaceId), eq(accounts.id, people.accountId)))
    .where(and(eq(people.workspaceId, workspaceId), inArray(people.userId, ids), eq(people.trust, 'verified')))
