import { type TimelinePage, type TimelineQuery, timelineKinds } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { listOfKind, type Whose } from './timeline.queries.ts'
import { inTimelineOrder, readTimelineCursor, writeTimelineCursor } from './timeline-place.ts'

/**
 * A page of what happened with a customer, newest first.
 * @throws Problem invalid_input when the cursor is none
 */
export async function readTimeline(
  handle: Handle,
  whose: Whose,
  { cursor, limit, kind, survey }: TimelineQuery,
): Promise<TimelinePage> {
  const after = cursor === undefined ? undefined : readTimelineCursor(cursor)
  const asked = survey ? (['response'] as const) : timelineKinds
  const kinds = asked.filter((each) => kind === undefined || each === kind)
  const lists = await Promise.all(kinds.map((each) => listOfKind[each](handle, whose, { limit, after, survey })))
  const told = lists.flat().sort((a, b) => inTimelineOrder(a.place, b.place))
  const shown = told.slice(0, limit)
  const last = told.length > limit ? shown.at(-1) : undefined
  return { items: shown.map(({ entry }) => entry), nextCursor: last ? writeTimelineCursor(last.place) : null }
}
