import type { HostClaim } from '../loader/link.ts'

/**
 * What the host page said of the person, as the server wants it: nothing that is null, dates as text, whatever old
 * libraries of the host page (Prototype.js) make of dates. Undefined when nothing was said.
 */
export function readyClaim(claim: HostClaim): Record<string, unknown> | undefined {
  const json = JSON.stringify(claim, function (this: Record<string, unknown>, name, said: unknown) {
    const own = this[name]
    return (own instanceof Date && !Number.isNaN(+own) ? own.toISOString() : said) ?? undefined
  })
  return json === '{}' ? undefined : JSON.parse(json)
}

/** A short mark (FNV-1a, 32 bits) that tells two claims apart without keeping what they say. */
export function markOf(claim: Record<string, unknown>): string {
  let hash = 0x811c9dc5
  for (const character of JSON.stringify(claim)) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  }
  return (hash >>> 0).toString(36)
}
