import type { DateTest, NumberTest, Segment, SegmentCondition, TextTest } from '@heed/contracts'
import { conditionsOf, meetsText, meetsTrait } from '@heed/segments'
import { verdictsOf } from '../../results/frames/loaded-frame.ts'
import type { Column } from '../../results/frames/packed-column.ts'
import { keepBoth, rowsOfAll, spread } from '../../segments/held-rows.ts'
import type { Scope } from '../../segments/scope.ts'
import { momentsOf } from '../../segments/test-sql.ts'
import { type Deeds, timesOf } from './deeds.ts'
import type { Meets } from './meets.ts'
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
 * Whom a segment holds now, to be asked of any people, whether somebody is listed at a place or not. The verdict is that
 * of `customerIn`, held together by a test: conditions are those of `matchesSegment`, asked once of each value that occurs.
 */
export function meetsSegment(people: PackedPeople, segment: Segment, deeds: Deeds, scope: Scope): Meets {
  const tests = new Map<SegmentCondition, Meets>()
  for (const condition of conditionsOf(segment)) tests.set(condition, meetsCondition(people, condition, deeds, scope))
  return (places) =>
    rowsOfAll(segment.all, places.length, (condition, among) => {
      const meets = tests.get(condition)
      if (!meets) throw new Error('a condition was not prepared')
      return among ? keepBoth(among, meets(places)) : meets(places)
    })
}

function meetsCondition(people: PackedPeople, condition: SegmentCondition, deeds: Deeds, scope: Scope): Meets {
  switch (condition.field) {
    case 'event':
    case 'tickets':
      return between(timesOf(condition, deeds, people), soOften(condition.times))
    case 'nps':
      return between(timesOf(condition, deeds, people), { from: 1, to: 1 })
    case 'seen':
      return between(seenByAll(people), daysOf(condition.test, scope.now))
    case 'segment':
      return (places) => new Uint8Array(places.length)
    default:
      return saidMeets(condition, people, scope)
  }
}

/** Everybody's values count. */
const everybody = null
/** A 1 for whoever's values count; everybody: no look is needed. */
type Counted = Uint8Array | typeof everybody

/** The verdict on what people's codes point to, of whoever counts. */
const pointing =
  (codes: ArrayLike<number>, verdicts: Uint8Array, counted: Counted): Meets =>
  (places) => {
    const held = new Uint8Array(places.length)
    if (counted === everybody)
      for (let at = 0; at < held.length; at++) held[at] = verdicts[codes[places[at] as number] as number] as number
    else
      for (let at = 0; at < held.length; at++) {
        const place = places[at] as number
        held[at] = (verdicts[codes[place] as number] as number) & (counted[place] as number)
      }
    return held
  }

type Said = Exclude<SegmentCondition, { field: 'event' | 'tickets' | 'nps' | 'seen' | 'segment' }>

/** What people or their accounts are said to be, as far as it counts. */
function saidMeets(condition: Said, people: PackedPeople, scope: Scope): Meets {
  const { accounts } = people
  const { now } = scope
  const counted: Counted = scope.unverifiedValues === 'use' ? everybody : people.trusted
  const ofAccount = (verdicts: Uint8Array) => pointing(people.account, verdicts, counted)
  switch (condition.field) {
    case 'plan': {
      const plan = accounts.plan()
      return ofAccount(spread(plan.codes, textVerdicts(condition.test, plan)))
    }
    case 'locale': {
      const locale = people.locale()
      return pointing(locale.codes, textVerdicts(condition.test, locale), counted)
    }
    case 'spend':
      return ofAccount(numbersBetween(accounts.spend, boundsOf(condition.test), accounts.rows))
    case 'seats':
      return ofAccount(numbersBetween(accounts.seats, boundsOf(condition.test), accounts.rows))
    case 'tenure': {
      const { from, to } = boundsOf(condition.test)
      const days = { from: now.getTime() - (to + 1) * dayMs + 1, to: now.getTime() - Math.max(from, 0) * dayMs }
      return sinceBetween(people, days, counted)
    }
    case 'country':
      return traitMeets({ ...condition, field: 'trait', name: 'country' }, people, now, counted)
    case 'trait':
      return traitMeets(condition, people, now, counted)
    default:
      // When they were created: what is said of nobody, such as when they were seen, does not come here.
      return sinceBetween(people, daysOf(condition.test, now), counted)
  }
}

