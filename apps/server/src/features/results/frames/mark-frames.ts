import type { Handle } from '@heed/db'
import type { FrameKey } from './frame-rows.ts'
import { deleteFrames, listFrames, listSpokenBefore, lockFrames, markStale, markStaleSince } from './frames.queries.ts'

const minuteMs = 60_000

/** Rows younger than this are not packed yet: showings are closed late, and clocks of servers differ. */
export const settlesAfterMs = 60 * minuteMs
/** Rows younger than this are written without a look at frames; the rest of the hour is for clocks and slow writes. */
const freeMs = 30 * minuteMs

/** In the write that inserts or changes an answer or a showing of `at`: frames that hold it are out of date. */
export async function markPacked(tx: Handle, key: FrameKey, at: Date, now: Date): Promise<void> {
  if (at.getTime() > now.getTime() - freeMs) return
  await lockFrames(tx, key.workspaceId)
  await markStale(tx, { ...key, at })
}

/** The same of all that a person said, before it is given to another. */
export async function markPackedOf(tx: Handle, workspaceId: string, personId: string, now: Date): Promise<void> {
  const spoken = await listSpokenBefore(tx, workspaceId, personId, new Date(now.getTime() - freeMs))
  if (spoken.length === 0) return
  await lockFrames(tx, workspaceId)
  for (const { surveyId, of, at } of spoken) await markStale(tx, { workspaceId, surveyId, of, at })
}

/** The same of all that was said in a workspace within a span, before its snapshots change. */
export async function markPackedBetween(
  tx: Handle,
  workspaceId: string,
  { from, before }: { from: Date; before: Date | null },
): Promise<void> {
  await lockFrames(tx, workspaceId)
  await markStaleSince(tx, workspaceId, from, before)
}

/** Takes away the frames that hold something a person said, before it is deleted; they are made anew without it. */
export async function takePackedOf(tx: Handle, workspaceId: string, personId: string, now: Date): Promise<void> {
  const spoken = await listSpokenBefore(tx, workspaceId, personId, new Date(now.getTime() - freeMs))
  if (spoken.length === 0) return
  await lockFrames(tx, workspaceId)
  for (const surveyId of new Set(spoken.map((one) => one.surveyId)))
    for (const of of ['answers', 'showings'] as const) {
      const key = { workspaceId, surveyId, of }
      const moments = spoken.filter((one) => one.surveyId === surveyId && one.of === of).map(({ at }) => at)
      const frames = await listFrames(tx, key)
      const holding = frames.filter(({ since, heldUntil }) => moments.some((at) => since <= at && at < heldUntil))
      await deleteFrames(tx, key, holding)
    }
}
