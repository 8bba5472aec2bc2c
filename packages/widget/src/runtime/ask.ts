import type { visitorHeader } from '@heed/contracts'
import type { Link } from '../loader/link.ts'
import type { Carry } from './transport.ts'
import type { Visitor } from './visitor.ts'

/** What a question to the server came to. */
export type Answer<T> = { kind: 'ok'; value: T } | { kind: 'offline' | 'rate_limited' | 'rejected' | 'bad_reply' }

/** Asks once; there is no second try, but for a visitor whose identity had to be renewed.
 * A `body` makes it a POST. */
export type Ask = <T>(path: string, body?: Record<string, unknown>) => Promise<Answer<T>>

const header: typeof visitorHeader = 'x-heed-visitor'

/** Questions to the server in the name of the visitor of the moment. */
export const createAsk =
  (api: Link['api'], visitor: () => Visitor, carry: Carry): Ask =>
  async <T>(path: string, body?: Record<string, unknown>): Promise<Answer<T>> => {
    const asked = body ? { method: 'POST', body: JSON.stringify(body) } : {}
    const { user, token } = visitor()
    const headers = { [header]: token(), ...(body && { 'content-type': 'application/json' }) }
    const put = () => fetch(api + path, { ...asked, headers, credentials: 'omit' })
    const reply = await carry({ user, token: token() }, put).catch(() => undefined)
    if (!reply) return { kind: 'offline' }
    if (reply.status === 429 || reply.status === 503) return { kind: 'rate_limited' }
    if (!reply.ok) return { kind: reply.status < 500 ? 'rejected' : 'bad_reply' }
    try {
      return { kind: 'ok', value: await reply.json() }
    } catch {
      return { kind: 'bad_reply' }
    }
  }
