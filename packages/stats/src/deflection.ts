import { clamp } from './margin.ts'
import { pseudoAnswers } from './mean.ts'
import { t95 } from './quantiles.ts'

/** One person of a side: how often they asked, and how many of these requests ended with a ticket. */
export type ArmPerson = { requests: number; tickets: number }

/** Tickets a request of one side with the 95 % margin, 0 … 1. */
export type Arm = { people: number; requests: number; tickets: number; rate: ArmRate | null }
export type ArmRate = { share: number; low: number; high: number }

/** Why there is no difference: too few people on a side, or too few of their requests ended one way. */
export type DeflectionMissing = 'too_few_people' | 'too_few_ends'

export type DeflectionDifference = { value: number; low: number; high: number; verdict: 'fewer' | 'more' | 'chance' }

/** On each side. With fewer the margin holds the truth less often than it says; see `pnpm bench deflection`. */
export const fewestPeople = 20
/** Of these, with a ticket, and with a request without one. */
const fewestWithEnd = 5

type Ratio = { rate: number; centre: number; variance: number; degrees: number }

/**
 * What suggestions spare: tickets a request of those to whom none were made, less tickets a request of the others, with its
 * 95 % margin.
 *
 * People are the unit, as they were drawn: who asks five times is no five people, and their requests resemble each other. So
 * each rate is a ratio of totals with people as clusters, Σ tickets / Σ requests, and its variance is linearised:
 * n / (n − 1) · Σ (tickets − rate · requests)² / (Σ requests)² (Cochran, Sampling Techniques, 3rd ed., 1977, § 6.3, 9A.1; Lumley,
 * Complex Surveys, 2010, § 2.2). Some of a person of middling activity stands at either end of each side
 * ({@link pseudoAnswers}), so that a side without a ticket has a margin. Both variances are added, since nobody is on both
 * sides; the t quantile is for Welch's degrees of freedom (Welch, "The generalization of Student's problem when several
 * different population variances are involved", Biometrika 34, 1947), a side counting as many people as Kish's effective
 * number of them.
 */
export function deflectionDifference(
  shown: readonly ArmPerson[],
  heldOut: readonly ArmPerson[],
): { shown: Arm; heldOut: Arm; difference: DeflectionDifference | null; missing: DeflectionMissing | null } {
  const [one, other] = [ratioOf(shown), ratioOf(heldOut)]
  const arms = { shown: armOf(shown, one), heldOut: armOf(heldOut, other) }
  const missing = missingOf(shown) ?? missingOf(heldOut)
  if (missing || !one || !other) return { ...arms, difference: null, missing: missing ?? 'too_few_people' }

  const value = other.rate - one.rate
  const centre = other.centre - one.centre
  const variance = one.variance + other.variance
  const degrees = variance ** 2 / (one.variance ** 2 / one.degrees + other.variance ** 2 / other.degrees)
  const margin = t95(degrees) * Math.sqrt(variance)
  const low = clamp(Math.min(value, centre - margin), -1, 1)
  const high = clamp(Math.max(value, centre + margin), -1, 1)
  return { ...arms, difference: { value, low, high, verdict: verdictOf(low, high) }, missing: null }
}

/** How many tickets fewer: the difference over so many requests that were shown something. */
export const claimOf = ({ value, low, high }: DeflectionDifference, requests: number) => ({
  value: value * requests,
  low: low * requests,
  high: high * requests,
})

function verdictOf(low: number, high: number): DeflectionDifference['verdict'] {
  if (low > 0) return 'fewer'
  return high < 0 ? 'more' : 'chance'
}

function missingOf(people: readonly ArmPerson[]): DeflectionMissing | null {
  if (people.length < fewestPeople) return 'too_few_people'
  const filed = people.filter(({ tickets }) => tickets > 0).length
  const filedNot = people.filter(({ requests, tickets }) => requests > tickets).length
  return Math.min(filed, filedNot) < fewestWithEnd ? 'too_few_ends' : null
}

function ratioOf(people: readonly ArmPerson[]): Ratio | null {
  const requests = sum(people.map((person) => person.requests))
  if (people.length < 2 || requests === 0) return null
  const rate = sum(people.map(({ tickets }) => tickets)) / requests
  const usual = requests / people.length
  const all = people.length + 2 * pseudoAnswers
  const centre = (rate * requests + pseudoAnswers * usual) / (usual * all)
  const squares =
    sum(people.map((person) => (person.tickets - centre * person.requests) ** 2)) +
    pseudoAnswers * usual ** 2 * (centre ** 2 + (1 - centre) ** 2)
  const effective = requests ** 2 / sum(people.map((person) => person.requests ** 2))
  return { rate, centre, variance: ((all / (all - 1)) * squares) / (usual * all) ** 2, degrees: effective - 1 }
}

function armOf(people: readonly ArmPerson[], ratio: Ratio | null): Arm {
  const requests = sum(people.map((person) => person.requests))
  const tickets = sum(people.map((person) => person.tickets))
  return { people: people.length, requests, tickets, rate: ratio && rateOf(ratio) }
}

function rateOf({ rate, centre, variance, degrees }: Ratio): ArmRate {
  const margin = t95(Math.max(1, degrees)) * Math.sqrt(variance)
  return { share: rate, low: clamp(centre - margin, 0, rate), high: clamp(centre + margin, rate, 1) }
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
