import type { DateTest, Segment, SegmentCondition, SegmentNode } from '@heed/contracts'
import { conditionsOf, meetsTrait } from '@heed/segments'
import { verdictsOf } from '../../results/frames/loaded-frame.ts'
import type { Column } from '../../results/frames/packed-column.ts'
import { keepBoth, rowsOfAll, spread } from '../../segments/held-rows.ts'
import type { Scope } from '../../segments/scope.ts'
import { isOfAccount } from '../../segments/segment-sql.ts'
import { momentsOf } from '../../segments/test-sql.ts'
import { accountVerdicts, boundsOf, textVerdicts } from './account-verdicts.ts'
import { type Deeds, deedsMeet, doersAmong } from './deeds.ts'
import { isOfDeeds } from './deeds-to-pack.queries.ts'
import { type Holding, type Meets, narrowingBy } from './meets.ts'
import type { PackedPeople } from './packed-people.ts'
import { type Bounds, type Counted, everybody, keepCounted, pointing, verdictsAt } from './value-meets.ts'

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
 * What is read in a row is asked first, and what people did, which lies about in memory, of those who are left.
 */
export function meetsSegment(people: PackedPeople, { all }: Segment, deeds: Deeds, scope: Scope): Holding {
  const ofAccounts = all.filter((node) => conditionsOf({ all: [node] }).every(isOfAccount))
  const ofDeeds = all.filter((node) => conditionsOf({ all: [node] }).some(isOfDeeds))
  const ofColumns = all.filter((node) => !ofAccounts.includes(node) && !ofDeeds.includes(node))
  const meets = [...ofColumns, ...ofDeeds].map((node) => meetsNode(people, node, deeds, scope))
  return {
    narrow: narrowingBy(ofAccounts.length > 0 ? [...accountsMeet(people, ofAccounts, scope), ...meets] : meets),
    among: () => doersAmong(all, deeds, people),
  }
}

/** Nodes that accounts alone decide are asked once of each account, and not of each of its people. */
function accountsMeet({ account, accounts, trusted }: PackedPeople, nodes: SegmentNode[], scope: Scope): Meets[] {
  const verdicts = rowsOfAll(nodes, accounts.rows, (condition, among) => {
    const meets = accountVerdicts(accounts, condition, scope)
    return among ? keepBoth(among, meets) : meets
  })
  const ofAccount = pointing(account, verdicts, everybody)
  if (scope.unverifiedValues === 'use') return [ofAccount]
  // Of whoever's values do not count, no condition is met.
  const [whenNoneIsMet] = rowsOfAll(nodes, 1, () => new Uint8Array(1))
  if (!whenNoneIsMet) return [ofAccount, (places) => valuesAt(places, trusted)]
  return [
    (places) => {
      const held = ofAccount(places)
      holdUncounted(held, places, trusted)
      return held
    },
  ]
}

function valuesAt(places: Int32Array, values: Uint8Array): Uint8Array {
  const found = new Uint8Array(places.length)
  for (let at = 0; at < found.length; at++) found[at] = values[places[at] as number] as number
  return found
}

/** Whoever does not count is held. */
function holdUncounted(held: Uint8Array, places: Int32Array, counted: Uint8Array) {
  for (let at = 0; at < held.length; at++)
    held[at] = (held[at] as number) | (1 - (counted[places[at] as number] as number))
}

function meetsNode(people: PackedPeople, node: SegmentNode, deeds: Deeds, scope: Scope): Meets {
  const tests = new Map<SegmentCondition, Meets>()
  for (const condition of conditionsOf({ all: [node] }))
    tests.set(condition, meetsCondition(people, condition, deeds, scope))
  return (places) =>
    rowsOfAll([node], places.length, (condition, among) => {
      const meets = tests.get(condition)
      if (!meets) throw new Error('a condition was not prepared')
      return among ? keepBoth(among, meets(places)) : meets(places)
    })
}

function meetsCondition(people: PackedPeople, condition: SegmentCondition, deeds: Deeds, scope: Scope): Meets {
  switch (condition.field) {
    case 'event':
    case 'tickets':
    case 'nps':
      return deedsMeet(condition, deeds, people)
    case 'seen':
      return seenBetween(people, daysOf(condition.test, scope.now))
    case 'segment':
      return (places) => new Uint8Array(places.length)
    default:
      return saidMeets(condition, people, scope)
  }
}

type Said = Exclude<SegmentCondition, { field: 'event' | 'tickets' | 'nps' | 'seen' | 'segment' }>

/** What people or their accounts are said to be, as far as it counts. */
function saidMeets(condition: Said, people: PackedPeople, scope: Scope): Meets {
  const { account, accounts } = people
  const { now } = scope
  const counted: Counted = scope.unverifiedValues === 'use' ? everybody : people.trusted
  switch (condition.field) {
    case 'plan':
    case 'spend':
    case 'seats':
      return pointing(account, accountVerdicts(accounts, condition, scope), counted)
    case 'locale': {
      const locale = people.locale()
      return pointing(locale.codes, textVerdicts(condition.test, locale), counted)
    }
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

/** Moments are whole milliseconds. */
const daysOf = (test: DateTest, now: Date): Bounds => {
  const { from, before } = momentsOf(test, now)
  return {
    from: from?.getTime() ?? Number.NEGATIVE_INFINITY,
    to: before ? before.getTime() - 1 : Number.POSITIVE_INFINITY,
  }
}

/** By the date of the account, or one's own: which of them it is stands in the verdict on the account. */
function sinceBetween({ account, accounts, since }: PackedPeople, { from, to }: Bounds, counted: Counted): Meets {
  const isBetween = (moment: number) => (moment >= from && moment <= to ? 1 : 0)
  const ofAccount = new Uint8Array(accounts.rows)
  for (let place = 0; place < ofAccount.length; place++) {
    const moment = accounts.since[place] as number
    ofAccount[place] = Number.isNaN(moment) ? undated : isBetween(moment)
  }
  return (places) => {
    const held = verdictsAt(places, account, ofAccount)
    judgeUndated(held, places, since, { from, to })
    if (counted !== everybody) keepCounted(held, places, counted)
    return held
  }
}

/** The verdict on an account without a date: each of its people goes by their own. */
const undated = 2

function judgeUndated(held: Uint8Array, places: Int32Array, since: Float64Array, { from, to }: Bounds) {
  for (let at = 0; at < held.length; at++) {
    if (held[at] !== undated) continue
    const own = since[places[at] as number] as number
    held[at] = own >= from && own <= to ? 1 : 0
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
const seenBetween =
  (people: PackedPeople, bounds: Bounds): Meets =>
  (places) =>
    seenBetweenAt(places, people, bounds)

function seenBetweenAt(places: Int32Array, { seen, claims }: PackedPeople, { from, to }: Bounds): Uint8Array {
  const held = new Uint8Array(places.length)
  const claimed = claims.isClaimed
  for (let at = 0; at < held.length; at++) {
    const place = places[at] as number
    let latest = seen[place] as number
    if (claimed[place] === 1)
      for (const claim of claims.of(place)) {
        const here = seen[claim] as number
        if (here > latest || Number.isNaN(latest)) latest = here
      }
    held[at] = latest >= from && latest <= to ? 1 : 0
  }
  return held
}
