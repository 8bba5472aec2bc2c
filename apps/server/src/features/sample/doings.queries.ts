import type { Handle } from '@heed/db'
import { eq, max, sql } from 'drizzle-orm'

/** All people of the sample, by the host's own id. */
export const listSamplePeople = ({ db, tables: { people } }: Handle, workspaceId: string) =>
  db
    .select({ id: people.id, userId: people.userId, accountId: people.accountId })
    .from(people)
    .where(eq(people.workspaceId, workspaceId))

/** When each person last saw a prompt, filed a ticket or voted; by the person's id. */
export const lastHeardOf = async ({ db, tables }: Handle, workspaceId: string): Promise<Map<string, Date>> => {
  const last = new Map<string, Date>()
  for (const table of [tables.exposures, tables.tickets, tables.votes]) {
    const rows = await db
      .select({ personId: table.personId, at: max(table.createdAt) })
      .from(table)
      .where(eq(table.workspaceId, workspaceId))
      .groupBy(table.personId)
    for (const { personId, at } of rows) {
      const known = last.get(personId)
      if (at && (!known || known < at)) last.set(personId, at)
    }
  }
  return last
}

/** Everybody who did something was here when they last did. */
export const markLastSeen = async ({ db, tables: { people, events } }: Handle, workspaceId: string) => {
  const newest = sql`(select max(${events.at}) from ${events}
    where ${events.workspaceId} = ${people.workspaceId} and ${events.personId} = ${people.id})`
  await db
    .update(people)
    .set({ lastSeenAt: sql`coalesce(${newest}, ${people.lastSeenAt})` })
    .where(eq(people.workspaceId, workspaceId))
}
