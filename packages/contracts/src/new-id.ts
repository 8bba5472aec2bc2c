import { customAlphabet } from 'nanoid'
import { type IdKind, idPrefixes } from './id-prefixes.ts'

const randomPart = customAlphabet('0123456789abcdefghijklmnopqrstuvwxyz', 12)

/**
 * Makes an id: prefix of its kind, nine base-36 digits of the time, twelve random ones (62 bits).
 * Ids sort by time, which keeps inserts at the right edge of an index. Free of zod, so the widget can use it too:
 * a response, ticket or message gets its id in the browser, and the same id sent twice is one row.
 * @param nowMs milliseconds since 1970
 */
export const newId = (kind: IdKind, nowMs: number = Date.now()): string =>
  `${idPrefixes[kind]}_${nowMs.toString(36).padStart(9, '0')}${randomPart()}`
