import { grown } from '../../results/frames/growing.ts'

/** Who claims in browsers to be which known user: places of people. Many may claim to be the same one. */
export type Claims = ReturnType<typeof packedClaims>

export function packedClaims() {
  const known = new Map<number, number>()
  const claimants = new Map<number, Set<number>>()
  let isClaimed = new Uint8Array(0)

  const withdraw = (claim: number) => {
    const before = known.get(claim)
    if (before === undefined) return
    known.delete(claim)
    const others = claimants.get(before)
    others?.delete(claim)
    if (others?.size !== 0) return
    claimants.delete(before)
    isClaimed[before] = 0
  }

  return {
    makeRoom(rows: number) {
      isClaimed = grown(isClaimed, rows, 0)
    },
    /** In place of whom they claimed to be before. */
    put(claim: number, place: number) {
      withdraw(claim)
      known.set(claim, place)
      claimants.set(place, (claimants.get(place) ?? new Set()).add(claim))
      isClaimed[place] = 1
    },
    withdraw,
    /** Whom somebody claims to be. */
    knownOf: (claim: number) => known.get(claim),
    /** Each claim with whom it names. */
    pairs: () => known.entries(),
    /** Who claims to be somebody: to be asked for those alone whom `isClaimed` names, as most are nobody's claim. */
    of: (place: number): Iterable<number> => claimants.get(place) ?? [],
    /** A 1 for each whom somebody claims to be. */
    get isClaimed() {
      return isClaimed
    },
    get bytes() {
      return isClaimed.byteLength + 200 * known.size
    },
  }
}
