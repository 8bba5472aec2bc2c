import { type Handle, prepared } from '@heed/db'
import { and, desc, eq } from 'drizzle-orm'

export type VersionRow = Handle['tables']['surveyVersions']['$inferSelect']

/** Keeps a definition; the same version again stays as it was kept first. */
export const insertVersion = async ({ db, tables: { surveyVersions } }: Handle, row: VersionRow) => {
  await db.insert(surveyVersions).values(row).onConflictDoNothing()
}

type Key = Pick<VersionRow, 'workspaceId' | 'surveyId' | 'version'>

const listByKey = prepared(({ db, tables: { surveyVersions } }, { workspaceId, surveyId, version }: Key) =>
  db
    .select()
    .from(surveyVersions)
    .where(
      and(
        eq(surveyVersions.workspaceId, workspaceId),
        eq(surveyVersions.surveyId, surveyId),
        eq(surveyVersions.version, version),
      ),
    ),
)

export const findVersion = async (handle: Handle, workspaceId: string, surveyId: string, version: number) =>
  (await listByKey(handle, { workspaceId, surveyId, version }))[0]

/** Newest first, each with who made it. */
export const listVersions = async ({ db, tables }: Handle, workspaceId: string, surveyId: string) => {
  const { surveyVersions, members } = tables
  return db
    .select({
      version: surveyVersions.version,
      definition: surveyVersions.definition,
      createdAt: surveyVersions.createdAt,
      memberName: members.name,
    })
    .from(surveyVersions)
    .leftJoin(
      members,
      and(eq(members.workspaceId, surveyVersions.workspaceId), eq(members.id, surveyVersions.memberId)),
    )
    .where(and(eq(surveyVersions.workspaceId, workspaceId), eq(surveyVersions.surveyId, surveyId)))
    .orderBy(desc(surveyVersions.version))
}
