import { z } from 'zod'
import { Problem } from './problems.ts'

/** An id of the host app; many number their users. */
const SentId = z
  .union([z.string().max(255), z.int().transform(String)])
  .nullish()
  .transform((id) => id || undefined)

const Moment = z.union([z.string().max(40), z.number()]).nullish()
const Bag = z.record(z.string(), z.unknown()).nullish()

const envelope = {
  messageId: z.string().max(255).nullish().describe('The same twice is one message'),
  anonymousId: SentId,
  userId: SentId,
  timestamp: Moment.describe('When it happened; left out: now'),
  originalTimestamp: Moment,
  sentAt: Moment.describe('When it was sent, by a clock that may be wrong; corrects timestamp'),
  context: Bag,
  integrations: Bag,
}

/** Messages of the Segment spec. Fields beyond it are kept with the event. */
export const IdentifyMessage = z.looseObject({ ...envelope, traits: Bag })
export const GroupMessage = z.looseObject({ ...envelope, groupId: SentId, traits: Bag })
export const TrackMessage = z.looseObject({ ...envelope, event: z.string().min(1).max(200), properties: Bag })
export const PageMessage = z.looseObject({
  ...envelope,
  name: z.string().max(500).nullish(),
  category: z.string().max(500).nullish(),
  properties: Bag,
})
export const AliasMessage = z.looseObject({ ...envelope, previousId: SentId })
export type IdentifyMessage = z.infer<typeof IdentifyMessage>
export type GroupMessage = z.infer<typeof GroupMessage>
export type TrackMessage = z.infer<typeof TrackMessage>
export type PageMessage = z.infer<typeof PageMessage>
export type AliasMessage = z.infer<typeof AliasMessage>

/** Limits of the Segment spec, in bytes of JSON. */
export const ingestLimits = { messageBytes: 32 * 1024, batchBytes: 500 * 1024, messages: 2_500 } as const

/** What a batch may hold, to be read in the API's description. Each is checked by itself, so that one at fault fails alone. */
const BatchedMessage = z.discriminatedUnion('type', [
  IdentifyMessage.extend({ type: z.literal('identify') }),
  GroupMessage.extend({ type: z.literal('group') }),
  TrackMessage.extend({ type: z.literal('track') }),
  PageMessage.extend({ type: z.enum(['page', 'screen']) }),
  AliasMessage.extend({ type: z.literal('alias') }),
])

export const Batch = z.looseObject({
  batch: z
    .array(z.unknown().meta(z.toJSONSchema(BatchedMessage, { io: 'input' })))
    .min(1)
    .max(ingestLimits.messages),
  sentAt: Moment,
  context: Bag.describe('For messages that bring none'),
  integrations: Bag,
})
export type Batch = z.infer<typeof Batch>

/** What became of one message. `warnings` name what of it could not be read; the rest of it is stored. */
export const MessageResult = z.object({
  messageId: z.string().nullable(),
  stored: z.enum(['stored', 'repeated', 'refused']),
  problem: Problem.optional(),
  warnings: z.array(z.object({ field: z.string(), message: z.string() })),
})
export type MessageResult = z.infer<typeof MessageResult>

/** One result a message, in the order they were sent. */
export const BatchResult = z.object({ success: z.boolean(), results: z.array(MessageResult) })
export type BatchResult = z.infer<typeof BatchResult>
