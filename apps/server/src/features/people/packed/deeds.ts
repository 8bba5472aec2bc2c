import type { Segment, SegmentCondition } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { conditionsOf } from '@heed/segments'
import { sql } from 'drizzle-orm'
import { eachHashIn } from '../../results/frames/people-sets.ts'
import { isSuchEvent, isSuchTicket, peopleWithScore } from '../../segments/behaviour-sql.ts'
import type { Scope } from '../../segments/scope.ts'
import type { EventMemory } from './event-memory.ts'
import type { PackedEvents, Span } from './packed-events.ts'
import type { PackedPeople } from './packed-people.ts'

const dayMs = 86_400_000

/** Who did what a segment asks for, once each time they did. */
export type Deeds = Map<SegmentCondition, Doers>
type Doers = { done: PackedEvents; span: Span } | DoersAsText
/**
 * Ids in one text: to fetch as many rows, or to count them there, takes several times as long. `claimed`: of people in
 * whose name somebody may have spoken who only claims to be them.
 */
type DoersAsText = { sure: string; claimed: string }

/** Finds who did what a segment asks for: events in memory where they are kept there, all else in the store. */
export async function readDeeds(handle: Handle, scope: Scope, segment: Segment, { kept }: EventMemory): Promise<Deeds> {
  const deeds: Deeds = new Map()
  for (const condition of conditionsOf(segment)) {
    if (deeds.has(condition)) continue
    const done = condition.field === 'event' ? await kept(condition.name) : null
    const doers = done ? { done, span: spanOf(condition, scope) } : await readDoers(handle, scope, condition)
    if (doers) deeds.set(condition, doers)
  }
  return deeds
}

/** As `isWithin` has it in SQL. */
const spanOf = (condition: SegmentCondition, { now }: Scope): Span => {
  const days = condition.field === 'event' ? condition.withinDays : undefined
  return { after: days === undefined ? Number.NEGATIVE_INFINITY : now.getTime() - days * dayMs, upTo: now.getTime() }
}

async function readDoers(handle: Handle, scope: Scope, condition: SegmentCondition): Promise<DoersAsText | null> {
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
    default:
      return null
  }
}

/** How often each did it, by place. What is claimed counts for whom it is claimed to be. */
export function timesOf(doers: Doers, people: PackedPeople): Uint32Array {
  if ('done' in doers) return doers.done.times(people.rows, doers.span)
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
  count(doers.claimed, (place) => people.claims.get(place) ?? place)
  return times
}
