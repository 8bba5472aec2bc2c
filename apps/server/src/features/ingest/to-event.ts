import type { EventRow } from './events.queries.ts'
import type { Message } from './read-message.ts'

type Bag = Record<string, unknown>
type Kept = Pick<EventRow, 'kind' | 'name' | 'messageId' | 'properties' | 'rest'>

/**
 * What is kept of the message itself: all of it that has no place of its own.
 * @param at when it happened by our clock; the time that the sender named is kept where it is another one
 */
export function toEvent({ type, message }: Message, at: Date): Kept {
  const { messageId, userId: _user, timestamp, type: _type, ...others } = message as Bag & { messageId?: string | null }
  const about = type === 'identify' || type === 'group' ? 'traits' : 'properties'
  const { [about]: bag, ...beside } = others
  const { event, ...withoutEvent } = beside
  const named = type === 'track' ? event : type === 'group' ? beside.groupId : beside.name
  const isKept = timestamp === undefined || timestamp === null || timestamp === at.toISOString()
  return {
    kind: type,
    name: (typeof named === 'string' && named !== '' ? named : type).slice(0, 500),
    messageId: messageId || null,
    properties: (bag ?? {}) as Bag,
    rest: { ...(type === 'track' ? withoutEvent : beside), ...(!isKept && { timestamp }) },
  }
}

/**
 * What is kept of a message that speaks of an account alone: that it was here, so that the same again changes nothing.
 * Nothing of what it says, which must go with whoever is erased.
 */
export const eventOfNobody = (messageId: string) =>
  ({
    kind: 'group',
    name: 'group',
    messageId,
    personId: '',
    accountId: null,
    properties: {},
    rest: {},
  }) satisfies Partial<EventRow>
