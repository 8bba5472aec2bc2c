import type { Segment, SegmentCondition, SegmentNode, TraitValue } from '@heed/contracts'
import type { SegmentCustomer } from './customer.ts'
import { isSoOften, meetsDate, meetsNumber, meetsText, meetsTrait } from './match-test.ts'

const dayMs = 86_400_000

/**
 * Whether a customer belongs to a segment, as of a moment. There are two outcomes: a value that is not known meets no
 * condition, so that `not` of the condition holds. The stores' verdict must be the same to the letter:
 *
 * - Texts are compared by their signs; `contains` and `starts` take A–Z like a–z, and no other letters.
 * - A trait is the person's if they have one of that name, whatever its kind, else the account's; so is `country`.
 * - Days are those of UTC. So many days ago is the day of the moment so many times 24 hours before `at`.
 * - Events, tickets and scores count when they are not after `at`, and `withinDays` when they are later than so many
 *   times 24 hours before it. A missing lower bound of a count is nought.
 * - `nps` is the last score, of several at the same moment the lowest; only then `withinDays` is asked of it.
 * - Saved segments must have been put in before (`expandSegment`): one that was not holds nobody.
 */
export const matchesSegment = (segment: Segment, customer: SegmentCustomer, at: Date): boolean =>
  segment.all.every((node) => holds(node, customer, at))

function holds(node: SegmentNode, customer: SegmentCustomer, at: Date): boolean {
  if ('all' in node) return node.all.every((part) => holds(part, customer, at))
  if ('any' in node) return node.any.some((part) => holds(part, customer, at))
  if ('not' in node) return !node.not.every((part) => holds(part, customer, at))
  return meets(node, customer, at)
}

function meets(condition: SegmentCondition, customer: SegmentCustomer, at: Date): boolean {
  switch (condition.field) {
    case 'plan':
      return meetsText(condition.test, customer.plan)
    case 'locale':
      return meetsText(condition.test, customer.locale)
    case 'country': {
      const country = traitOf(customer, 'country')
      return meetsTrait(condition.test, country, at)
    }
    case 'spend':
      return meetsNumber(condition.test, customer.reportingSpendMinor)
    case 'tenure':
      return meetsNumber(condition.test, customer.tenureDays)
    case 'seats':
      return meetsNumber(condition.test, customer.seats)
    case 'created':
      return meetsDate(condition.test, customer.createdAt?.toISOString(), at)
    case 'seen':
      return meetsDate(condition.test, customer.lastSeenAt?.toISOString(), at)
    case 'trait':
      return meetsTrait(condition.test, traitOf(customer, condition.name, condition.of), at)
    case 'event': {
      const done = customer.events.filter(
        (event) => event.name === condition.name && isWithin(event.at, condition.withinDays, at),
      )
      return isSoOften(condition.times, done.length)
    }
    case 'tickets': {
      const filed = customer.tickets.filter(
        ({ state, createdAt }) =>
          (condition.state === undefined || state === condition.state) && isWithin(createdAt, condition.withinDays, at),
      )
      return isSoOften(condition.times, filed.length)
    }
    case 'nps': {
      const score = lastScore(customer, condition.withinDays, at)
      return score !== null && isSoOften(condition.score, score)
    }
    case 'segment':
      return false
  }
}

/** A trait of the person, else of the account; own keys only: "constructor" must not find what every object has. */
function traitOf(
  { personTraits, accountTraits }: SegmentCustomer,
  name: string,
  of?: 'person' | 'account',
): TraitValue | undefined {
  if (of !== 'account' && Object.hasOwn(personTraits, name)) return personTraits[name]
  return of !== 'person' && Object.hasOwn(accountTraits, name) ? accountTraits[name] : undefined
}

const isWithin = (moment: Date, days: number | undefined, at: Date): boolean =>
  moment <= at && (days === undefined || moment.getTime() > at.getTime() - days * dayMs)

/** The score given last; of several at the same moment the lowest. */
function lastScore({ npsScores }: SegmentCustomer, withinDays: number | undefined, at: Date): number | null {
  let last: { score: number; at: Date } | null = null
  for (const answer of npsScores) {
    if (answer.at > at) continue
    const isLater = !last || answer.at > last.at
    if (isLater || (last && answer.at.getTime() === last.at.getTime() && answer.score < last.score)) last = answer
  }
  return last && isWithin(last.at, withinDays, at) ? last.score : null
}
