import { randomUUID } from 'node:crypto'
import type { Handle, Store } from '@heed/db'
import { type BuiltFrame, frameBuilder, traitColumn } from './frame-builder.ts'
import { type FrameKey, hasRows, listRowsToPack } from './frame-rows.ts'
import {
  claimFrame,
  deleteFrames,
  type FrameRow,
  finishFrame,
  listColumns,
  listFrames,
  lockFrames,
} from './frames.queries.ts'
import { settlesAfterMs } from './mark-frames.ts'
import { type Column, unpackColumn, unpackMoments } from './packed-column.ts'

/** What a frame holds at most, but for rows of one moment, which stay together. */
const mostRows = 65_536
/** Fewer rows than this are counted in SQL sooner than they are packed. */
const fewestRows = 5_000
/** Read at once: the event loop waits so long, some ten milliseconds. */
const pageRows = 500
/** After so long whoever claimed a frame is thought to be gone. */
const claimHoldsMs = 5 * 60_000

export type FrameSizes = { mostRows: number; fewestRows: number }
const usualSizes: FrameSizes = { mostRows, fewestRows }

/**
 * Packs the rows of a survey that lie in no frame, or in one that is out of date, up to an hour before now. New rows go on
 * from the last frame until that is full; it need not be read from its rows again.
 * @returns how many frames were made
 */
export async function fillFrames(store: Store, key: FrameKey, now: Date, sizes = usualSizes): Promise<number> {
  const settled = new Date(now.getTime() - settlesAfterMs)
  for (let made = 0; ; made++) {
    // Most surveys have nothing to pack, and a write with a lock would keep others waiting for that.
    if (!(await findNext(store.readAside, key, settled, now, sizes))) return made
    const claimed = await store.write((tx) => claimNext(tx, key, settled, now, sizes))
    if (!claimed) return made
    const packed = await pack(store, key, claimed, sizes)
    const { since, claim } = claimed
    const isKept = await store.write((tx) => finishFrame(tx, key, { since, claim, version: randomUUID(), ...packed }))
    // Its rows changed while they were read: the next round will find it.
    if (!isKept) return made
  }
}

type Next = { gap: Gap; frames: FrameRow[] }

/** The first span that should be packed and that nobody packs now. */
async function findNext(
  handle: Handle,
  key: FrameKey,
  settled: Date,
  now: Date,
  sizes: FrameSizes,
): Promise<Next | null> {
  const frames = await listFrames(handle, key)
  for (const gap of gapsBetween(frames.filter(isFresh), settled)) {
    if (frames.some((frame) => isBeingMade(frame, gap, now))) continue
    const isHole = gap.next !== null
    if (isHole || (await hasRows(handle, key, { ...gap, rows: sizes.fewestRows }))) return { gap, frames }
  }
  return null
}

type Claimed = { since: Date; claim: string; from: Date; before: Date; goesOnFrom: FrameRow | null }

/** Claims the next span in the write that finds it, so that no row changes in between unseen. */
async function claimNext(
  tx: Handle,
  key: FrameKey,
  settled: Date,
  now: Date,
  sizes: FrameSizes,
): Promise<Claimed | null> {
  await lockFrames(tx, key.workspaceId)
  const next = await findNext(tx, key, settled, now, sizes)
  if (!next) return null
  const { gap, frames } = next
  const isHole = gap.next !== null
  const goesOnFrom = gap.last && gap.last.rows < sizes.mostRows && !isHole ? gap.last : null
  const claim = randomUUID()
  const old = frames.filter((frame) => !isFresh(frame) && frame.since >= gap.from && frame.since < gap.before)
  await deleteFrames(tx, key, old)
  const since = goesOnFrom?.since ?? gap.from
  await claimFrame(tx, {
    ...key,
    since,
    until: since,
    rows: 0,
    version: null,
    traits: [],
    complete: true,
    stale: false,
    heldUntil: gap.before,
    claim,
    claimedAt: now,
  })
  return { since, claim, from: gap.from, before: gap.before, goesOnFrom }
}

export const isFresh = (frame: FrameRow): frame is FrameRow & { version: string } =>
  frame.version !== null && !frame.stale

const isBeingMade = ({ claim, claimedAt, since, heldUntil }: FrameRow, gap: Gap, now: Date) =>
  claim !== null &&
  claimedAt !== null &&
  now.getTime() - claimedAt.getTime() < claimHoldsMs &&
  since < gap.before &&
  heldUntil > gap.from

type Gap = { from: Date; before: Date; last: FrameRow | null; next: FrameRow | null }

/** Spans between 1970 and a moment that no frame covers, each with the frames at its ends. */
function gapsBetween(fresh: FrameRow[], end: Date): Gap[] {
  const gaps: Gap[] = []
  let from = new Date(0)
  let last: FrameRow | null = null
  for (const frame of fresh) {
    if (frame.since > from) gaps.push({ from, before: frame.since, last, next: frame })
    from = frame.until
    last = frame
  }
  if (end > from) gaps.push({ from, before: end, last, next: null })
  return gaps
}

/** Reads the rows of a span, page by page, until the frame is full or the span has ended. */
async function pack(
  store: Store,
  key: FrameKey,
  { from, before, goesOnFrom }: Claimed,
  sizes: FrameSizes,
): Promise<{ built: BuiltFrame; until: Date }> {
  const builder = frameBuilder(goesOnFrom ? await unpackFrame(store, goesOnFrom) : undefined)
  let after: { at: Date; id: string } | null = null
  let lastAt = Number.NEGATIVE_INFINITY
  for (;;) {
    const page = await listRowsToPack(store.read, key, { from, before, after, limit: pageRows })
    for (const row of page.rows) {
      if (builder.rows >= sizes.mostRows && row.at > lastAt) return { built: builder.build(), until: new Date(row.at) }
      builder.add(row)
      lastAt = row.at
    }
    if (page.rows.length < pageRows) return { built: builder.build(), until: before }
    after = page.last
    // Others wait for the event loop, on SQLite also for the connection.
    await new Promise((next) => setImmediate(next))
  }
}

async function unpackFrame(store: Store, { workspaceId, version, traits, complete }: FrameRow) {
  const names = [...packedNames, ...traits.map(traitColumn)]
  const packed = await listColumns(store.read, workspaceId, version ? [version] : [], names)
  const columns = new Map<string, Column>()
  let moments = new Float64Array(0)
  for (const { name, bytes } of packed) {
    if (name === 'at') moments = unpackMoments(bytes)
    else columns.set(name, unpackColumn(bytes))
  }
  return { moments, columns, traits, complete }
}

const packedNames = 'at person account plan spend tenure trust version score choices locale state'.split(' ')
