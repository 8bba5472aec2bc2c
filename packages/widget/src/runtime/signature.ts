import type { Memory } from '../loader/memory.ts'

/** How far the server believes a visitor: until when, by which mark of what the host page brought, or why it does not. */
export type Signature = { untilMs?: number; mark?: string; fault?: string }

type Kept = { token?: string; said?: string; signature?: Signature }
type Owner = { user: string; token: string }

const keptOf = (memory: Memory, user: string) => (memory.get(`visitor:${user}`) ?? {}) as Kept

/** What the browser remembers of it; nothing of a visitor that was forgotten in the meantime. */
export function signatureOf(memory: Memory, { user, token }: Owner): Signature {
  const kept = keptOf(memory, user)
  return (kept.token === token && kept.signature) || {}
}

export function keepSignature(memory: Memory, { user, token }: Owner, signature: Signature): void {
  const kept = keptOf(memory, user)
  if (kept.token === token) memory.set(`visitor:${user}`, { ...kept, signature })
}

/** The next thing is said under another token, as somebody whom the server never saw. Drafts stay. */
export function forgetVisitor(memory: Memory, { user, token }: Owner): void {
  const { token: before, said: _said, signature: _signature, ...kept } = keptOf(memory, user)
  if (before === token) memory.set(`visitor:${user}`, kept)
}
