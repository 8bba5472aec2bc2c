import type { idPrefixes } from '@heed/contracts'

/** Of the things that are made here. The whole table weighs three times as much in front of every first prompt. */
const prefixes = {
  exposure: 'exp',
  response: 'rsp',
  ticket: 'tkt',
  message: 'msg',
  deflection: 'dfl',
  attachment: 'att',
  idea: 'ide',
} as const satisfies Partial<typeof idPrefixes>

export type MadeKind = keyof typeof prefixes

/**
 * Makes the id of something that is said here: a response, a ticket, a message. The same id sent twice is one row. Its
 * shape is that of `contracts/id-format`. The server draws its digits with nanoid, which would weigh 0.2 kB in front of
 * every first prompt; four digits are a few per cent likelier here, which leaves 62 bits nearly whole.
 */
export const newId = (kind: MadeKind): string => {
  // Not by `Array.from`: Prototype.js puts its own there, which takes no function.
  const digits = [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => (byte % 36).toString(36))
  return `${prefixes[kind]}_${Date.now().toString(36).padStart(9, '0')}${digits.join('')}`
}
