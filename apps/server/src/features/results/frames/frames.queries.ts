import { type Handle, prepared } from '@heed/db'
import { and, asc, eq, gt, inArray, lt, lte, sql } from 'drizzle-orm'
import type { BuiltFrame } from './frame-builder.ts'
import type { FrameKey } from './frame-rows.ts'

export type FrameRow = Handle['tables']['responseFrames']['$inferSelect']
type Frames = Handle['tables']['responseFrames']

const ofKey = (frames: Frames, { workspaceId, surveyId, of }: FrameKey) =>
  and(eq(frames.workspaceId, workspaceId), eq(frames.surveyId, surveyId), eq(frames.of, of))

/** All frames of a survey, also stale ones, oldest first. */
export const listFrames = async ({ db, tables: { responseFrames } }: Handle, key: FrameKey): Promise<FrameRow[]> =>
  db.select().from(responseFrames).where(ofKey(responseFrames, key)).orderBy(asc(responseFrames.since))

/** In a write: no frame of the workspace is begun, and none of its packed rows changes, until it has ended. */
export const lockFrames = (tx: Handle, workspaceId: string) => tx.lock(`frames ${workspaceId}`)

/** Says that the rows of a frame will be packed up to a moment. */
export const claimFrame = async ({ db, tables: { responseFrames } }: Handle, row: FrameRow) => {
  const { heldUntil, claim, claimedAt } = row
  await db
    .insert(responseFrames)
    .values(row)
    .onConflictDoUpdate({
      target: [responseFrames.workspaceId, responseFrames.surveyId, responseFrames.of, responseFrames.since],
      set: { heldUntil, claim, claimedAt },
    })
}

/** Puts a frame in the place that was claimed for it. @returns false where its rows have changed since, or another claimed it */
export const finishFrame = async (
  tx: Handle,
  key: FrameKey,
  {
    since,
    claim,
    version,
    until,
    built,
  }: {
    since: Date
    claim: string
    version: string
    until: Date
    built: BuiltFrame
  },
): Promise<boolean> => {
  const { db, tables } = tx
  const { responseFrames, responseFrameColumns } = tables
  const { rows, traits, complete } = built
  const where = and(ofKey(responseFrames, key), eq(responseFrames.since, since), eq(responseFrames.claim, claim))
  const [before] = await db.select({ version: responseFrames.version }).from(responseFrames).where(where)
  const finished = await db
    .update(responseFrames)
    .set({ until, heldUntil: until, rows, traits, complete, version, stale: false, claim: null, claimedAt: null })
    .where(where)
    .returning({ since: responseFrames.since })
  if (finished.length === 0) return false
  for (const { name, bytes } of built.columns)
    await db.insert(responseFrameColumns).values({ workspaceId: key.workspaceId, version, name, bytes })
  if (before?.version) await deleteColumns(tx, key.workspaceId, [before.version])
  return true
}

/** Takes frames away, with their columns. */
export const deleteFrames = async (tx: Handle, key: FrameKey, frames: FrameRow[]) => {
  const { responseFrames } = tx.tables
  for (const { since } of frames)
    await tx.db.delete(responseFrames).where(and(ofKey(responseFrames, key), eq(responseFrames.since, since)))
  await deleteColumns(
    tx,
    key.workspaceId,
    frames.flatMap(({ version }) => version ?? []),
  )
}

const deleteColumns = async (
  { db, tables: { responseFrameColumns } }: Handle,
  workspaceId: string,
  versions: string[],
) => {
  if (versions.length === 0) return
  await db
    .delete(responseFrameColumns)
    .where(and(eq(responseFrameColumns.workspaceId, workspaceId), inArray(responseFrameColumns.version, versions)))
}

/** Packed columns of frames; of a frame that was made anew meanwhile there are none. */
export const listColumns = async (
  { db, tables: { responseFrameColumns } }: Handle,
  workspaceId: string,
  versions: string[],
  names: string[],
) =>
  db
    .select({
      version: responseFrameColumns.version,
      name: responseFrameColumns.name,
      bytes: responseFrameColumns.bytes,
    })
    .from(responseFrameColumns)
    .where(
      and(
        eq(responseFrameColumns.workspaceId, workspaceId),
        inArray(responseFrameColumns.version, versions),
        inArray(responseFrameColumns.name, names),
      ),
    )

/** The frame that holds a moment, or that is being made over it, is out of date. */
export const markStale = prepared(({ db, tables: { responseFrames } }, { at, ...key }: FrameKey & { at: Date }) => {
  const { since, heldUntil } = responseFrames
  return db
    .update(responseFrames)
    .set({ stale: true, claim: null })
    .where(and(ofKey(responseFrames, key), lte(since, sql.param(at, since)), gt(heldUntil, sql.param(at, heldUntil))))
})

/** All frames of a workspace that hold something from a moment on are out of date. */
export const markStaleSince = async (
  { db, tables: { responseFrames } }: Handle,
  workspaceId: string,
  from: Date,
  before: Date | null,
) => {
  await db
    .update(responseFrames)
    .set({ stale: true, claim: null })
    .where(
      and(
        eq(responseFrames.workspaceId, workspaceId),
        gt(responseFrames.heldUntil, from),
        before ? lt(responseFrames.since, before) : undefined,
      ),
    )
}

/** Surveys that may have been shown. */
export const listSurveysToPack = async ({ db, tables: { surveys } }: Handle) =>
  db
    .select({ workspaceId: surveys.workspaceId, surveyId: surveys.id })
    .from(surveys)
    .where(inArray(surveys.state, ['running', 'paused', 'ended']))

/** Answers or showings of a person before a moment, who turned out to be somebody else. */
export const listSpokenBefore = async ({ db, tables }: Handle, workspaceId: string, personId: string, before: Date) => {
  const { responses, exposures } = tables
  const spoken = async (of: FrameKey['of'], table: typeof responses | typeof exposures) =>
    (
      await db
        .select({ surveyId: table.surveyId, at: table.createdAt })
        .from(table as typeof responses)
        .where(and(eq(table.workspaceId, workspaceId), eq(table.personId, personId), lt(table.createdAt, before)))
    ).map((row) => ({ ...row, of }))
  return [...(await spoken('answers', responses)), ...(await spoken('showings', exposures))]
}
