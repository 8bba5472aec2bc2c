import { type TraitSource, type TraitValue, traitLimits } from '@heed/contracts'
import type { PersonRow } from './people.queries.ts'

type Fields = Record<string, unknown>
type Known = { fields: Fields; traits: Record<string, TraitValue>; sources: PersonRow['sources'] }
type Said = { source: TraitSource; at: Date }

/**
 * What is known once something more was said. A field that is left out (`undefined`) keeps its value, and so does one
 * that was told later than this: messages may arrive late, and the newest word counts. Traits beyond `traitLimits` are left
 * out; what was known of one that grows beyond them goes too, as it is so no more.
 * @param known fields and traits so far, with who said each and when; a trait stands in `sources` as `traits.<name>`
 */
export function mergeClaim(known: Known, claim: { fields: Fields; traits?: Fields | undefined }, said: Said): Known {
  const merged: Known = { fields: { ...known.fields }, traits: { ...known.traits }, sources: { ...known.sources } }
  const isNews = (key: string, value: unknown) => {
    const before = merged.sources[key]
    return value !== undefined && !(before && before.at > said.at.getTime())
  }
  const tell = (to: Fields, key: string, name: string, value: unknown) => {
    to[name] = value
    merged.sources[key] = { source: said.source, at: said.at.getTime() }
  }
  for (const [name, value] of Object.entries(claim.fields))
    if (isNews(name, value)) tell(merged.fields, name, name, value)
  const room = roomIn(merged.traits)
  for (const [name, value] of Object.entries(claim.traits ?? {})) {
    const key = `traits.${name}`
    if (!isNews(key, value)) continue
    if (room.take(name, value)) tell(merged.traits, key, name, value)
    else {
      delete merged.traits[name]
      delete merged.sources[key]
    }
  }
  return merged
}

/** What of `traitLimits` the traits of a row leave. */
const roomIn = (traits: Fields) => {
  const sizes = new Map(Object.entries(traits).map(([name, value]) => [name, sizeOf(name, value)]))
  let left = traitLimits.bytes - [...sizes.values()].reduce((whole, size) => whole + size, 1)
  return {
    /** Whether a trait has room with this value in place of the one before. */
    take(name: string, value: unknown): boolean {
      const before = sizes.get(name) ?? 0
      const size = sizeOf(name, value)
      left += before
      sizes.delete(name)
      // Of a row that is larger from before there was a limit, what gets no larger is kept.
      if ((size > left && size > before) || sizes.size >= traitLimits.traits) return false
      left -= size
      sizes.set(name, size)
      return true
    },
  }
}

/** Bytes of JSON, with the comma or bracket after it. */
const sizeOf = (name: string, value: unknown) => Buffer.byteLength(JSON.stringify({ [name]: value })) - 1
