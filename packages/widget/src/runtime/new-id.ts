import type { IdKind, idPrefixes } from '@heed/contracts'
import { digits } from './digits.ts'

/** What an id says of its kind. A table of the kinds would weigh 50 bytes in front of every first prompt. */
export type IdPrefix = (typeof idPrefixes)[IdKind]

/**
 * Makes the id of something that is said here: a response, a ticket, a message. The same id sent twice is one row. Its
 * shape is that of `contracts/id-format`. The server draws its digits with nanoid, which would weigh 0.2 kB in front of
 * every first prompt.
 */
export const newId = (prefix: IdPrefix): string => `${prefix}_${Date.now().toString(36).padStart(9, '0')}${digits(12)}`
