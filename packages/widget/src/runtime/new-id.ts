import type { IdKind } from '@heed/contracts'
import { formatId } from '@heed/contracts/id-format'

/**
 * Makes the id of something that is said here: a response, a ticket, a message. The same id sent twice is one row. The
 * server draws its digits with nanoid, which would weigh 0.2 kB in front of every first prompt; four digits are a few
 * per cent likelier here, which leaves 62 bits nearly whole.
 */
export const newId = (kind: IdKind): string => {
  // Not by `Array.from`: Prototype.js puts its own there, which takes no function.
  const digits = [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => (byte % 36).toString(36))
  return formatId(kind, Date.now(), digits.join(''))
}
