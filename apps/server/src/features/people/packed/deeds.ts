import type { Segment, SegmentCondition } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { conditionsOf } from '@heed/segments'
import { sql } from 'drizzle-orm'
import { eachHashIn } from '../../results/frames/people-sets.ts'
import { isSuchEvent, isSuchTicket, peopleWithScore } from '../../segments/behaviour-sql.ts'
import type { Scope } from '../../segments/scope.ts'
import type { PackedPeople } from './packed-people.ts'

/**
 * What people did is not in memory. It is read as the ids of those who did a thing, once each time they did, in one text:
 * to fetch as many rows, or to count them there, takes several times as long.
 */
export type Deeds = Map<SegmentCondition, Doers>
/** `claimed`: ids of people in whose name somebody may have spoken who only claims to be them. */
type Doers = { sure: string; claimed: string }

/** Reads who did what a segment asks for. */
export async function readDeeds(handle: Handle, scope: Scope, segment: Segment): Promise<Deeds> {
  const deeds: Deeds = new Map()
  for (const condition of conditionsOf(segment)) {
    if (deeds.has(condition)) continue
    const doers = await readDoers(handle, scope, condition)
    if (doers) deeds.set(condition, doers)
  }
  return deeds
}

async function readDoers(handle: Handle, scope: Scope, condition: SegmentCondition): Promise<Doers | null> {
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

/**
 * Who is among the doers so often: a 1 at the place of each. What is claimed counts for whom it is claimed to be; whoever
 * is not among them at all did it no time.
 */
export function heldByDeeds(
  { sure, claimed }: Doers,
  people: PackedPeople,
  { from, to }: { from: number; to: number },
): Uint8Array {
  const times = new Uint32Array(people.rows)
  const doers: number[] = []
  const count = (ids: string, placeFor: (place: number) => number) => {
    eachHashIn(ids, (hash) => {
      const found = people.placeOfHash(hash)
      if (found < 0) return
      const place = placeFor(found)
      if (times[place] === 0) doers.push(place)
      times[place] = (times[place] as number) + 1
    })
  }
  count(sure, (place) => place)
  count(claimed, (place) => people.claims.get(place) ?? place)
  const held = new Uint8Array(people.rows)
  if (from <= 0 && to >= 0) held.fill(1)
  for (const place of doers) {
    const often = times[place] as number
    held[place] = often >= from && often <= to ? 1 : 0
  }
  return held
}
