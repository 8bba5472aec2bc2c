import { problem } from './problem.ts'

/** Place in a list sorted by time and id, newest first: `<ms>.<id>`. Opaque to callers. */
export const cursorOf = (at: Date, id: string) => `${at.getTime().toString(36)}.${id}`

/** @throws Problem invalid_input */
export const parseCursor = (cursor: string): { at: Date; id: string } => {
  const [time, id] = cursor.split('.')
  const ms = Number.parseInt(time ?? '', 36)
  if (!id || !Number.isFinite(ms)) {
    throw problem('invalid_input', {
      errors: [{ field: 'cursor', message: 'must be the nextCursor of a page before' }],
    })
  }
  return { at: new Date(ms), id }
}
