import type { VisitorKept } from '../loader/link.ts'
import type { Memory } from '../loader/memory.ts'
import { digits } from './digits.ts'

type Kept = VisitorKept & {
  token?: string
  said?: string
  drafts?: Record<string, unknown>
  /** How many of what is unread are answers to ideas. */
  answers?: number
}

/**
 * Who this browser is to the server: a token of its own for every user id, so that nobody who signs in on the same
 * browser reads another's tickets. The loader forgets the record on `reset` (`visitor:<user id>`).
 */
export type Visitor = {
  user: string
  /** 43 random digits, 222 bits, where the server takes any of base64url; made when first asked for. */
  token(): string
  /** What the browser keeps of the visitor, read afresh each time: another tab may have changed it. */
  kept(): Kept
  /** Keeps these names anew, and the others as they are. */
  keep(changed: Kept): void
}

/** @param user the host's user id, empty for an anonymous visitor */
export function createVisitor(memory: Memory, user: string): Visitor {
  const name = `visitor:${user}`
  const kept = () => (memory.get(name) ?? {}) as Kept
  const keep = (changed: Kept) => memory.set(name, { ...kept(), ...changed })

  return {
    user,
    token() {
      let { token } = kept()
      if (!token) {
        token = digits(43)
        keep({ token })
      }
      return token
    },
    kept,
    keep,
  }
}

export const draftOf = ({ kept }: Visitor, name: string): unknown => kept().drafts?.[name]

/** `undefined` forgets the draft. */
export const keepDraft = ({ kept, keep }: Visitor, name: string, draft: unknown): void =>
  keep({ drafts: { ...kept().drafts, [name]: draft } })

/** Keeps the mark of the person claim that the server last heard. Leaves a visitor alone that was forgotten meanwhile. */
export function keepSaid({ kept, keep }: Visitor, mark: string, token: string): void {
  if (kept().token === token) keep({ said: mark })
}
