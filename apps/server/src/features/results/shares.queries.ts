import type { SharedResults } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { and, desc, eq, getTableColumns, isNull } from 'drizzle-orm'

export type ShareRow = Handle['tables']['sharedResults']['$inferSelect']

export const insertShare = async ({ db, tables: { sharedResults } }: Handle, row: ShareRow) => {
  await db.insert(sharedResults).values(row)
}

/** Links of a survey that were not taken back, newest first. */
export const listShares = async (
  { db, tables: { sharedResults, members } }: Handle,
  workspaceId: string,
  surveyId: string,
): Promise<SharedResults[]> => {
  const rows = await db
    .select({ share: getTableColumns(sharedResults), createdBy: members.name })
    .from(sharedResults)
    .leftJoin(members, and(eq(members.workspaceId, sharedResults.workspaceId), eq(members.id, sharedResults.memberId)))
    .where(
      and(
        eq(sharedResults.workspaceId, workspaceId),
        eq(sharedResults.surveyId, surveyId),
        isNull(sharedResults.revokedAt),
      ),
    )
    .orderBy(desc(sharedResults.createdAt), desc(sharedResults.id))
  return rows.map(({ share, createdBy }) => toShare(share, createdBy ?? ''))
}

export const toShare = ({ id, query, createdAt }: ShareRow, createdBy: string): SharedResults => ({
  id,
  query,
  createdAt: createdAt.toISOString(),
  createdBy,
})

/** What a link shows, with its workspace, if it was not taken back. A directory look-up: the token is all there is. */
export const findShare = async ({ db, tables: { sharedResults, workspaces } }: Handle, hash: string) =>
  (
    await db
      .select({ share: getTableColumns(sharedResults), workspace: getTableColumns(workspaces) })
      .from(sharedResults)
      .innerJoin(workspaces, eq(workspaces.id, sharedResults.workspaceId))
      .where(and(eq(sharedResults.hash, hash), isNull(sharedResults.revokedAt)))
  )[0]

/** @returns whether there was such a link to take back */
export const markShareRevoked = async (
  { db, tables: { sharedResults } }: Handle,
  { workspaceId, surveyId, id }: Pick<ShareRow, 'workspaceId' | 'surveyId' | 'id'>,
  at: Date,
) => {
  const revoked = await db
    .update(sharedResults)
    .set({ revokedAt: at })
    .where(
      and(
        eq(sharedResults.workspaceId, workspaceId),
        eq(sharedResults.surveyId, surveyId),
        eq(sharedResults.id, id),
        isNull(sharedResults.revokedAt),
      ),
    )
    .returning({ id: sharedResults.id })
  return revoked.length > 0
}
