import { grown } from '../../results/frames/growing.ts'
import { placeIndex } from '../../results/frames/place-index.ts'
import { beforeAt, type Chains, saysAt } from './deed-chains.ts'

export type PackedDeeds = ReturnType<typeof packedDeeds>

/**
 * Deeds of one kind: who did it, when, and what it says. One that is put again replaces what it was. They are chained by
 * person, so that of few people few deeds are looked at.
 */
export function packedDeeds() {
  const index = placeIndex()
  let doers = new Int32Array(0)
  let after = new Int32Array(0)
  let last = new Int32Array(0)
  let moments = new Float64Array(0)
  let words = new Int32Array(0)

  const makeRoom = (deeds: number) => {
    doers = grown(doers, deeds, 0)
    after = grown(after, deeds, 0)
    moments = grown(moments, 2 * deeds, 0)
    words = new Int32Array(moments.buffer)
  }

  const chain = (deed: number, doer: number) => {
    last = grown(last, doer + 1, 0)
    const next = last[doer] as number
    doers[deed] = doer
    words[beforeAt(deed)] = next
    after[deed] = 0
    after[next] = deed
    last[doer] = deed
  }

  const unchain = (deed: number) => {
    const next = after[deed] as number
    const previous = words[beforeAt(deed)] as number
    if (next === 0) last[doers[deed] as number] = previous
    else words[beforeAt(next)] = previous
    after[previous] = next
  }

  return {
    /**
     * @param hash of the deed's own id
     * @param doer place of a person
     */
    put(hash: number, doer: number, at: number, said: number) {
      const deeds = index.size
      const deed = index.add(hash) + 1
      if (index.size > deeds) {
        makeRoom(deed + 1)
        chain(deed, doer)
      } else if (doers[deed] !== doer) {
        unchain(deed)
        chain(deed, doer)
      }
      moments[2 * deed] = at
      words[saysAt(deed)] = said
    },
    /** As they are now, with the chains of so many people. */
    chains(rows: number): Chains {
      last = grown(last, rows, 0)
      return { count: index.size, doers, last, moments, words }
    },
    get bytes() {
      return index.bytes + doers.byteLength + after.byteLength + last.byteLength + moments.byteLength
    },
  }
}
