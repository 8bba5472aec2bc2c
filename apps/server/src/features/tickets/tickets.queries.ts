import type { TicketQuery } from '@heed/contracts'
import { type Handle, prepared } from '@heed/db'
import {
  and,
  asc,
  count,
  desc,
  eq,
  getTableColumns,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  ne,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
import { parseCursor } from '../../http/cursor.ts'
import type { Visitor } from '../people/record-person.ts'
import { daysBefore } from '../responses/responses.queries.ts'
import type { Filter, Scope } from '../segments/scope.ts'
import { countedValue, snapshotIn } from '../segments/segment-sql.ts'

/** @property targetMs within which a first reply should come */
export type TicketScope = Scope & { targetMs: number }

export type TicketRow = Omit<Handle['tables']['tickets']['$inferSelect'], 'changeMark'>

type Key = Pick<TicketRow, 'workspaceId' | 'id'>

const theTicket = ({ tables: { tickets } }: Handle, workspaceId: string, ticketId: string) =>
  and(eq(tickets.workspaceId, workspaceId), eq(tickets.id, ticketId))

export const insertTicket = prepared(({ db, tables }, row: TicketRow) => db.insert(tables.tickets).values(row))

const listById = prepared((handle, { workspaceId, id }: Key) =>
  handle.db
    .select()
    .from(handle.tables.tickets)
    .where(theTicket(handle, workspaceId, id)),
)

export const findTicket = async (handle: Handle, workspaceId: string, ticketId: string) =>
  (await listById(handle, { workspaceId, id: ticketId }))[0]

/** The person wrote: the ticket is open and waits for a member. */
export const markPersonMessage = async (handle: Handle, ticket: TicketRow, at: Date) => {
  const lastMessageAt = at > ticket.lastMessageAt ? at : ticket.lastMessageAt
  await handle.db
    .update(handle.tables.tickets)
    .set({ state: 'open', closedAt: null, awaitingReply: true, lastMessageAt })
    .where(theTicket(handle, ticket.workspaceId, ticket.id))
}

/** A member replied: the ticket waits for the person, and is the replier's if it was nobody's. */
export const markReply = async (handle: Handle, ticket: TicketRow, memberId: string, at: Date) => {
  await handle.db
    .update(handle.tables.tickets)
    .set({ awaitingReply: false, lastMessageAt: at, assigneeId: ticket.assigneeId ?? memberId })
    .where(theTicket(handle, ticket.workspaceId, ticket.id))
}

/** Tickets that one browser filed since a moment. */
export const countFiled = async (
  { db, tables: { tickets } }: Handle,
  workspaceId: string,
  visitorHash: string,
  since: Date,
) => {
  const [row] = await db
    .select({ filed: count() })
    .from(tickets)
    .where(
      and(eq(tickets.workspaceId, workspaceId), eq(tickets.visitorHash, visitorHash), gte(tickets.createdAt, since)),
    )
  return row?.filed ?? 0
}

/** Only the first reply is marked. */
export const markFirstResponse = async (handle: Handle, ticket: TicketRow, at: Date) => {
  await handle.db
    .update(handle.tables.tickets)
    .set({ firstResponseMs: at.getTime() - ticket.createdAt.getTime() })
    .where(and(theTicket(handle, ticket.workspaceId, ticket.id), isNull(handle.tables.tickets.firstResponseMs)))
}

/** The person looked at the thread; an earlier look that arrives late changes nothing. */
export const markRead = async (handle: Handle, { workspaceId, id }: TicketRow, at: Date) => {
  const { tickets } = handle.tables
  await handle.db
    .update(tickets)
    .set({ personReadAt: at })
    .where(and(theTicket(handle, workspaceId, id), or(isNull(tickets.personReadAt), lt(tickets.personReadAt, at))))
}

export const markClosed = async (
  handle: Handle,
  workspaceId: string,
  ticketId: string,
  closure: Pick<TicketRow, 'areaId' | 'solvedByArticleId' | 'closedAt'>,
) => {
  await handle.db
    .update(handle.tables.tickets)
    .set({ state: 'closed', ...closure, awaitingReply: false })
    .where(theTicket(handle, workspaceId, ticketId))
}

export const markReopened = async (
  handle: Handle,
  workspaceId: string,
  ticketId: string,
  { awaitingReply }: Pick<TicketRow, 'awaitingReply'>,
) => {
  await handle.db
    .update(handle.tables.tickets)
    .set({ state: 'open', closedAt: null, awaitingReply })
    .where(theTicket(handle, workspaceId, ticketId))
}

const joined = ({ db, tables: { tickets, people, accounts, areas, members } }: Handle) =>
  db
    .select({
      ticket: getTableColumns(tickets),
      person: getTableColumns(people),
      account: getTableColumns(accounts),
      area: { id: areas.id, name: areas.name },
      assignee: { id: members.id, name: members.name },
    })
    .from(tickets)
    .innerJoin(people, and(eq(people.workspaceId, tickets.workspaceId), eq(people.id, tickets.personId)))
    .leftJoin(accounts, and(eq(accounts.workspaceId, tickets.workspaceId), eq(accounts.id, tickets.accountId)))
    .leftJoin(areas, and(eq(areas.workspaceId, tickets.workspaceId), eq(areas.id, tickets.areaId)))
    .leftJoin(members, and(eq(members.workspaceId, tickets.workspaceId), eq(members.id, tickets.assigneeId)))
export type JoinedTicket = Awaited<ReturnType<typeof joined>>[number]

const firstResponded = ({ tables: { tickets } }: Handle, { firstResponse }: TicketQuery, targetMs: number) => {
  switch (firstResponse) {
    case 'within':
      return lte(tickets.firstResponseMs, targetMs)
    case 'late':
      return gt(tickets.firstResponseMs, targetMs)
    case 'any':
      return isNotNull(tickets.firstResponseMs)
    case undefined:
      return undefined
  }
}

/** As the index of those who wait says it, and no value beside the statement. */
const awaiting = ({ awaitingReply }: Handle['tables']['tickets'], query: TicketQuery) =>
  query.awaitingReply ? sql`${awaitingReply}` : query.awaitingReply === false ? eq(awaitingReply, false) : undefined

const matching = (
  handle: Handle,
  { targetMs, ...scope }: TicketScope,
  filter: Filter,
  query: TicketQuery,
): SQL | undefined => {
  const { tickets } = handle.tables
  return and(
    eq(tickets.workspaceId, scope.workspaceId),
    // Whoever waits has an open ticket; unsaid, so that the index of those who wait serves.
    query.state && !(query.state === 'open' && query.awaitingReply) ? eq(tickets.state, query.state) : undefined,
    query.areaId ? eq(tickets.areaId, query.areaId) : undefined,
    awaiting(tickets, query),
    query.days ? gte(tickets.createdAt, daysBefore(scope.now, query.days)) : undefined,
    firstResponded(handle, query, targetMs),
    snapshotIn(filter, tickets, handle, scope),
  )
}

/**
 * Tickets of a segment, newest message first, or who has waited longest where only those who wait are asked for; one more
 * than the page holds when there is a next one.
 */
export const listTickets = async (handle: Handle, scope: TicketScope, filter: Filter, query: TicketQuery) => {
  const { tickets } = handle.tables
  const after = query.cursor ? parseCursor(query.cursor) : undefined
  const [follows, order] = query.awaitingReply ? [gt, asc] : [lt, desc]
  return joined(handle)
    .where(
      and(
        matching(handle, scope, filter, query),
        after &&
          or(
            follows(tickets.lastMessageAt, after.at),
            and(eq(tickets.lastMessageAt, after.at), follows(tickets.id, after.id)),
          ),
      ),
    )
    .orderBy(order(tickets.lastMessageAt), order(tickets.id))
    .limit(query.limit + 1)
}

export const countTickets = async (handle: Handle, scope: TicketScope, filter: Filter, query: TicketQuery) => {
  const [row] = await handle.db
    .select({ total: count() })
    .from(handle.tables.tickets)
    .where(matching(handle, scope, filter, query))
  return row?.total ?? 0
}

const listJoinedById = prepared((handle, { workspaceId, id }: Key) =>
  joined(handle).where(theTicket(handle, workspaceId, id)),
)

export const findJoinedTicket = async (handle: Handle, workspaceId: string, ticketId: string) =>
  (await listJoinedById(handle, { workspaceId, id: ticketId }))[0]

/** A person's tickets, newest first, without `except`. */
export const listTicketsOfPerson = async (
  { db, tables: { tickets } }: Handle,
  workspaceId: string,
  personId: string,
  except = '',
) =>
  (
    await db
      .select({
        id: tickets.id,
        number: tickets.number,
        preview: tickets.preview,
        state: tickets.state,
        createdAt: tickets.createdAt,
      })
      .from(tickets)
      .where(and(eq(tickets.workspaceId, workspaceId), eq(tickets.personId, personId), ne(tickets.id, except)))
      .orderBy(desc(tickets.createdAt))
      .limit(20)
  ).map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }))

