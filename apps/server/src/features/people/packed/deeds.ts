import type { Segment, SegmentCondition } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { conditionsOf } from '@heed/segments'
import { sql } from 'drizzle-orm'
import { eachHashIn } from '../../results/frames/people-sets.ts'
import { isSuchEvent, isSuchTicket, peopleWithScore } from '../../segments/behaviour-sql.ts'
import type { Scope } from '../../segments/scope.ts'
import type { DeedMemory } from './deed-memory.ts'
import { anyValue, lastScoreBetween, type Span, timesBetween } from './deeds-meet.ts'
import { isOfDeeds, type OfDeeds, ticketStates } from './deeds-to-pack.queries.ts'
import type { Meets } from './meets.ts'
import type { PackedDeeds } from './packed-deeds.ts'
import type { PackedPeople } from './packed-people.ts'
import { between } from './value-meets.ts'

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
  const doers = deeds.get(condition)
  if (!doers) throw new Error('who did it was not read')
  const { from = 0, to = Number.POSITIVE_INFINITY } = condition.field === 'nps' ? condition.score : condition.times
  if (!('done' in doers)) {
    const times = timesInText(doers, people)
    // Whoever was found gave such a score last.
    return between(times, condition.field === 'nps' ? { from: 1, to: 1 } : { from, to })
  }
  const { rows, claims } = people
  const chains = doers.done.chains(rows)
  switch (condition.field) {
    case 'event':
      return timesBetween(chains, doers.span, anyValue, { from, to }, claims)
    case 'tickets': {
      const state = condition.state ? ticketStates.indexOf(condition.state) : anyValue
      return timesBetween(chains, doers.span, state, { from, to }, claims)
    }
    case 'nps':
      return lastScoreBetween(chains, doers.span, { from, to }, claims)
  }
}

/** What is claimed counts for whom it is claimed to be. */
function timesInText(doers: DoersAsText, people: PackedPeople): Uint32Array {
  const times = new Uint32Array(people.rows)
  const count = (ids: string, placeFor: (place: number) => number) => {
    eachHashIn(ids, (hash) => {
      const found = people.placeOfHash(hash)
      if (found < 0) return
      const place = placeFor(found)
      times[place] = (times[place] as number) + 1
    })
  }
  count(doers.sure, (place) => place)
  count(doers.claimed, (place) => people.claims.knownOf(place) ?? place)
  return times
}
