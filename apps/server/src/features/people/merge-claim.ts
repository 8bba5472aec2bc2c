import type { TraitSource, TraitValue } from '@heed/contracts'
import type { PersonRow } from './people.queries.ts'

type Fields = Record<string, unknown>
type Known = { fields: Fields; traits: Record<string, TraitValue>; sources: PersonRow['sources'] }
type Said = { source: TraitSource; at: Date }

/** Of a person or an account; what comes beyond is left out. */
export const mostTraits = 200

/**
 * What is known once something more was said. A field that is left out (`undefined`) keeps its value, and so does one
 * that was told later than this: messages may arrive late, and the newest word counts.
 * @param known fields and traits so far, with who said each and when; a trait stands in `sources` as `traits.<name>`
 */
export function mergeClaim(known: Known, claim: { fields: Fields; traits?: Fields | undefined }, said: Said): Known {
  const merged: Known = { fields: { ...known.fields }, traits: { ...known.traits }, sources: { ...known.sources } }
  const tell = (to: Fields, key: string, name: string, value: unknown) => {
    const before = merged.sources[key]
    if (value === undefined || (before && before.at > said.at.getTime())) return
    to[name] = value
    merged.sources[key] = { source: said.source, at: said.at.getTime() }
  }
  for (const [name, value] of Object.entries(claim.fields)) tell(merged.fields, name, name, value)
  let left = mostTraits - Object.keys(merged.traits).length
  for (const [name, value] of Object.entries(claim.traits ?? {})) {
    const isNew = !Object.hasOwn(merged.traits, name)
    if (isNew && left <= 0) continue
    tell(merged.traits, `traits.${name}`, name, value)
    if (isNew) left -= 1
  }
  return merged
}
