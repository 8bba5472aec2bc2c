import {
  AliasMessage,
  GroupMessage,
  IdentifyMessage,
  ingestLimits,
  PageMessage,
  type Problem,
  TrackMessage,
} from '@heed/contracts'
import type { z } from 'zod'
import { problem, problemBody } from '../../http/problem.ts'

export const messageTypes = ['identify', 'group', 'track', 'page', 'screen', 'alias'] as const
export type MessageType = (typeof messageTypes)[number]

const schemas = {
  identify: IdentifyMessage,
  group: GroupMessage,
  track: TrackMessage,
  page: PageMessage,
  screen: PageMessage,
  alias: AliasMessage,
} satisfies Record<MessageType, z.ZodType>

type Parsed<T extends MessageType> = z.infer<(typeof schemas)[T]>
export type Message = { [T in MessageType]: { type: T; message: Parsed<T> } }[MessageType]

/**
 * A message that fits, or the problem that names what does not.
 * @param common what its batch says for all, where it does not say it itself
 */
export function readMessage(type: unknown, sent: unknown, common = {}): Message | { problem: Problem } {
  const refused = (field: string, message: string) => ({
    problem: problemBody(problem('invalid_input', { errors: [{ field, message }] })),
  })
  if (!isType(type)) return refused('type', `must be one of ${messageTypes.join(', ')}`)
  if (Buffer.byteLength(JSON.stringify(sent) ?? '') > ingestLimits.messageBytes)
    return { problem: problemBody(problem('too_large', { detail: 'A message has at most 32 KB.' })) }
  const parsed = schemas[type].safeParse(isBag(sent) ? { ...common, ...sent } : sent)
  if (!parsed.success) {
    const errors = parsed.error.issues.map(({ path, message }) => ({ field: path.join('.') || 'body', message }))
    return { problem: problemBody(problem('invalid_input', { errors })) }
  }
  const { userId, anonymousId } = parsed.data
  if (type === 'group' && !(parsed.data as Parsed<'group'>).groupId) return refused('groupId', 'is required')
  if (type === 'alias' && !(userId && (parsed.data as Parsed<'alias'>).previousId))
    return refused(userId ? 'previousId' : 'userId', 'is required')
  if (type !== 'group' && !userId && !anonymousId) return refused('userId', 'userId or anonymousId is required')
  return { type, message: parsed.data } as Message
}

const isType = (type: unknown): type is MessageType => messageTypes.some((known) => known === type)

const isBag = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
