import type { VisitorKept } from '../loader/link.ts'
import type { Memory } from '../loader/memory.ts'

type Kept = VisitorKept & { token?: string; said?: string; drafts?: Record<string, unknown> }

/**
 * Who this browser is to the server: a token of its own for every user id, so that nobody who signs in on the same
 * browser reads another's tickets. The loader forgets the record on `reset` (`visitor:<user id>`).
 */
export type Visitor = {
  user: string
  /** 32 random bytes in base64url; made when first asked for. */
  token(): string
  /** The mark of the person claim that the server last heard from this visitor. */
  said(): string | undefined
  /** Leaves a visitor alone that was forgotten in the meantime. */
  keepSaid(mark: string, token: string): void
  /** Replies of members that the person has not seen, as far as this browser knows. */
  unread(): number
  keepUnread(count: number): void
  /** Something was filed: the loader may look for replies. */
  keepTickets(): void
  /** The server says that this person was asked elsewhere and rests from this survey; milliseconds since 1970. */
  keepRest(surveyId: string, untilMs: number): void
  draft(name: string): unknown
  /** `undefined` forgets the draft. */
  keepDraft(name: string, draft: unknown): void
}

/** @param user the host's user id, empty for an anonymous visitor */
export function createVisitor(memory: Memory, user: string): Visitor {
  const name = `visitor:${user}`
  // Read afresh each time: another tab may have made the token.
  const kept = () => (memory.get(name) ?? {}) as Kept
  const keep = (changed: Kept) => memory.set(name, { ...kept(), ...changed })

  return {
    user,
    token() {
      const { token = randomToken() } = kept()
      keep({ token })
      return token
    },
    said: () => kept().said,
    keepSaid(mark, token) {
      if (kept().token === token) keep({ said: mark })
    },
    unread: () => kept().unread ?? 0,
    keepUnread: (unread) => keep({ unread }),
    keepTickets: () => keep({ tickets: true }),
    keepRest: (surveyId, untilMs) => keep({ rests: { ...kept().rests, [surveyId]: untilMs } }),
    draft: (draftName) => kept().drafts?.[draftName],
    keepDraft: (draftName, draft) => keep({ drafts: { ...kept().drafts, [draftName]: draft } }),
  }
}

function randomToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32))
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=/g, '')
}
