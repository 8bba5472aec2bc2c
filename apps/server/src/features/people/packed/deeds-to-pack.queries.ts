import type { SegmentCondition } from '@heed/contracts'
import { type Handle, prepared } from '@heed/db'
import { and, asc, type Column, count, eq, gt, gte, inArray, isNotNull, lte, max, type SQL, sql } from 'drizzle-orm'
import { surveysOfKind } from '../../surveys/surveys.queries.ts'
import { noScore } from './deed-chains.ts'

/** What is read and kept together: what was done by one name, tickets that were filed, NPS scores that were given. */
export type DeedKind = { field: 'event'; name: string } | { field: 'tickets' } | { field: 'nps' }

/** A condition on what people did; it is its own kind. */
export type OfDeeds = Extract<SegmentCondition, { field: DeedKind['field'] }>
export const isOfDeeds = (condition: SegmentCondition): condition is OfDeeds =>
  condition.field === 'event' || condition.field === 'tickets' || condition.field === 'nps'

/** Deeds in texts with a space between, in the same order: `says` is what `saying` made of value and trust. */
export type DeedTexts = { ids: string; people: string; moments: string; says: string }

/** Where the first reading of all stands. */
type Reached = Date | string

/** What a ticket says, as a value. */
export const ticketStates = ['closed', 'open'] as const

/** Value and trust in one number, as `valueSaid` and `isClaimed` read it. */
const saying = (value: SQL, trust: Column): SQL =>
  sql`2 * (${value}) + case when ${trust} = 'verified' then 0 else 1 end`

/** The table of a kind, which of its rows are meant, when each was done, what it says, and by what all are read. */
const sourceOf = (handle: Handle, workspaceId: string, kind: DeedKind) => {
  const { events, tickets, responses } = handle.tables
  switch (kind.field) {
    case 'event':
      return {
        table: events,
        isMeant: and(eq(events.kind, 'track'), eq(events.name, kind.name)),
        at: events.at,
        says: sql`0`,
        order: events.at,
      }
    case 'tickets':
      return {
        table: tickets,
        isMeant: undefined,
        at: tickets.createdAt,
        says: saying(sql`case when ${tickets.state} = 'open' then 1 else 0 end`, tickets.trust),
        order: tickets.id,
      }
    case 'nps':
      return {
        table: responses,
        isMeant: inArray(responses.surveyId, surveysOfKind(handle, workspaceId, 'nps')),
        at: responses.createdAt,
        says: saying(sql`coalesce(${responses.score} + 1, ${sql.raw(String(noScore))})`, responses.trust),
        order: responses.id,
      }
  }
}

/** All kinds lie in tables that have these columns. */
type Source = Omit<ReturnType<typeof sourceOf>, 'table'> & { table: Handle['tables']['events'] }

/** One statement for each. */
const byField = <T>(build: (field: DeedKind['field']) => T): Record<DeedKind['field'], T> => ({
  event: build('event'),
  tickets: build('tickets'),
  nps: build('nps'),
})

const listSettled = byField((field) =>
  prepared((handle, { workspaceId }: { workspaceId: string }) => {
    const { db, dialect } = handle
    const { table } = sourceOf(handle, workspaceId, { field, name: '' }) as Source
    const highest = db
      .select({ mark: max(table.changeMark) })
      .from(table)
      .where(and(eq(table.workspaceId, workspaceId), isNotNull(table.changeMark)))
    return db
      .select({ mark: dialect.settledMark(sql`coalesce((${highest}), 0)`).mapWith(Number) })
      .from(sql`(select 1) as one`)
  }),
)

/** From which mark on changes must be read to know all that is not seen yet. */
export const findSettledDeeds = async (handle: Handle, workspaceId: string, kind: DeedKind): Promise<number> =>
  (await listSettled[kind.field](handle, { workspaceId }))[0]?.mark ?? 0

/** Deeds that come next after a place in the order of reading, at least so many if there are. @returns also where to go on */
export const readDeedsAfter = async (
  handle: Handle,
  workspaceId: string,
  kind: DeedKind,
  after: Reached | null,
  atLeast: number,
): Promise<{ texts: DeedTexts; last: Reached | null }> => {
  const { table, isMeant, order, at, says } = sourceOf(handle, workspaceId, kind) as Source
  const ahead = and(eq(table.workspaceId, workspaceId), isMeant, after === null ? undefined : gt(order, after))
  const [end] = await handle.db
    .select({ reached: order })
    .from(table)
    .where(ahead)
    .orderBy(asc(order))
    .limit(1)
    .offset(atLeast - 1)
  const last = end?.reached ?? null
  const [row] = await handle.db
    .select(textsOf(handle, { id: table.id, personId: table.personId, ms: handle.dialect.milliseconds(at), says }))
    .from(table)
    .where(and(ahead, last === null ? undefined : lte(order, last)))
  return { texts: writtenOut(row), last }
}

/** `name` is that of an event. */
type Changed = { workspaceId: string; name: string; from: number; limit: number }

const listChanged = byField((field) =>
  prepared((handle, { workspaceId, name, from, limit }: Changed) => {
    const { db, dialect } = handle
    const { table, isMeant = sql`1 = 1`, at, says } = sourceOf(handle, workspaceId, { field, name }) as Source
    const changed = db
      .select({
        id: sql`case when ${isMeant} then ${table.id} end`.as('meant_id'),
        personId: sql`case when ${isMeant} then ${table.personId} end`.as('meant_person_id'),
        ms: sql`case when ${isMeant} then ${dialect.milliseconds(at)} end`.as('meant_ms'),
        says: sql`case when ${isMeant} then ${says} end`.as('meant_says'),
      })
      .from(table)
      .where(
        and(eq(table.workspaceId, workspaceId), gte(table.changeMark, from), dialect.isMarkOfPast(table.changeMark)),
      )
      .limit(limit)
      .as('changed')
    const { id, personId, ms } = changed
    return db
      .select({
        rows: count(),
        ...textsOf(handle, { id: sql`${id}`, personId: sql`${personId}`, ms: sql`${ms}`, says: sql`${changed.says}` }),
      })
      .from(changed)
  }),
)

/** Deeds that changed since a mark, whatever was done to them. @returns null where more rows of the table did than `most` */
export const readChangedDeeds = async (
  handle: Handle,
  workspaceId: string,
  kind: DeedKind,
  from: number,
  most: number,
): Promise<DeedTexts | null> => {
  const name = kind.field === 'event' ? kind.name : ''
  const [row] = await listChanged[kind.field](handle, { workspaceId, name, from, limit: most + 1 })
  return row && row.rows > most ? null : writtenOut(row)
}

type Fields = Record<'id' | 'personId', SQL | Column> & Record<'ms' | 'says', SQL>

const textsOf = ({ dialect }: Handle, { id, personId, ms, says }: Fields) => ({
  ids: dialect.inOneText(id),
  people: dialect.inOneText(personId),
  moments: dialect.inOneText(sql`cast(${ms} as text)`),
  says: dialect.inOneText(sql`cast(${says} as text)`),
})

/** Of no rows there is no text. */
const writtenOut = (row: { [K in keyof DeedTexts]: string | null } | undefined): DeedTexts => ({
  ids: row?.ids ?? '',
  people: row?.people ?? '',
  moments: row?.moments ?? '',
  says: row?.says ?? '',
})
