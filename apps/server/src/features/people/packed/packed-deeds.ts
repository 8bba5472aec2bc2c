import { grown } from '../../results/frames/growing.ts'
import { placeIndex } from '../../results/frames/place-index.ts'

/** Deeds by number from 1 on, those of each person one behind the other. */
export type Chains = {
  /** By place of a person, the deed that their others come before; nought: they did nothing. */
  last: Int32Array
  /** By deed, the one before it by the same person; nought: there is none. The order means nothing. */
  before: Int32Array
  /** By deed, when it was done, in milliseconds since 1970. */
  moments: Float64Array
  /** By deed, what it says (`DeedTexts`). */
  says: Uint8Array
}

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
  let before = new Int32Array(0)
  let moments = new Float64Array(0)
  let says = new Uint8Array(0)

  const makeRoom = (deeds: number) => {
    doers = grown(doers, deeds, 0)
    after = grown(after, deeds, 0)
    before = grown(before, deeds, 0)
    moments = grown(moments, deeds, 0)
    says = grown(says, deeds, 0)
  }

  const chain = (deed: number, doer: number) => {
    last = grown(last, doer + 1, 0)
    const next = last[doer] as number
    doers[deed] = doer
    before[deed] = next
    after[deed] = 0
    after[next] = deed
    last[doer] = deed
  }

  const unchain = (deed: number) => {
    const [next, previous] = [after[deed] as number, before[deed] as number]
    if (next === 0) last[doers[deed] as number] = previous
    else before[next] = previous
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
      moments[deed] = at
      says[deed] = said
    },
    /** As they are now, with the chains of so many people. */
    chains(rows: number): Chains {
      last = grown(last, rows, 0)
      return { last, before, moments, says }
    },
    get bytes() {
      const links = doers.byteLength + after.byteLength + before.byteLength + last.byteLength
      return index.bytes + links + moments.byteLength + says.byteLength
    },
  }
}
