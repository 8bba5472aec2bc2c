import type { Waiting } from './messages.ts'

/** What Heed takes at once, in bytes of JSON; the limits of the Segment spec. */
export const limits = { messageBytes: 32 * 1024, batchBytes: 500 * 1024, messages: 2_500 } as const

/** The body of a batch that was sent at a moment. */
export const bodyOf = (batch: readonly Waiting[], sentAt: Date): string =>
  `{"batch":[${batch.map(({ json }) => json).join(',')}],"sentAt":"${sentAt.toISOString()}"}`

const emptyBytes = bodyOf([], new Date(0)).length

/** As many of the first messages as one request may hold: at least one, and no more than `most`. */
export function takeBatch(waiting: readonly Waiting[], most: number = limits.messages): Waiting[] {
  let bytes = emptyBytes
  const overflowing = waiting.findIndex((message, index) => {
    bytes += message.bytes + (index > 0 ? 1 : 0)
    return index > 0 && (bytes > limits.batchBytes || index >= most)
  })
  return waiting.slice(0, overflowing < 0 ? undefined : overflowing)
}
