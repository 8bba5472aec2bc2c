import type { DateTest, NumberTest, Segment, SegmentCondition, TextTest } from '@heed/contracts'
import { conditionsOf, meetsText, meetsTrait } from '@heed/segments'
import { verdictsOf } from '../../results/frames/loaded-frame.ts'
import type { Column } from '../../results/frames/packed-column.ts'
import { keepBoth, rowsOfAll, spread } from '../../segments/held-rows.ts'
import type { Scope } from '../../segments/scope.ts'
import { momentsOf } from '../../segments/test-sql.ts'
import { type Deeds, heldByDeeds } from './deeds.ts'
import type { PackedPeople } from './packed-people.ts'

const dayMs = 86_400_000
type TraitCondition = Extract<SegmentCondition, { field: 'trait' }>

/** Whether all that a segment asks for is in memory, or was read as deeds. */
export const canBeAsked = ({ traits, accounts }: PackedPeople, segment: Segment): boolean =>
  conditionsOf(segment).every((condition) => {
    if (condition.field !== 'trait' && condition.field !== 'country') return true
    const name = condition.field === 'trait' ? condition.name : 'country'
    return traits.column(name, 0) !== undefined && accounts.traits.column(name, 0) !== undefined
  })

/**
 * Whom a segment holds now: a 1 at each place, whether somebody is listed there or not. The verdict is that of
 * `customerIn`, held together by a test: conditions are those of `matchesSegment`, asked once of each value that occurs.
 */
export function heldPeople(people: PackedPeople, segment: Segment, deeds: Deeds, scope: Scope): Uint8Array {
  const { rows } = people
  const counted = (held: Uint8Array) =>
    scope.unverifiedValues === 'use' ? held : keepBoth(held, people.trusted.subarray(0, rows))
  return rowsOfAll(segment.all, rows, (condition) => {
    switch (condition.field) {
      case 'event':
      case 'tickets': {
        const doers = deeds.get(condition)
        if (!doers) throw new Error('who did it was not read')
        const { from = 0, to = Number.POSITIVE_INFINITY } = condition.times
        return heldByDeeds(doers, people, { from, to })
      }
      case 'nps': {
        const doers = deeds.get(condition)
        if (!doers) throw new Error('who said it was not read')
        return heldByDeeds(doers, people, { from: 1, to: Number.POSITIVE_INFINITY })
      }
      case 'seen':
        return between(seenByAll(people), daysOf(condition.test, scope.now), rows)
      case 'segment':
        return new Uint8Array(rows)
      default:
        return counted(saidMeets(condition, people, scope.now))
    }
  })
}

type Said = Exclude<SegmentCondition, { field: 'event' | 'tickets' | 'nps' | 'seen' | 'segment' }>

/** What people or their accounts are said to be. */
function saidMeets(condition: Said, people: PackedPeople, now: Date): Uint8Array {
  const { accounts, rows } = people
  const ofAccount = (verdicts: Uint8Array) => spread(people.account, verdicts, rows)
  switch (condition.field) {
    case 'plan':
      return ofAccount(textMeets(condition.test, accounts.plan()))
    case 'locale':
      return textMeets(condition.test, people.locale())
    case 'spend':
      return ofAccount(between(accounts.spend, boundsOf(condition.test), accounts.rows))
    case 'seats':
      return ofAccount(between(accounts.seats, boundsOf(condition.test), accounts.rows))
    case 'tenure': {
      const { from, to } = boundsOf(condition.test)
      const days = { from: now.getTime() - (to + 1) * dayMs + 1, to: now.getTime() - Math.max(from, 0) * dayMs }
      return between(sinceOf(people), days, rows)
    }
    case 'country':
      return traitMeets({ ...condition, field: 'trait', name: 'country' }, people, now)
    case 'trait':
      return traitMeets(condition, people, now)
    default:
      // When they were created: what is said of nobody, such as when they were seen, does not come here.
      return between(sinceOf(people), daysOf(condition.test, now), rows)
  }
}

/** A person's own trait hides the account's of the same name. */
function traitMeets({ of, name, test }: TraitCondition, people: PackedPeople, now: Date): Uint8Array {
  const { accounts, account, rows } = people
  const own = of === 'account' ? null : people.traits.column(name, rows)
  const theirs = of === 'person' ? null : accounts.traits.column(name, accounts.rows)
  const verdicts = (column: Column) => verdictsOf(column, (value) => meetsTrait(test, value ?? undefined, now))
  const ofAccount = theirs && spread(theirs.codes, verdicts(theirs))
  if (!own) return ofAccount ? spread(account, ofAccount, rows) : new Uint8Array(rows)
  if (!ofAccount) return spread(own.codes, verdicts(own))
  const held = spread(own.codes, verdicts(own))
  const isMissing = verdictsOf(own, (value) => value === null)
  for (let row = 0; row < rows; row++)
    if (isMissing[own.codes[row] as number]) held[row] = ofAccount[account[row] as number] as number
  return held
}

const textMeets = (test: TextTest, column: Column) =>
  spread(
    column.codes,
    verdictsOf(column, (value) => meetsText(test, value as string | null)),
  )

type Bounds = { from: number; to: number }

const boundsOf = (test: NumberTest): Bounds => {
  const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = test.op === 'between' ? test : {}
  return { from, to }
}

/** Moments are whole milliseconds. */
const daysOf = (test: DateTest, now: Date): Bounds => {
  const { from, before } = momentsOf(test, now)
  return {
    from: from?.getTime() ?? Number.NEGATIVE_INFINITY,
    to: before ? before.getTime() - 1 : Number.POSITIVE_INFINITY,
  }
}

/** What is not known lies between no bounds. */
function between(values: Float64Array, { from, to }: Bounds, rows: number): Uint8Array {
  const held = new Uint8Array(rows)
  for (let row = 0; row < rows; row++) {
    const value = values[row] as number
    held[row] = value >= from && value <= to ? 1 : 0
  }
  return held
}

/** Since when each is a customer: their account, else they themselves. */
export function sinceOf({ account, accounts, since, rows }: PackedPeople): Float64Array {
  const theirs = accounts.since
  const either = new Float64Array(rows)
  for (let row = 0; row < rows; row++) {
    const ofAccount = theirs[account[row] as number] as number
    either[row] = Number.isNaN(ofAccount) ? (since[row] as number) : ofAccount
  }
  return either
}

/** When each was here last, also in a browser that only claims to be theirs. */
function seenByAll({ seen, claims, rows }: PackedPeople): Float64Array {
  const latest = seen.slice(0, rows)
  for (const [claim, known] of claims) {
    const at = seen[claim] as number
    const before = latest[known] as number
    if (at > before || Number.isNaN(before)) latest[known] = at
  }
  return latest
}
