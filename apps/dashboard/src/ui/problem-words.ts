import { ApiProblem } from '../api.ts'
import { text } from '../locales/text.ts'
import { formatDuration } from './numbers.ts'

const words = text.common.problem

/** What happened, what is safe, what to do: in the interface's words where the code is known, else in the server's. */
export function problemWords(error: unknown): string {
  if (!(error instanceof ApiProblem)) return words.internal
  switch (error.code) {
    case 'unreachable':
      return words.unreachable
    case 'bad_reply':
      return error.status >= 500 ? words.internal : words.badReply
    case 'internal':
      return words.internal
    case 'overloaded':
      return words.overloaded
    case 'too_many_requests':
      return words.tooMany(waitOf(error))
    case 'role_too_low':
      return words.role
    case 'not_signed_in':
      return words.notSignedIn
    case 'invalid_input':
      return [error.message, ...error.fields.map(({ field, message }) => `${field} ${message}`)].join(' ')
    default:
      return error.message
  }
}

/** How long to wait, in words, where the server said so. */
export const waitOf = ({ retryAfterSeconds }: ApiProblem): string | null =>
  retryAfterSeconds === null ? null : formatDuration(Math.max(60, retryAfterSeconds) * 1000)
