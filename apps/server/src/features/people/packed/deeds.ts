import type { Segment, SegmentCondition, SegmentNode } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { conditionsOf } from '@heed/segments'
import { sql } from 'drizzle-orm'
import { hashesIn } from '../../results/frames/id-hash.ts'
import { isSuchEvent, isSuchTicket, peopleWithScore } from '../../segments/behaviour-sql.ts'
import type { Scope } from '../../segments/scope.ts'
import { doersOf, lastScoreBetween, type Span, timesBetween, valueOfScore } from './deed-chains.ts'
import type { DeedMemory } from './deed-memory.ts'
import { isOfDeeds, type OfDeeds, ticketStates } from './deeds-to-pack.queries.ts'
import type { Meets } from './meets.ts'
import type { PackedDeeds } from './packed-deeds.ts'
import type { PackedPeople } from './packed-people.ts'
import { type Bounds, between } from './value-meets.ts'

const dayMs = 86_400_000

/** Who did what a segment asks for, once each time they did. */
export type Deeds = Map<SegmentCondition, Doers>
type Doers = { done: PackedDeeds; span: Span } | DoersAsText
/**
 * Ids in one text: to fetch as many rows, or to count them there, takes several times as long. `claimed`: of people in
 * whose name somebody may have spoken who only claims to be them.
 */
type DoersAsText = { sure: string; claimed: string }

/** Finds who did what a segment asks for: in memory where it is kept there, else in the store. */
export async function readDeeds(handle: Handle, scope: Scope, segment: Segment, { kept }: DeedMemory): Promise<Deeds> {
  const deeds: Deeds = new Map()
  for (const condition of conditionsOf(segment)) {
    if (!isOfDeeds(condition) || deeds.has(condition)) continue
    const done = await kept(condition)
    deeds.set(condition, done ? { done, span: spanOf(condition, scope) } : await readDoers(handle, scope, condition))
  }
  return deeds
}

/** As `isWithin` has it in SQL. */
const spanOf = ({ withinDays }: OfDeeds, { now }: Scope): Span => ({
  after: withinDays === undefined ? Number.NEGATIVE_INFINITY : now.getTime() - withinDays * dayMs,
  upTo: now.getTime(),
})

async function readDoers(handle: Handle, scope: Scope, condition: OfDeeds): Promise<DoersAsText> {
  const { db, dialect, tables } = handle
  const { events, tickets } = tables
  switch (condition.field) {
    case 'event': {
      const [row] = await db
        .select({ ids: dialect.inOneText(events.personId) })
        .from(events)
        .where(isSuchEvent(condition, handle, scope))
      return { sure: row?.ids ?? '', claimed: '' }
    }
    case 'tickets': {
      const rows = await db
        .select({ trust: tickets.trust, ids: dialect.inOneText(tickets.personId) })
        .from(tickets)
        .where(isSuchTicket(condition, handle, scope))
        .groupBy(tickets.trust)
      const of = (trust: string) => rows.find((row) => row.trust === trust)?.ids ?? ''
      return { sure: of('verified'), claimed: of('unverified') }
    }
    case 'nps': {
      const found = peopleWithScore(condition, handle, scope).as('with_score')
      const [row] = await db.select({ ids: dialect.inOneText(sql`${found.personId}`) }).from(found)
      return { sure: row?.ids ?? '', claimed: '' }
    }
  }
}

/** Whoever did so often what a condition asks for, or gave such a score last. */
export function deedsMeet(condition: OfDeeds, deeds: Deeds, people: PackedPeople): Meets {
  const doers = doersIn(deeds, condition)
  const often = numbersOf(condition)
  if (!('done' in doers)) {
    // Whoever was found gave such a score last.
    return between(timesInText(doers, people), condition.field === 'nps' ? { from: 1, to: 1 } : often)
  }
  const { rows, claims } = people
  const { done, span } = doers
  const values = valuesOf(condition)
  // Not once for all: what comes while a list is read may make the arrays of the chains longer.
  return condition.field === 'nps'
    ? (places) => lastScoreBetween(places, done.chains(rows), span, often, claims)
    : (places) => timesBetween(places, done.chains(rows), span, values, often, claims)
}

/** Whom alone conditions hold that are all to be met, where one of them asks for what few did; null: anybody. */
export function doersAmong(nodes: readonly SegmentNode[], deeds: Deeds, people: PackedPeople): Int32Array | null {
  const { rows, claims } = people
  const kinds = nodes.flatMap((node) => {
    if (!('field' in node) || !isOfDeeds(node) || (node.field !== 'nps' && numbersOf(node).from < 1)) return []
    const doers = doersIn(deeds, node)
    return 'done' in doers ? { chains: doers.done.chains(rows), span: doers.span, values: valuesOf(node) } : []
  })
  const [fewest] = kinds.sort((a, b) => a.chains.count - b.chains.count)
  // All in a row are looked at sooner than half as many here and there.
  if (!fewest || fewest.chains.count > rows / 2) return null
  return doersOf(fewest.chains, fewest.span, fewest.values, claims, rows)
}

const doersIn = (deeds: Deeds, condition: OfDeeds): Doers => {
  const doers = deeds.get(condition)
  if (!doers) throw new Error('who did it was not read')
  return doers
}

const numbersOf = (condition: OfDeeds): Bounds => {
  const { from = 0, to = Number.POSITIVE_INFINITY } = condition.field === 'nps' ? condition.score : condition.times
  return { from, to }
}

/** What a deed says that is meant. */
function valuesOf(condition: OfDeeds): Bounds {
  if (condition.field === 'nps') {
    const { from, to } = numbersOf(condition)
    return { from: Math.max(valueOfScore(from), valueOfScore(0)), to: valueOfScore(to) }
  }
  if (condition.field === 'event' || !condition.state) return { from: 0, to: Number.POSITIVE_INFINITY }
  const state = ticketStates.indexOf(condition.state)
  return { from: state, to: state }
}

/** What is claimed counts for whom it is claimed to be. */
function timesInText(doers: DoersAsText, people: PackedPeople): Uint32Array {
  const times = new Uint32Array(people.rows)
  const count = (ids: string, placeFor: (place: number) => number) => {
    for (const found of people.placesOfHashes(hashesIn(ids))) {
      if (found < 0) continue
      const place = placeFor(found)
      times[place] = (times[place] as number) + 1
    }
  }
  count(doers.sure, (place) => place)
  count(doers.claimed, (place) => people.claims.knownOf(place) ?? place)
  return times
}
