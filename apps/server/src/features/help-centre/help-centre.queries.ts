import type { Handle } from '@heed/db'
import { and, desc, eq } from 'drizzle-orm'

/** The name that a workspace chose last for its help centre. */
export const findName = async ({ db, tables: { helpCentres } }: Handle, workspaceId: string) => {
  const [row] = await db
    .select({ name: helpCentres.name })
    .from(helpCentres)
    .where(eq(helpCentres.workspaceId, workspaceId))
    .orderBy(desc(helpCentres.createdAt), desc(helpCentres.name))
    .limit(1)
  return row?.name ?? null
}

export const countNames = async ({ db, tables: { helpCentres } }: Handle, workspaceId: string) =>
  (
    await db
      .select({ name: helpCentres.name })
      .from(helpCentres)
      .where(eq(helpCentres.workspaceId, workspaceId))
      .limit(100)
  ).length

/** Directory: the workspace that has this name. */
export const findNamedWorkspace = async ({ db, tables: { helpCentres } }: Handle, name: string) => {
  const [row] = await db
    .select({ workspaceId: helpCentres.workspaceId })
    .from(helpCentres)
    .where(eq(helpCentres.name, name))
  return row?.workspaceId
}

/** Keeps a name, or makes one that the workspace had before the newest again. */
export const saveName = async (
  { db, tables: { helpCentres } }: Handle,
  row: Handle['tables']['helpCentres']['$inferSelect'],
) => {
  await db.insert(helpCentres).values(row).onConflictDoNothing()
  await db
    .update(helpCentres)
    .set({ createdAt: row.createdAt })
    .where(and(eq(helpCentres.name, row.name), eq(helpCentres.workspaceId, row.workspaceId)))
}

/** Directory: the address of a help centre is all that a reader brings. */
export const findWorkspace = async ({ db, tables: { workspaces } }: Handle, workspaceId: string) =>
  (await db.select().from(workspaces).where(eq(workspaces.id, workspaceId)))[0]
