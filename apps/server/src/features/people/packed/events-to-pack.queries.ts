import type { Handle } from '@heed/db'
import { and, asc, desc, eq, gt, inArray, lte, type SQL, sql } from 'drizzle-orm'

/** What was done by one name in a workspace. */
export type Named = { workspaceId: string; name: string }

/** Events as three texts with a space between: ids of people, moments in milliseconds, and arrivals, in the same order. */
export type EventTexts = { people: string; moments: string; arrivals: string }

/** The event that arrived last, of any workspace; nought and no id where there is none. */
export type Arrival = { number: number; id: string }

export const findLastArrival = async (handle: Handle): Promise<Arrival> => {
  const { events } = handle.tables
  const number = arrivalOf(handle)
  const [row] = await handle.db.select({ number, id: events.id }).from(events).orderBy(desc(number)).limit(1)
  return row ?? { number: 0, id: '' }
}

/** Whether an event still has its number. If it had the last one and was erased, another event may have that now. */
export const isStillThere = async (handle: Handle, { number, id }: Arrival): Promise<boolean> => {
  if (number === 0) return true
  const { events } = handle.tables
  const [row] = await handle.db
    .select({ id: events.id })
    .from(events)
    .where(eq(arrivalOf(handle), number))
  return row?.id === id
}

/** Events of a name that come next after a moment, at least so many if there are; all of a moment, or none. */
export const readEventsAfter = async (
  handle: Handle,
  named: Named,
  after: Date | null,
  { upTo, count }: { upTo: number; count: number },
): Promise<{ texts: EventTexts; last: Date | null }> => {
  const { db, tables } = handle
  const { events } = tables
  const ofName = and(
    eq(events.workspaceId, named.workspaceId),
    eq(events.kind, 'track'),
    eq(events.name, named.name),
    after ? gt(events.at, after) : undefined,
  )
  const [end] = await db
    .select({ at: events.at })
    .from(events)
    .where(ofName)
    .orderBy(asc(events.at))
    .limit(1)
    .offset(count - 1)
  const last = end?.at ?? null
  const where = and(ofName, last ? lte(events.at, last) : undefined, lte(arrivalOf(handle), upTo))
  return { texts: await readTexts(handle, where), last }
}

/** Events of a name that arrived after one number, up to another. */
export const readArrivedEvents = (
  handle: Handle,
  { workspaceId, name }: Named,
  { after, upTo }: { after: number; upTo: number },
): Promise<EventTexts> => {
  const { dialect, tables } = handle
  const { events } = tables
  const arrival = arrivalOf(handle)
  return readTexts(
    handle,
    and(
      gt(arrival, after),
      lte(arrival, upTo),
      eq(sql`${dialect.unindexed(events.workspaceId)}`, workspaceId),
      eq(sql`${dialect.unindexed(events.kind)}`, 'track'),
      eq(sql`${dialect.unindexed(events.name)}`, name),
    ),
  )
}

/** Whose events are by now that arrived with these numbers. */
export const listDoers = async (
  handle: Handle,
  arrivals: number[],
): Promise<{ arrival: number; personId: string }[]> => {
  const { db, tables } = handle
  const arrival = arrivalOf(handle)
  return db.select({ arrival, personId: tables.events.personId }).from(tables.events).where(inArray(arrival, arrivals))
}

const arrivalOf = ({ dialect, tables }: Handle): SQL<number> => {
  const arrival = dialect.arrival(tables.events)
  if (!arrival) throw new Error('this store does not number what arrives')
  return arrival
}

const readTexts = async (handle: Handle, where: SQL | undefined): Promise<EventTexts> => {
  const { db, dialect, tables } = handle
  const { events } = tables
  const [row] = await db
    .select({
      people: dialect.inOneText(events.personId),
      moments: dialect.inOneText(sql`${events.at}`),
      arrivals: dialect.inOneText(arrivalOf(handle)),
    })
    .from(events)
    .where(where)
  return { people: row?.people ?? '', moments: row?.moments ?? '', arrivals: row?.arrivals ?? '' }
}
