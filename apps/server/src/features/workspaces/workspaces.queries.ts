import type { FatigueRule } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { and, eq, isNull, sql } from 'drizzle-orm'

export type WorkspaceRow = Handle['tables']['workspaces']['$inferSelect']
export type KeyRow = Handle['tables']['keys']['$inferSelect']

export const insertWorkspace = async ({ db, tables }: Handle, row: WorkspaceRow) => {
  await db.insert(tables.workspaces).values(row)
}

export const insertKey = async ({ db, tables }: Handle, row: KeyRow) => {
  await db.insert(tables.keys).values(row)
}

export const findSampleWorkspace = async ({ db, tables: { workspaces } }: Handle) =>
  (await db.select().from(workspaces).where(eq(workspaces.sample, true)).limit(1))[0]

/** A workspace that is there. @throws Error when it is not: its id came from a key or a session */
export const getWorkspace = async ({ db, tables: { workspaces } }: Handle, workspaceId: string) => {
  const [row] = await db.select().from(workspaces).where(eq(workspaces.id, workspaceId))
  if (!row) throw new Error(`workspace ${workspaceId} has gone`)
  return row
}

/** A key that is not revoked, with its workspace. A directory look-up: the workspace is what it finds out. */
export const findKey = async ({ db, tables: { keys, workspaces } }: Handle, hash: string) =>
  (
    await db
      .select({ key: keys, workspace: workspaces })
      .from(keys)
      .innerJoin(workspaces, eq(workspaces.id, keys.workspaceId))
      .where(and(eq(keys.hash, hash), isNull(keys.revokedAt)))
  )[0]

/** Sets the rule over all surveys. */
export const setFatigue = async ({ db, tables: { workspaces } }: Handle, workspaceId: string, fatigue: FatigueRule) => {
  await db.update(workspaces).set({ fatigue }).where(eq(workspaces.id, workspaceId))
}

/** Takes the next ticket number. The row lock makes two tickets at once take two numbers. */
export const takeTicketNumber = async ({ db, tables: { workspaces } }: Handle, workspaceId: string) => {
  const [row] = await db
    .update(workspaces)
    .set({ ticketCount: sql`${workspaces.ticketCount} + 1` })
    .where(eq(workspaces.id, workspaceId))
    .returning({ number: workspaces.ticketCount })
  if (!row) throw new Error(`workspace ${workspaceId} has gone`)
  return row.number
}

/** Removes a workspace with everything in it. */
export const removeWorkspace = async ({ db, tables }: Handle, workspaceId: string) => {
  for (const table of Object.values(tables)) {
    if ('workspaceId' in table) await db.delete(table).where(eq(table.workspaceId, workspaceId))
  }
  await db.delete(tables.workspaces).where(eq(tables.workspaces.id, workspaceId))
}
