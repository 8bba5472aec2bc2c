import type { TraitFault } from '../people/read-traits.ts'
import { readMoment } from '../people/read-value.ts'

type Times = { timestamp?: unknown; originalTimestamp?: unknown; sentAt?: unknown }

/** By how much a sender's clock may differ from ours before it counts as wrong: a slow request looks the same. */
const toleratedMs = 60_000

/**
 * When a message happened, by our clock. Where the sender's clock is wrong, as long ago as it says that it was when
 * sending (Segment spec, "Timestamps": timestamp = receivedAt − (sentAt − originalTimestamp)); else it is believed, as
 * the time that a request takes must not change which of two words is the newer one. Never ahead of now.
 */
export function messageTime({ timestamp, originalTimestamp, sentAt }: Times, now: Date): Date {
  const happened = momentOf(originalTimestamp) ?? momentOf(timestamp)
  if (!happened) return now
  const clockMs = now.getTime() - (momentOf(sentAt) ?? now).getTime()
  const corrected = happened.getTime() + (Math.abs(clockMs) > toleratedMs ? clockMs : 0)
  return new Date(Math.min(now.getTime(), corrected))
}

/** Which of the times cannot be read, and is passed over. */
export const faultsOfTimes = (times: Times): TraitFault[] =>
  (['timestamp', 'originalTimestamp', 'sentAt'] as const).flatMap((field) => {
    const sent = times[field]
    const read = sent === undefined || sent === null ? '' : readMoment(sent)
    return typeof read === 'string' ? [] : [{ field, message: read.fault }]
  })

const momentOf = (value: unknown): Date | undefined => {
  const moment = value === undefined || value === null ? undefined : readMoment(value)
  return typeof moment === 'string' ? new Date(moment) : undefined
}
