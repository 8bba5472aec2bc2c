import { deflectionDifference, randomFrom } from '../src/index.ts'

/**
 * A made-up workspace whose truth is known. Each person asks `fewest` to `most` times and files a ticket each time with a
 * chance of their own, `base` on average; `likeness` 0 … 1 says how much the requests of one person resemble each other
 * (their intraclass correlation). Suggestions take away the share `effect` of the tickets. Of these, people ask again for
 * the share `askAgain`, and file the ticket all the same. `busyFile`: who asks often files more often, too.
 */
export type Workspace = {
  people: number
  holdOutShare: number
  requests: readonly [fewest: number, most: number]
  base: number
  likeness: number
  effect: number
  askAgain?: number
  busyFile?: boolean
}

/**
 * `covered`: share of the runs with a margin in which it held the truth. `shown`: the share of runs that have one.
 * `halfWidth`: in tickets a person. `perRequest`: tickets a request of the held-out less those of the others, the mean of
 * the runs, which is not what suggestions spare where people ask again.
 */
export type DeflectionCoverage = { covered: number; shown: number; halfWidth: number; perRequest: number }

type Person = { requests: number; tickets: number }

/** Makes `runs` workspaces of a kind, and holds the margin of each against the effect that they were made with. */
export function measureDeflection(kind: Workspace, runs: number, seed: number): DeflectionCoverage {
  const random = randomFrom(seed)
  const truth = trueDifference(kind)
  let [covered, shown, width, perRequest] = [0, 0, 0, 0]
  for (let run = 0; run < runs; run++) {
    const arms = armsOf(kind, random)
    perRequest += ticketsPerRequest(arms.heldOut) - ticketsPerRequest(arms.shown)
    const { difference } = deflectionDifference(ticketsOf(arms.shown), ticketsOf(arms.heldOut))
    if (!difference) continue
    shown++
    width += (difference.high - difference.low) / 2
    if (difference.low <= truth && truth <= difference.high) covered++
  }
  return { covered: covered / shown, shown: shown / runs, halfWidth: width / shown, perRequest: perRequest / runs }
}

/** Expected tickets a person of the held-out, less those of the others. */
function trueDifference(kind: Workspace): number {
  const [fewest, most] = kind.requests
  const counts = Array.from({ length: most - fewest + 1 }, (_, at) => fewest + at)
  const tickets = counts.reduce((sum, count) => sum + count * meanChance(kind, count), 0) / counts.length
  return tickets * kind.effect * (1 - (kind.askAgain ?? 0))
}

/** Who asks most files a fifth more often than who asks least, about the mean. */
function meanChance({ base, busyFile, requests: [fewest, most] }: Workspace, requests: number): number {
  if (!busyFile || most === fewest) return base
  return base * (0.9 + (0.2 * (requests - fewest)) / (most - fewest))
}

function armsOf(kind: Workspace, random: () => number): { shown: Person[]; heldOut: Person[] } {
  const arms = { shown: [] as Person[], heldOut: [] as Person[] }
  for (let person = 0; person < kind.people; person++) {
    const heldOut = random() < kind.holdOutShare
    arms[heldOut ? 'heldOut' : 'shown'].push(personOf(kind, heldOut, random))
  }
  return arms
}

function personOf(kind: Workspace, heldOut: boolean, random: () => number): Person {
  const { effect, askAgain = 0, likeness } = kind
  const [fewest, most] = kind.requests
  const wishes = fewest + Math.floor(random() * (most - fewest + 1))
  const chance = ownChance(meanChance(kind, wishes), likeness, random)
  const person = { requests: wishes, tickets: 0 }
  for (let wish = 0; wish < wishes; wish++) {
    if (random() >= chance) continue
    const isSpared = !heldOut && random() < effect
    const asksAgain = isSpared && random() < askAgain
    if (asksAgain) person.requests++
    if (!isSpared || asksAgain) person.tickets++
  }
  return person
}

/** A chance with this mean; the share `likeness` of people always file, or never do, which makes that their correlation. */
const ownChance = (mean: number, likeness: number, random: () => number): number =>
  random() < likeness ? (random() < mean ? 1 : 0) : mean

const ticketsOf = (people: readonly Person[]): number[] => people.map(({ tickets }) => tickets)

const ticketsPerRequest = (people: readonly Person[]): number =>
  people.reduce((sum, { tickets }) => sum + tickets, 0) / people.reduce((sum, { requests }) => sum + requests, 0)
