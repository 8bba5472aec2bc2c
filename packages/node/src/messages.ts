import { randomUUID } from 'node:crypto'

/** A `Date`, ISO 8601, or Unix time in seconds or milliseconds. */
export type Moment = Date | string | number

/** What every message may say beside its own subject. */
type Envelope = {
  /** When it happened; left out: now. */
  timestamp?: Moment | undefined
  /** The same twice is one message; left out: a new one. */
  messageId?: string | undefined
  context?: Record<string, unknown> | undefined
}

/** Your id of the user, or one of your own for somebody without an account. */
type Who =
  | { userId: string | number; anonymousId?: string | undefined }
  | { userId?: string | number | undefined; anonymousId: string }

/** What is known of a person, by the names of the Segment spec. Any other name is a trait of its own. */
export type PersonTraits = {
  name?: string | null | undefined
  email?: string | null | undefined
  /** When this person became your user. */
  createdAt?: Moment | null | undefined
  /** Such as `de-CH`. */
  locale?: string | null | undefined
  [trait: string]: unknown
}

/** What is known of a customer company, by the names of the Segment spec. Any other name is a trait of its own. */
export type AccountTraits = {
  name?: string | null | undefined
  plan?: string | null | undefined
  /** Recurring revenue a month, in minor units (cents) of `currency`. */
  spendMinor?: number | null | undefined
  /** The same in whole units, such as `129.5`. */
  mrr?: number | null | undefined
  /** ISO 4217, such as `EUR`. */
  currency?: string | null | undefined
  seats?: number | null | undefined
  /** When this company became your customer; tenure counts from here. */
  createdAt?: Moment | null | undefined
  [trait: string]: unknown
}

/** Says who somebody is. */
export type Identify = Envelope & Who & { traits?: PersonTraits | undefined }
/** Says which customer company somebody belongs to, and what is known of it. */
export type Group = Envelope & Who & { groupId: string | number; traits?: AccountTraits | undefined }
/** Says what somebody did. */
export type Track = Envelope & Who & { event: string; properties?: Record<string, unknown> | undefined }
/** Says what somebody looked at. */
export type Page = Envelope &
  Who & { name?: string | undefined; category?: string | undefined; properties?: Record<string, unknown> | undefined }

/** A message as it goes to Heed. What was not sent can be said again: the same `messageId` is stored once. */
export type SentMessage = {
  type: 'identify' | 'group' | 'track' | 'page'
  messageId: string
  timestamp: string | number
  userId?: string | number
  anonymousId?: string
  groupId?: string | number
  event?: string
  [field: string]: unknown
}

/** A message that waits, as text, so that nothing the host changes later changes it. */
export type Waiting = {
  json: string
  bytes: number
  /** How often Heed answered that it could not store this one just now. */
  deferred: number
}

/** Gives a message what it needs to be known again. */
export const toMessage = (type: SentMessage['type'], said: Envelope) => ({
  ...said,
  type,
  messageId: said.messageId || randomUUID(),
  timestamp: said.timestamp ?? new Date(),
})

/** @throws what JSON throws for what it cannot hold: a cycle, a bigint */
export const toWaiting = (message: ReturnType<typeof toMessage>): Waiting => {
  const json = JSON.stringify(message)
  return { json, bytes: Buffer.byteLength(json), deferred: 0 }
}

export const toSent = ({ json }: Waiting): SentMessage => JSON.parse(json)