/** A person's own trait hides the account's of the same name. */
function traitMeets({ of, name, test }: TraitCondition, people: PackedPeople, now: Date, counted: Counted): Meets {
  const { accounts, account, rows } = people
  const own = of === 'account' ? null : people.traits.column(name, rows)
  const theirs = of === 'person' ? null : accounts.traits.column(name, accounts.rows)
  const verdicts = (column: Column) => verdictsOf(column, (value) => meetsTrait(test, value ?? undefined, now))
  const ofAccount = theirs && pointing(account, spread(theirs.codes, verdicts(theirs)), counted)
  if (!own) return ofAccount ?? ((places) => new Uint8Array(places.length))
  const ofPerson = pointing(own.codes, verdicts(own), counted)
  if (!ofAccount) return ofPerson
  const isMissing = pointing(
    own.codes,
    verdictsOf(own, (value) => value === null),
    everybody,
  )
  return (places) => {
    const held = ofPerson(places)
    const instead = keepBoth(isMissing(places), ofAccount(places))
    for (let at = 0; at < held.length; at++) held[at] = (held[at] as number) | (instead[at] as number)
    return held
  }
}

const textVerdicts = (test: TextTest, column: Column) =>
  verdictsOf(column, (value) => meetsText(test, value as string | null))

type Bounds = { from: number; to: number }

const boundsOf = (test: NumberTest): Bounds => {
  const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = test.op === 'between' ? test : {}
  return { from, to }
}

const soOften = ({
  from = 0,
  to = Number.POSITIVE_INFINITY,
}: {
  from?: number | undefined
  to?: number | undefined
}) => ({
  from,
  to,
})

/** Moments are whole milliseconds. */
const daysOf = (test: DateTest, now: Date): Bounds => {
  const { from, before } = momentsOf(test, now)
  return {
    from: from?.getTime() ?? Number.NEGATIVE_INFINITY,
    to: before ? before.getTime() - 1 : Number.POSITIVE_INFINITY,
  }
}

/** What is not known lies between no bounds. */
function numbersBetween(values: Float64Array, { from, to }: Bounds, rows: number): Uint8Array {
  const held = new Uint8Array(rows)
  for (let row = 0; row < rows; row++) {
    const value = values[row] as number
    held[row] = value >= from && value <= to ? 1 : 0
  }
  return held
}

const between =
  (values: Float64Array | Uint32Array | Uint8Array, { from, to }: Bounds): Meets =>
  (places) => {
    const held = new Uint8Array(places.length)
    for (let at = 0; at < held.length; at++) {
      const value = values[places[at] as number] as number
      held[at] = value >= from && value <= to ? 1 : 0
    }
    return held
  }

/** By the date of the account, or one's own: which of them it is stands in the verdict on the account. */
function sinceBetween({ account, accounts, since }: PackedPeople, { from, to }: Bounds, counted: Counted): Meets {
  const isBetween = (moment: number) => (moment >= from && moment <= to ? 1 : 0)
  const undated = 2
  const ofAccount = new Uint8Array(accounts.rows)
  for (let place = 0; place < ofAccount.length; place++) {
    const moment = accounts.since[place] as number
    ofAccount[place] = Number.isNaN(moment) ? undated : isBetween(moment)
  }
  return (places) => {
    const held = new Uint8Array(places.length)
    for (let at = 0; at < held.length; at++) {
      const place = places[at] as number
      const verdict = ofAccount[account[place] as number] as number
      const own = verdict === undated ? isBetween(since[place] as number) : verdict
      held[at] = counted === everybody ? own : own & (counted[place] as number)
    }
    return held
  }
}

/** Since when somebody is a customer: their account, else they themselves. */
export function sinceOf({ account, accounts, since }: PackedPeople): (place: number) => number {
  const theirs = accounts.since
  return (place) => {
    const ofAccount = theirs[account[place] as number] as number
    return Number.isNaN(ofAccount) ? (since[place] as number) : ofAccount
  }
}

/** When each was here last, also in a browser that only claims to be theirs. */
function seenByAll({ seen, claims, rows }: PackedPeople): Float64Array {
  if (claims.size === 0) return seen
  const latest = seen.slice(0, rows)
  for (const [claim, known] of claims) {
    const at = seen[claim] as number
    const before = latest[known] as number
    if (at > before || Number.isNaN(before)) latest[known] = at
  }
  return latest
}
