import type { visitorHeader } from '@heed/contracts'
import type { Link } from '../loader/link.ts'
import type { Carry } from './transport.ts'
import type { Visitor } from './visitor.ts'

/** What a question to the server came to: `rejected` by it, or not answered in a way that can be read. */
export type Answer<T> = { kind: 'ok'; value: T } | { kind: 'rejected' | 'unanswered' }

/**
 * Asks once; there is no second try, but for a visitor whose identity had to be renewed.
 * A `body` makes it a POST, unless another method is named. What is ended by its signal, or hangs, counts as not answered.
 */
export type Ask = <T>(
  path: string,
  body?: Record<string, unknown>,
  how?: { method?: 'PUT'; signal?: AbortSignal; keepalive?: boolean },
) => Promise<Answer<T>>

/** How long an answer may take. */
const patienceMs = 30_000

const header: typeof visitorHeader = 'x-heed-visitor'

/** Of what is null nothing is said; dates as `readyClaim` writes them, of which there is no second copy in a file. */
function asSaid(this: Record<string, unknown>, name: string, said: unknown): unknown {
  const own = this[name]
  return (own instanceof Date && +own ? own.toISOString() : said) ?? undefined
}

/** Questions to the server in the name of the visitor of the moment. */
export const createAsk =
  (api: Link['api'], visitor: () => Pick<Visitor, 'user' | 'token'>, carry: Carry): Ask =>
  async <T>(path: string, body?: Record<string, unknown>, how?: RequestInit): Promise<Answer<T>> => {
    const asked = body && { method: 'POST', body: JSON.stringify(body, asSaid) }
    const { user, token: tokenOf } = visitor()
    const token = tokenOf()
    const headers = { [header]: token, 'content-type': 'application/json' }
    const put = () =>
      fetch(api + path, {
        signal: AbortSignal.timeout?.(patienceMs),
        ...asked,
        ...how,
        headers,
        credentials: 'omit',
      })
    try {
      const reply = await carry({ user, token }, put)
      // To a person claim there is nothing to answer.
      if (reply.ok) return { kind: 'ok', value: reply.status === 204 || (await reply.json()) }
      // Too many at once are no refusal.
      if (reply.status < 500 && reply.status !== 429) return { kind: 'rejected' }
    } catch {
      // No connection, or a page in place of JSON.
    }
    return { kind: 'unanswered' }
  }
