import { grown } from '../../results/frames/growing.ts'
import { placeIndex } from '../../results/frames/place-index.ts'
import { isClaimed, noScore, valueSaid } from './deeds-to-pack.queries.ts'

/** After one moment and up to another, in milliseconds since 1970. */
export type Span = { after: number; upTo: number }
/** Who is meant by whoever claims to be a known user: places of people. */
type Claims = ReadonlyMap<number, number>

export type PackedDeeds = ReturnType<typeof packedDeeds>

/** Deeds of one kind: who did it, when, and what it says (`DeedTexts`). One that is put again replaces what it was. */
export function packedDeeds() {
  const index = placeIndex()
  let places = new Int32Array(0)
  let moments = new Float64Array(0)
  let says = new Uint8Array(0)
  /** When each gave the score that is the last one so far; kept, so that no question asks for as much memory anew. */
  let latest = new Float64Array(0)

  /** Whom a deed counts for. */
  const placeOf = (deed: number, claims: Claims): number => {
    const named = places[deed] as number
    return isClaimed(says[deed] as number) ? (claims.get(named) ?? named) : named
  }

  return {
    /** @param hash of the deed's own id */
    put(hash: number, place: number, at: number, said: number) {
      const deed = index.add(hash)
      places = grown(places, index.size, 0)
      moments = grown(moments, index.size, 0)
      says = grown(says, index.size, 0)
      places[deed] = place
      moments[deed] = at
      says[deed] = said
    },
    /** How often the people at the first so many places did it. @param only with this value; null: with any */
    times(rows: number, { after, upTo }: Span, claims: Claims, only: number | null): Uint32Array {
      const times = new Uint32Array(rows)
      const deeds = index.size
      for (let deed = 0; deed < deeds; deed++) {
        const at = moments[deed] as number
        if (!(at > after && at <= upTo) || (only !== null && valueSaid(says[deed] as number) !== only)) continue
        const place = placeOf(deed, claims)
        if (place < rows) times[place] = (times[place] as number) + 1
      }
      return times
    },
    /** The last score of each, of several at the same moment the lowest; -1: none. */
    lastScores(rows: number, { after, upTo }: Span, claims: Claims): Int8Array {
      const scores = new Int8Array(rows).fill(-1)
      if (latest.length < rows) latest = new Float64Array(rows)
      const deeds = index.size
      for (let deed = 0; deed < deeds; deed++) {
        const at = moments[deed] as number
        const value = valueSaid(says[deed] as number)
        if (!(at > after && at <= upTo) || value === noScore) continue
        const place = placeOf(deed, claims)
        if (place >= rows) continue
        const score = value - 1
        const known = scores[place] as number
        const since = latest[place] as number
        if (known >= 0 && (at < since || (at === since && score >= known))) continue
        scores[place] = score
        latest[place] = at
      }
      return scores
    },
    get bytes() {
      return index.bytes + places.byteLength + moments.byteLength + says.byteLength + latest.byteLength
    },
  }
}
