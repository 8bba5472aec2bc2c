import type { Place } from './list-place.ts'

/** Ways to the ids of a list, of which a segment holds some. */
export type Reading = {
  /** Up to `count` places of the whole list after a place, in order, from an index. */
  walk: (after: Place | undefined, count: number) => Promise<Place[]>
  /** Which of these are in the segment, in any order. */
  among: (ids: string[]) => Promise<string[]>
  /** Up to `count` ids of the segment after a place, in order: looks at all there are, and sorts those of the segment. */
  gather: (after: Place | undefined, count: number) => Promise<string[]>
  /** So many rows are walked, one number after the other, before all are looked at. */
  steps: readonly number[]
}

/** `all`: every row of the list is wanted; `few`: so few that they are sorted at once. */
export type Reach = 'all' | 'some' | 'few'

/** In SQL: a segment of one in a hundred fills a page from these; a rarer one is small enough to be sorted whole. */
export const stepsInSql = [256, 1_024, 4_096]

/**
 * Ids of the first `wanted` rows of a list after a place. Of a million rows, the next ones in order are read from an index
 * and held against the segment, until there are enough or it turns out to be a small one.
 */
export async function readInOrder(
  { walk, among, gather, steps }: Reading,
  reach: Reach,
  after: Place | undefined,
  wanted: number,
): Promise<string[]> {
  if (reach === 'few') return gather(after, wanted)
  if (reach === 'all') return idsOf(await walk(after, wanted))
  const found: string[] = []
  let reached = after
  let walked = 0
  let ahead = steps.reduce((total, step) => total + step, 0)
  for (const step of steps) {
    const places = await walk(reached, step)
    const ids = idsOf(places)
    const held = new Set(ids.length === 0 ? [] : await among(ids))
    found.push(...ids.filter((id) => held.has(id)))
    if (found.length >= wanted || places.length < step) return found.slice(0, wanted)
    reached = places.at(-1)
    walked += step
    ahead -= step
    // As many of those ahead as of those behind would not fill the page.
    if (found.length + (found.length / walked) * ahead < wanted) break
  }
  return [...found, ...(await gather(reached, wanted - found.length))]
}

const idsOf = (places: Place[]) => places.map(({ id }) => id)

/** Rows in the order of their ids; what is gone meanwhile is left out. */
export const inOrderOf = <Row>(ids: string[], rows: Row[], idOf: (row: Row) => string): Row[] => {
  const byId = new Map(rows.map((row) => [idOf(row), row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}
