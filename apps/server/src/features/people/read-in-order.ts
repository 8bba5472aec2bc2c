import type { Place } from './list-place.ts'

export type Reading<Row> = {
  /** Up to `count` places of the whole list after a place, in order, from an index. */
  walk: (after: Place | undefined, count: number) => Promise<Place[]>
  /** Those of these rows that are in the segment, in any order. */
  rowsOf: (ids: string[]) => Promise<Row[]>
  /** Up to `count` ids of the segment after a place, in order: sorts all there are, which takes as long as the segment is large. */
  gather: (after: Place | undefined, count: number) => Promise<string[]>
  idOf: (row: Row) => string
  /** Another way to the rows after those that an index has first, if these were too few; null: there is none. */
  otherwise?: () => Promise<{ reading: Reading<Row>; reach: Reach } | null>
}

/** `all`: every row of the list is wanted; `few`: so few that they are sorted at once. */
export type Reach = 'all' | 'some' | 'few'

// A segment of one in a hundred fills a page from these; a rarer one is small enough to be sorted whole.
const steps = [256, 1_024, 4_096]

/**
 * The first `wanted` rows of a list after a place. Of a million rows, the next ones in order are read from an index and
 * held against the segment, until there are enough or it turns out to be a small one.
 */
export async function readInOrder<Row>(
  { walk, rowsOf, gather, idOf, otherwise }: Reading<Row>,
  reach: Reach,
  after: Place | undefined,
  wanted: number,
): Promise<Row[]> {
  const read = async (ids: string[]): Promise<Row[]> => {
    const rows = new Map((ids.length === 0 ? [] : await rowsOf(ids)).map((row) => [idOf(row), row]))
    return ids.flatMap((id) => rows.get(id) ?? [])
  }
  if (reach === 'few') return read(await gather(after, wanted))
  if (reach === 'all') return read(idsOf(await walk(after, wanted)))
  const found: Row[] = []
  let reached = after
  for (const step of steps) {
    const places = await walk(reached, step)
    found.push(...(await read(idsOf(places))))
    if (found.length >= wanted || places.length < step) return found.slice(0, wanted)
    reached = places.at(-1)
    const other = step === steps[0] ? await otherwise?.() : null
    if (other) return [...found, ...(await readInOrder(other.reading, other.reach, reached, wanted - found.length))]
  }
  return [...found, ...(await read(await gather(reached, wanted - found.length)))]
}

const idsOf = (places: Place[]) => places.map(({ id }) => id)
