import type { ErasedKind, Erasure } from '@heed/contracts'
import { erasedKinds } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { and, eq, inArray } from 'drizzle-orm'
import { authoredIdeas, castFromOwnTickets, ownRows, type Person, type TableName } from './own-rows.ts'

/** What goes with a person, and what stays of them. */
export const countErased = async (handle: Handle, person: Person): Promise<Erasure> => {
  const { db, tables } = handle
  const counts = await Promise.all(
    erasedKinds.map(async (kind) => [kind, await db.$count(tables[kind], ownRows[kind]?.(handle, person))] as const),
  )
  const erased = Object.fromEntries(counts) as Record<ErasedKind, number>
  const authored = await db.$count(tables.ideas, authoredIdeas(handle, person))
  return { erased, keptIdeas: authored - erased.ideas }
}

/** Deletes all rows of a person, and takes their name off what stays. @returns the ids of accounts that went */
export const deleteOwnRows = async (tx: Handle, person: Person): Promise<string[]> => {
  const { db, tables } = tx
  const { accounts } = tables
  const own = await db.select({ id: accounts.id }).from(accounts).where(ownRows.accounts?.(tx, person))
  await db.update(tables.votes).set({ ticketId: null }).where(castFromOwnTickets(tx, person))
  for (const [name, owned] of Object.entries(ownRows)) {
    const rows = owned?.(tx, person)
    if (rows) await db.delete(tables[name as TableName]).where(rows)
  }
  await db.update(tables.ideas).set({ personId: null, visitorHash: null }).where(authoredIdeas(tx, person))
  return own.map(({ id }) => id)
}

/** Tells every process that keeps people and accounts in memory that these are gone. */
export const insertDeparted = async (
  { db, tables: { departedPeople } }: Handle,
  { workspaceId, personIds }: Person,
  accountIds: string[],
) => {
  await db.insert(departedPeople).values([...personIds, ...accountIds].map((personId) => ({ workspaceId, personId })))
}

/** The browsers of a person, and the ids that the host gave to them. */
export const listNamesOf = async ({ db, tables }: Handle, { workspaceId, personIds }: Person) => {
  const { people, visitors } = tables
  const browsers = await db
    .select({ hash: visitors.hash })
    .from(visitors)
    .where(and(eq(visitors.workspaceId, workspaceId), inArray(visitors.personId, personIds)))
  const users = await db
    .select({ userId: people.userId })
    .from(people)
    .where(and(eq(people.workspaceId, workspaceId), inArray(people.id, personIds)))
  return {
    hashes: browsers.map(({ hash }) => hash).sort(),
    userIds: [...new Set(users.flatMap(({ userId }) => userId ?? []))].sort(),
  }
}
