import { type TimelineKind, timelineKinds } from '@heed/contracts'
import { and, type Column, desc, eq, lt, lte, or, type SQL } from 'drizzle-orm'
import { clean } from '../../http/clean-input.ts'
import { parsePlace, writePlace } from '../../http/cursor.ts'
import { problem } from '../../http/problem.ts'

/** Where an entry stands in a timeline: newest first, then by kind, then by the ids of its row, the highest first. */
export type TimelinePlace = { at: Date; kind: TimelineKind; ids: string[] }

/** The place of the last entry of a page, as the cursor for the next one. */
export const writeTimelineCursor = ({ at, kind, ids }: TimelinePlace) =>
  writePlace(at.getTime(), [kind, ...ids].join(' '))

/** @throws Problem invalid_input */
export const readTimelineCursor = (cursor: string): TimelinePlace => {
  const { value, id } = parsePlace(cursor)
  const [kindName, ...ids] = String(clean(id)).split(' ')
  const kind = timelineKinds.find((each) => each === kindName)
  const isTime = typeof value === 'number' && Number.isSafeInteger(value) && Math.abs(value) < 8e12
  if (kind && isTime && ids.length > 0) return { at: new Date(value), kind, ids }
  throw problem('invalid_input', { errors: [{ field: 'cursor', message: 'must be the nextCursor of a page before' }] })
}

/** Columns by which the rows of one kind are sorted: a moment, then what makes them differ. */
export type TimelineColumns = { at: Column; ids: Column[] }

export const newestFirst = ({ at, ids }: TimelineColumns) => [desc(at), ...ids.map((id) => desc(id))]

/** Rows of a kind that come after a place, which may be that of another kind. */
export const afterTimelinePlace = (
  kind: TimelineKind,
  { at, ids }: TimelineColumns,
  place: TimelinePlace | undefined,
): SQL | undefined => {
  if (!place) return undefined
  const rank = timelineKinds.indexOf(kind) - timelineKinds.indexOf(place.kind)
  if (rank < 0) return lt(at, place.at)
  if (rank > 0) return lte(at, place.at)
  return and(lte(at, place.at), or(lt(at, place.at), below(ids, place.ids)))
}

const below = ([id, ...others]: Column[], [value = '', ...rest]: string[]): SQL | undefined =>
  id && or(lt(id, value), others.length > 0 ? and(eq(id, value), below(others, rest)) : undefined)

/** Entries of several kinds in one order; those of a kind keep theirs, because the stores compare ids in their own way. */
export const inTimelineOrder = (a: TimelinePlace, b: TimelinePlace): number =>
  b.at.getTime() - a.at.getTime() || timelineKinds.indexOf(a.kind) - timelineKinds.indexOf(b.kind)
