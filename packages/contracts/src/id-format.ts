import { type IdKind, idPrefixes } from './id-prefixes.ts'

/** Digits of an id: all of base 36. */
export const idDigits = '0123456789abcdefghijklmnopqrstuvwxyz'
/** How many of its digits are random: 62 bits. */
export const randomDigits = 12

/**
 * The shape of every id: prefix of its kind, nine base-36 digits of the time, twelve random ones. Ids sort by time,
 * which keeps inserts at the right edge of an index.
 * @param nowMs milliseconds since 1970
 * @param random `randomDigits` of `idDigits`
 */
export const formatId = (kind: IdKind, nowMs: number, random: string): string =>
  `${idPrefixes[kind]}_${nowMs.toString(36).padStart(9, '0')}${random}`
