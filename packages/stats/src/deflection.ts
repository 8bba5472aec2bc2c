import { pseudoAnswers } from './mean.ts'
import { t95 } from './quantiles.ts'
import { summarise } from './summary.ts'

/** Tickets a person of one side with the 95 % margin: from 0 on, above 1 where most file several. */
export type Arm = { people: number; tickets: number; rate: ArmRate | null }
export type ArmRate = { value: number; low: number; high: number }

/** Why there is no difference: too few people on a side, or nearly all of them with equally many tickets. */
export type DeflectionMissing = 'too_few_people' | 'too_alike'

export type DeflectionDifference = { value: number; low: number; high: number; verdict: 'fewer' | 'more' | 'chance' }

/** On each side. With fewer the margin holds the truth less often than it says; see `pnpm bench deflection`. */
export const fewestPeople = 20
/** Of these, outside of the largest group of people with equally many tickets, which most often is that without any. */
const fewestUnlike = 5

/** `variance` is that of the mean, not of a person; it and `centre` are with pseudo-answers. */
type Mean = { value: number; centre: number; variance: number; degrees: number }

/**
 * What suggestions spare: the mean tickets of people to whom none were made, less that of the others, with its 95 % margin.
 *
 * People are the unit, as they were drawn, and all who entered count, however often they asked: by intention to treat
 * (Hollis & Campbell, "What is meant by intention to treat analysis?", BMJ 319, 1999). How often somebody asks is an outcome,
 * too: whom an answer helped only seemingly asks again, which brings down tickets a request and spares none (Kohavi, Tang & Xu,
 * Trustworthy Online Controlled Experiments, 2020, ch. 14).
 *
 * The margin is Welch's ("The generalization of Student's problem when several different population variances are involved",
 * Biometrika 34, 1947). A quarter of a person ({@link pseudoAnswers}) stands at either end of each side, so that a side where
 * all are alike has a margin. Tickets of a person have no upper end, so the ends are what one request can come to: no ticket,
 * and one.
 * @param shown tickets of each person to whom suggestions were made
 * @param heldOut tickets of each of the others
 */
export function deflectionDifference(
  shown: readonly number[],
  heldOut: readonly number[],
): { shown: Arm; heldOut: Arm; difference: DeflectionDifference | null; missing: DeflectionMissing | null } {
  const [one, other] = [meanOf(shown), meanOf(heldOut)]
  const arms = { shown: armOf(shown, one), heldOut: armOf(heldOut, other) }
  const missing = missingOf(shown) ?? missingOf(heldOut)
  if (missing || !one || !other) return { ...arms, difference: null, missing: missing ?? 'too_few_people' }

  const value = other.value - one.value
  const centre = other.centre - one.centre
  const variance = one.variance + other.variance
  const degrees = variance ** 2 / (one.variance ** 2 / one.degrees + other.variance ** 2 / other.degrees)
  const margin = t95(degrees) * Math.sqrt(variance)
  const low = Math.min(value, centre - margin)
  const high = Math.max(value, centre + margin)
  return { ...arms, difference: { value, low, high, verdict: verdictOf(low, high) }, missing: null }
}

/** How many tickets fewer: the difference over so many people who were shown something. */
export const claimOf = ({ value, low, high }: DeflectionDifference, people: number) => ({
  value: value * people,
  low: low * people,
  high: high * people,
})

function verdictOf(low: number, high: number): DeflectionDifference['verdict'] {
  if (low > 0) return 'fewer'
  return high < 0 ? 'more' : 'chance'
}

function missingOf(tickets: readonly number[]): DeflectionMissing | null {
  if (tickets.length < fewestPeople) return 'too_few_people'
  return tickets.length - largestGroup(tickets) < fewestUnlike ? 'too_alike' : null
}

/** How many people have the number of tickets that most have. */
function largestGroup(tickets: readonly number[]): number {
  const people = new Map<number, number>()
  for (const own of tickets) people.set(own, (people.get(own) ?? 0) + 1)
  return Math.max(...people.values())
}

/** Null of fewer than two people, of whom nothing is known about how they spread. */
function meanOf(tickets: readonly number[]): Mean | null {
  const people = tickets.length
  if (people < 2) return null
  const ends = [0, 1].map((value) => ({ value, answers: pseudoAnswers }))
  const { answers, mean, variance } = summarise([...tickets.map((value) => ({ value, answers: 1 })), ...ends])
  return { value: sum(tickets) / people, centre: mean, variance: variance / (answers - 1), degrees: people - 1 }
}

const armOf = (tickets: readonly number[], mean: Mean | null): Arm => ({
  people: tickets.length,
  tickets: sum(tickets),
  rate: mean && rateOf(mean),
})

function rateOf({ value, centre, variance, degrees }: Mean): ArmRate {
  const margin = t95(degrees) * Math.sqrt(variance)
  return { value, low: Math.max(0, Math.min(value, centre - margin)), high: Math.max(value, centre + margin) }
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
