import type { NewSavedSegment, SavedSegment, SegmentUse } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { expandSegment, formatSegment, parseSegment } from '@heed/segments'
import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import { listArticlesUsing } from '../articles/article-uses.ts'
import { listSurveysUsing } from '../surveys/survey-uses.ts'
import { savedSegmentsIn } from './saved-in.ts'
import {
  changeSegment,
  deleteSegment,
  findSegment,
  insertSegment,
  listSegments,
  type SegmentRow,
} from './segments.queries.ts'

export const toSavedSegment = ({ id, name, segment, createdAt, updatedAt }: SegmentRow): SavedSegment => ({
  id,
  name,
  segment,
  createdAt: createdAt.toISOString(),
  updatedAt: updatedAt.toISOString(),
})

/** Gives a filter a name. @throws Problem segment_name_taken, invalid_input naming what cannot be read */
export async function saveSegment(deps: Deps, workspaceId: string, wanted: NewSavedSegment): Promise<SavedSegment> {
  return deps.store.write(async (tx) => {
    await tx.lock(`segments ${workspaceId}`)
    const at = deps.now()
    const saved = await listSegments(tx, workspaceId)
    const row = { workspaceId, id: deps.newId('segment'), ...wanted, createdAt: at, updatedAt: at }
    const fitting = { ...row, segment: fittingText(saved, row) }
    await insertSegment(tx, fitting)
    return toSavedSegment(fitting)
  })
}

/**
 * Changes name or filter of a saved segment.
 * @throws Problem segment_not_found, segment_name_taken, segment_circular, invalid_input
 */
export async function editSegment(
  deps: Deps,
  workspaceId: string,
  segmentId: string,
  changes: { name?: string | undefined; segment?: string | undefined },
): Promise<SavedSegment> {
  return deps.store.write(async (tx) => {
    await tx.lock(`segments ${workspaceId}`)
    const saved = await listSegments(tx, workspaceId)
    const before = saved.find(({ id }) => id === segmentId)
    if (!before) throw problem('segment_not_found')
    const row = {
      ...before,
      name: changes.name ?? before.name,
      segment: changes.segment ?? before.segment,
      updatedAt: deps.now(),
    }
    const fitting = { ...row, segment: fittingText(saved, row) }
    await changeSegment(tx, fitting)
    return toSavedSegment(fitting)
  })
}

/** @throws Problem segment_not_found, segment_in_use with the names of the segments, surveys and articles built on it */
export async function removeSegment(deps: Deps, workspaceId: string, segmentId: string): Promise<void> {
  await deps.store.write(async (tx) => {
    await tx.lock(`segments ${workspaceId}`)
    const { segments, surveys, articles } = await readSegmentUse(tx, workspaceId, segmentId, deps.now())
    const users = [...segments, ...surveys, ...articles].map(({ name }) => `“${name}”`)
    if (users.length > 0) throw problem('segment_in_use', { detail: `Used by ${users.join(', ')}.` })
    await deleteSegment(tx, workspaceId, segmentId)
  })
}

/** What is built on a saved segment; of surveys those that have not ended. @throws Problem segment_not_found */
export async function readSegmentUse(
  handle: Handle,
  workspaceId: string,
  segmentId: string,
  now: Date,
): Promise<SegmentUse> {
  if (!(await findSegment(handle, workspaceId, segmentId))) throw problem('segment_not_found')
  const saved = await listSegments(handle, workspaceId)
  return {
    segments: saved
      .filter(({ segment }) => savedSegmentsIn(segment).includes(segmentId))
      .map(({ id, name }) => ({ id, name })),
    surveys: await listSurveysUsing(handle, workspaceId, segmentId, now),
    articles: await listArticlesUsing(handle, workspaceId, segmentId),
  }
}

/** The canonical text, once name and filter are known to fit among the others. */
function fittingText(saved: SegmentRow[], row: SegmentRow): string {
  if (saved.some((other) => other.id !== row.id && other.name === row.name)) throw problem('segment_name_taken')
  const { segment, faults } = parseSegment(row.segment)
  if (faults.length > 0) throw problem('invalid_input', { errors: faults })
  if (segment.all.length === 0) throw invalid(['must hold a condition'])
  const others = saved.filter(({ id }) => id !== row.id)
  const texts = new Map([...others, row].map(({ id, segment: text }) => [id, text]))
  const expand = (id: string) =>
    expandSegment({ all: [{ field: 'segment', id }] }, (segmentId) => {
      const text = texts.get(segmentId)
      return text === undefined ? undefined : parseSegment(text).segment
    })
  const { missing, circular, tooLarge } = expand(row.id)
  if (circular.length > 0) throw problem('segment_circular')
  if (missing.length > 0) throw invalid(missing.map((id) => `the saved segment ${id} is not there`))
  if (tooLarge) throw invalid(['must be smaller: with its saved segments it holds too many conditions'])
  // Nor may it break those that are built on it.
  const broken = others.filter(({ id }) => expand(id).tooLarge)
  if (broken.length > 0)
    throw invalid(
      broken.map(({ name }) => `must be smaller: “${name}” is built on it and would hold too many conditions`),
    )
  return formatSegment(segment)
}

const invalid = (messages: string[]) =>
  problem('invalid_input', { errors: messages.map((message) => ({ field: 'segment', message })) })
