import type { idPrefixes } from '@heed/contracts'
import { digits } from './digits.ts'

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
 * every first prompt.
 */
export const newId = (kind: MadeKind): string =>
  `${prefixes[kind]}_${Date.now().toString(36).padStart(9, '0')}${digits(12)}`
