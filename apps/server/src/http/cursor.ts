import { z } from 'zod'
import { problem } from './problem.ts'

/** Place in a list sorted by time and id, newest first: `<ms>.<id>`. Opaque to callers. */
const cursorOf = (at: Date, id: string) => `${at.getTime().toString(36)}.${id}`

/**
 * The page that a list query answered: it read one row more than `limit` when there is a next page.
 * @param placeOf the time and id that the list is sorted by
 */
export const pageOf = <T>(rows: T[], limit: number, total: number, placeOf: (row: T) => { at: string; id: string }) => {
  const items = rows.slice(0, limit)
  const last = rows.length > limit ? items.at(-1) : undefined
  const place = last && placeOf(last)
  return { items, nextCursor: place ? cursorOf(new Date(place.at), place.id) : null, total }
}

const leastMs = Date.UTC(1900, 0)
const mostMs = Date.UTC(2201, 0)

/** @throws Problem invalid_input */
export const parseCursor = (cursor: string): { at: Date; id: string } => {
  const [time, id] = cursor.split('.')
  const ms = Number.parseInt(time ?? '', 36)
  const at = new Date(ms)
  // No row is of another time, and PostgreSQL cannot read all that JavaScript can write.
  if (!id || !(ms >= leastMs && ms < mostMs)) {
    throw problem('invalid_input', {
      errors: [{ field: 'cursor', message: 'must be the nextCursor of a page before' }],
    })
  }
  return { at, id }
}

const Place = z.tuple([z.union([z.string(), z.number(), z.null()]), z.string()])

/** Where the next page of a list begins that is sorted by a value, then by id. */
export const writePlace = (value: string | number | null, id: string) =>
  Buffer.from(JSON.stringify([value, id])).toString('base64url')

/** @throws Problem invalid_input */
export const parsePlace = (cursor: string): { value: string | number | null; id: string } => {
  try {
    const [value, id] = Place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
    return { value, id }
  } catch {
    throw problem('invalid_input', {
      errors: [{ field: 'cursor', message: 'must be the nextCursor of the page before' }],
    })
  }
}
