import { type SentMessage, toSent, type Waiting } from './messages.ts'

/**
 * `too_large`, `not_json`, `queue_full`, `closed`: it was never sent. `refused`: Heed does not take it. `partly_read`: it
 * is stored without `fields`. `unreachable`: it waits, and is tried again. `not_sent`: `close` ran out of time.
 */
export type FaultCode =
  | 'too_large'
  | 'not_json'
  | 'queue_full'
  | 'closed'
  | 'refused'
  | 'partly_read'
  | 'unreachable'
  | 'not_sent'

/** Something that did not go as it was said. */
export type HeedFault = {
  code: FaultCode
  /** A sentence that names the message and what is at fault, and repeats no value of it. */
  message: string
  /** The messages it is about; none of `not_json`, and of `unreachable`, where all that wait are still to be sent. */
  messages: SentMessage[]
  /** The fields at fault, where fields were. */
  fields: { field: string; message: string }[]
  /** What lies behind it: an error, or Heed's problem with its `code` and `status`. */
  cause?: unknown
}

/** Describes what became of some messages. */
export const faultOf = (
  code: FaultCode,
  why: string,
  about: readonly Waiting[],
  { fields = [], cause }: { fields?: HeedFault['fields']; cause?: unknown } = {},
): HeedFault => {
  const messages = about.map(toSent)
  const named = fields.map(({ field, message }) => `${field} ${message}`).join('; ')
  const message = `${nameOf(messages)}${why}${named && ` ${named}`}`
  return { code, message, messages, fields, ...(cause === undefined ? {} : { cause }) }
}

const nameOf = ([first, second]: SentMessage[]) => {
  if (!first || second) return ''
  return `${first.type}${first.type === 'track' ? ` "${first.event}"` : ''} ${first.messageId}: `
}

/** Tells the host. Whatever its listener does, nothing comes back. */
export const tell = (onError: (fault: HeedFault) => unknown, fault: HeedFault): void => {
  // An async function, so that a listener that throws and one that rejects end the same way.
  const listen = async () => onError(fault)
  listen().catch(() => {})
}

/** What happens to a fault that nobody listens to: Node.js prints it. */
export const warn = ({ code, message }: HeedFault): void => {
  process.emitWarning(message, { type: 'HeedWarning', code: `heed_${code}` })
}
