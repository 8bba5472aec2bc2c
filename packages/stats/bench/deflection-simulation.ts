import { type ArmPerson, deflectionDifference, randomFrom } from '../src/index.ts'

/**
 * A made-up workspace whose truth is known. Each person asks `fewest` to `most` times and files a ticket each time with a
 * chance of their own, `base` on average; `likeness` 0 … 1 says how much the requests of one person resemble each other
 * (their intraclass correlation). Suggestions take away the share `effect` of the tickets. `busyFile`: who asks often files
 * more often, too.
 */
export type Workspace = {
  people: number
  holdOutShare: number
  requests: readonly [fewest: number, most: number]
  base: number
  likeness: number
  effect: number
  busyFile?: boolean
}

/** `covered`: shares of the runs with a margin in which it held the truth. `shown`: the share of runs that have one. */
export type DeflectionCoverage = { covered: number; shown: number; halfWidth: number }

/** Makes `runs` workspaces of a kind, and holds the margin of each against the effect that they were made with. */
export function measureDeflection(kind: Workspace, runs: number, seed: number): DeflectionCoverage {
  const random = randomFrom(seed)
  const truth = trueDifference(kind)
  let [covered, shown, width] = [0, 0, 0]
  for (let run = 0; run < runs; run++) {
    const { difference } = deflectionDifference(...armsOf(kind, random))
    if (!difference) continue
    shown++
    width += (difference.high - difference.low) / 2
    if (difference.low <= truth && truth <= difference.high) covered++
  }
  return { covered: covered / shown, shown: shown / runs, halfWidth: width / shown }
}

/** Expected tickets a request of the held-out, less those of the others. */
function trueDifference(kind: Workspace): number {
  const [fewest, most] = kind.requests
  const counts = Array.from({ length: most - fewest + 1 }, (_, at) => fewest + at)
  const requests = counts.reduce((sum, count) => sum + count, 0)
  return (counts.reduce((sum, count) => sum + count * meanChance(kind, count), 0) / requests) * kind.effect
}

/** Who asks most files a fifth more often than who asks least, about the mean. */
function meanChance({ base, busyFile, requests: [fewest, most] }: Workspace, requests: number): number {
  if (!busyFile || most === fewest) return base
  return base * (0.9 + (0.2 * (requests - fewest)) / (most - fewest))
}

function armsOf(kind: Workspace, random: () => number): [shown: ArmPerson[], heldOut: ArmPerson[]] {
  const arms: [ArmPerson[], ArmPerson[]] = [[], []]
  const [fewest, most] = kind.requests
  for (let person = 0; person < kind.people; person++) {
    const heldOut = random() < kind.holdOutShare
    const requests = fewest + Math.floor(random() * (most - fewest + 1))
    const chance = ownChance(meanChance(kind, requests), kind.likeness, random) * (heldOut ? 1 : 1 - kind.effect)
    let tickets = 0
    for (let request = 0; request < requests; request++) if (random() < chance) tickets++
    arms[heldOut ? 1 : 0].push({ requests, tickets })
  }
  return arms
}

/** A chance with this mean; the share `likeness` of people always file, or never do, which makes that their correlation. */
const ownChance = (mean: number, likeness: number, random: () => number): number =>
  random() < likeness ? (random() < mean ? 1 : 0) : mean