/** What a browser filed, and where it is vouched for who speaks, what that person filed in others. */
export const filedBy = ({ tickets }: Handle['tables'], { workspaceId, hash, signedPersonId }: Visitor) =>
  and(
    eq(tickets.workspaceId, workspaceId),
    signedPersonId
      ? or(eq(tickets.visitorHash, hash), eq(tickets.personId, signedPersonId))
      : eq(tickets.visitorHash, hash),
  )

/** The last 50 tickets of whoever is at a browser, newest word first. */
export const listTicketsOfVisitor = async ({ db, tables }: Handle, visitor: Visitor) =>
  db.select().from(tables.tickets).where(filedBy(tables, visitor)).orderBy(desc(tables.tickets.lastMessageAt)).limit(50)

/** Tickets of several workspaces that somebody wrote to since a moment, of either state, with whose they are. */
export const listWrittenTo = async ({ db, tables: { tickets } }: Handle, workspaceIds: string[], since: Date) =>
  db
    .select({
      workspaceId: tickets.workspaceId,
      id: tickets.id,
      state: tickets.state,
      visitorHash: tickets.visitorHash,
      personId: tickets.personId,
      lastMessageAt: tickets.lastMessageAt,
    })
    .from(tickets)
    .where(
      and(
        inArray(tickets.workspaceId, workspaceIds),
        // Named, so that the index by age serves.
        inArray(tickets.state, ['open', 'closed']),
        gte(tickets.lastMessageAt, since),
      ),
    )

/**
 * Each ticket since a moment, oldest first, with its first response time and whose it is: what the figures need. An account
 * by the host's id: known and claimed, it is one.
 */
export const listFirstResponses = async (handle: Handle, scope: Scope, filter: Filter, since: Date) => {
  const { tickets, accounts } = handle.tables
  return handle.db
    .select({
      firstResponseMs: tickets.firstResponseMs,
      areaId: tickets.areaId,
      account: accounts.externalId,
      spendMinor: countedValue(tickets.reportingSpendMinor, tickets.valuesTrust, scope).mapWith(Number),
    })
    .from(tickets)
    .leftJoin(accounts, and(eq(accounts.workspaceId, tickets.workspaceId), eq(accounts.id, tickets.accountId)))
    .where(
      and(
        eq(tickets.workspaceId, scope.workspaceId),
        gte(tickets.createdAt, since),
        snapshotIn(filter, tickets, handle, scope),
      ),
    )
    .orderBy(asc(tickets.createdAt), asc(tickets.id))
}
