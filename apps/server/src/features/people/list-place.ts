import { clean } from '../../http/clean-input.ts'
import { parsePlace, writePlace } from '../../http/cursor.ts'
import { problem } from '../../http/problem.ts'

/**
 * Where a row stands in a list: by value, then by account where the value is the account's (else ''), then by id.
 * Times are milliseconds. Rows without a value come last.
 */
export type Place = { value: string | number | null; tie: string; id: string }

/** The place of the last row of a page, as the cursor for the next one. */
export const writeCursor = ({ value, tie, id }: Place): string => writePlace(value, tie ? `${tie} ${id}` : id)

/**
 * @param holds the kind of value that the list is sorted by
 * @throws Problem invalid_input
 */
export const readCursor = (cursor: string, holds: 'text' | 'number' | 'time'): Place => {
  const { value, id: ids } = parsePlace(cursor)
  const [id = '', tie = ''] = String(clean(ids)).split(' ').reverse()
  if (value === null) return { value, tie, id }
  if (holds === 'text' && typeof value === 'string') return { value: String(clean(value)), tie, id }
  // Moments beyond the year 275760 are none.
  if (holds === 'number' && Number.isSafeInteger(value)) return { value, tie, id }
  if (holds === 'time' && Number.isSafeInteger(value) && Math.abs(Number(value)) < 8e12) return { value, tie, id }
  throw problem('invalid_input', {
    errors: [{ field: 'cursor', message: 'must be the nextCursor of a page with the same sort' }],
  })
}

/** Smaller values first; among those with a value alone. */
export const inPlace = (a: Place, b: Place): number =>
  compare(a.value ?? 0, b.value ?? 0) || compare(a.tie, b.tie) || compare(a.id, b.id)

const compare = (a: string | number, b: string | number) => (a < b ? -1 : a > b ? 1 : 0)
