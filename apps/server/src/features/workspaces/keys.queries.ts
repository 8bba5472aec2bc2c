import type { Handle } from '@heed/db'
import { and, asc, eq, isNull } from 'drizzle-orm'

export type KeyRow = Handle['tables']['keys']['$inferSelect']

export const insertKey = async ({ db, tables }: Handle, row: KeyRow) => {
  await db.insert(tables.keys).values(row)
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

/** Keys in use, publishable ones first, oldest first. */
export const listKeys = ({ db, tables: { keys } }: Handle, workspaceId: string): Promise<KeyRow[]> =>
  db
    .select()
    .from(keys)
    .where(and(eq(keys.workspaceId, workspaceId), isNull(keys.revokedAt)))
    .orderBy(asc(keys.kind), asc(keys.createdAt), asc(keys.id))

/** Sets who may use a publishable key in use. Nothing where there is none. */
export const setOrigins = async (
  { db, tables: { keys } }: Handle,
  workspaceId: string,
  keyId: string,
  origins: string[],
): Promise<KeyRow | undefined> =>
  (
    await db
      .update(keys)
      .set({ origins })
      .where(
        and(
          eq(keys.workspaceId, workspaceId),
          eq(keys.id, keyId),
          eq(keys.kind, 'publishable'),
          isNull(keys.revokedAt),
        ),
      )
      .returning()
  )[0]

/** @returns whether there was such a key in use */
export const markKeyRevoked = async (
  { db, tables: { keys } }: Handle,
  workspaceId: string,
  keyId: string,
  at: Date,
): Promise<boolean> => {
  const revoked = await db
    .update(keys)
    .set({ revokedAt: at })
    .where(and(eq(keys.workspaceId, workspaceId), eq(keys.id, keyId), isNull(keys.revokedAt)))
    .returning({ id: keys.id })
  return revoked.length > 0
}
