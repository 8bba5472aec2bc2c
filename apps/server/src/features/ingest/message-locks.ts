import type { Handle } from '@heed/db'
import { hashToken } from '../../http/tokens.ts'
import { hostVisitor } from '../people/people.queries.ts'
import { companyIdOf } from '../people/read-traits.ts'
import type { Message } from './read-message.ts'

/** An anonymous id of the host has a place among visitors that no browser's token can name, and is counted as none. */
export const anonymousHash = (anonymousId: string) => `${hostVisitor}${hashToken(`anonymous ${anonymousId}`)}`

/** Of whom a message speaks without a user id. */
export const anonymousIdOf = (read: Message): string | undefined =>
  read.type === 'alias' ? read.message.previousId : read.message.anonymousId

/** The account that a message names with its person. */
export const contextGroupOf = ({ message: { context } }: Message): string | undefined => {
  const id = typeof context?.groupId === 'number' ? `${context.groupId}` : context?.groupId
  return typeof id === 'string' && id !== '' && id.length <= 255 ? id : undefined
}

/**
 * Takes all that the messages read before they write, and all that recording locks after that, in one order: two batches
 * at once would else wait for each other.
 * @returns the handle, which takes none of these a second time
 */
export async function lockMessages(tx: Handle, workspaceId: string, messages: Message[]): Promise<Handle> {
  const named = (kind: string, names: (string | null | undefined)[]) =>
    [...new Set(names.filter((name) => name))].sort().map((name) => `${kind} ${workspaceId} ${name}`)
  const visitors = messages.map(anonymousIdOf).filter((id) => id !== undefined)
  const names = [
    ...named(
      'message',
      messages.map(({ message }) => message.messageId),
    ),
    ...named('visitor', visitors.map(anonymousHash)),
    ...named(
      'user',
      messages.map(({ message }) => message.userId),
    ),
    ...named('account', messages.flatMap(accountIdsOf)),
  ]
  // One connection takes them one after the other; only the answers are not waited for in between.
  await Promise.all(names.map((name) => tx.lock(name)))
  const held = new Set(names)
  return { ...tx, lock: async (name) => (held.has(name) ? undefined : tx.lock(name)) }
}

/** Ids of the accounts that a message may write. */
const accountIdsOf = (read: Message): (string | undefined)[] => [
  read.type === 'group' ? read.message.groupId : undefined,
  contextGroupOf(read),
  ...(read.type === 'identify' ? [companyIdOf(read.message.traits?.company), read.message.userId] : []),
]
