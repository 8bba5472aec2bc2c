import { setImmediate } from 'node:timers/promises'
import type { DeflectionCut } from '@heed/contracts'
import type { Handle } from '@heed/db'
import {
  and,
  asc,
  count,
  countDistinct,
  eq,
  getTableColumns,
  gt,
  gte,
  inArray,
  isNotNull,
  lt,
  lte,
  ne,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
import { type Part, type SpendBounds, spendBand, tenureBand } from '../results/dimensions-sql.ts'
import type { Filter, Scope } from '../segments/scope.ts'
import { countedValue, snapshotIn } from '../segments/segment-sql.ts'
import { isNotTakenBack, isRequestSpared, type RequestRow } from '../suggestions/requests.queries.ts'
import type { FiledTicket } from './tell-ends.ts'

/** From `since` on, until before `until`. */
export type Between = { since: Date; until: Date }

/** So many rows are read in one go, so that a report holds up nobody. */
const rowsAtOnce = 5_000

type Row = Pick<
  RequestRow,
  'id' | 'kind' | 'personId' | 'heldOut' | 'offered' | 'read' | 'notHelped' | 'outcome' | 'targetId' | 'createdAt'
>
/** A request with the part of a cut that it belongs to, as of the request. */
export type PeriodRequest = Row & { part: Part }

/** The requests of a segment in a period, oldest first; of a person who is known by a claim, those of the known one. */
export const listRequests = async (
  handle: Handle,
  scope: Scope,
  filter: Filter,
  { since, until }: Between,
  cut?: { by: DeflectionCut; spendBounds: SpendBounds },
): Promise<PeriodRequest[]> => {
  const { requests } = handle.tables
  const { id, kind, personId, heldOut, offered, read, notHelped, outcome, targetId, createdAt } =
    getTableColumns(requests)
  const found: PeriodRequest[] = []
  for (let after: PeriodRequest | undefined; ; ) {
    const rows = await handle.db
      .select({
        ...{ id, kind, personId, heldOut, offered, read, notHelped, outcome, targetId, createdAt },
        part: partSql(handle, scope, cut),
      })
      .from(requests)
      .where(
        and(
          eq(requests.workspaceId, scope.workspaceId),
          gte(requests.createdAt, since),
          lt(requests.createdAt, until),
          after &&
            or(
              gt(requests.createdAt, after.createdAt),
              and(eq(requests.createdAt, after.createdAt), gt(requests.id, after.id)),
            ),
          snapshotIn(filter, requests, handle, scope),
        ),
      )
      .orderBy(asc(requests.createdAt), asc(requests.id))
      .limit(rowsAtOnce)
    found.push(...rows)
    if (rows.length < rowsAtOnce) return found
    after = rows.at(-1)
    await setImmediate()
  }
}

const partSql = (
  { tables: { requests } }: Handle,
  scope: Scope,
  cut: { by: DeflectionCut; spendBounds: SpendBounds } | undefined,
): SQL<Part> => {
  const counted = (value: Parameters<typeof countedValue>[0]) =>
    countedValue(value, requests.valuesTrust, scope) as SQL<Part>
  if (cut?.by === 'plan') return counted(requests.plan)
  if (cut?.by === 'tenure') return counted(tenureBand(requests.tenureDays))
  if (cut?.by === 'spend') return counted(spendBand(requests.reportingSpendMinor, cut.spendBounds))
  return sql<Part>`cast(null as text)`
}

/** Tickets that were filed in a time, oldest first, with the request that each is the end of. */
export const listFiled = async (
  { db, tables: { tickets, requests } }: Handle,
  workspaceId: string,
  { since, until }: Between,
): Promise<FiledTicket[]> =>
  db
    .select({
      id: tickets.id,
      personId: tickets.personId,
      requestId: requests.id,
      createdAt: tickets.createdAt,
    })
    .from(tickets)
    .leftJoin(
      requests,
      and(
        eq(requests.workspaceId, tickets.workspaceId),
        eq(requests.id, tickets.requestId),
        eq(requests.targetId, tickets.id),
      ),
    )
    .where(
      and(
        eq(tickets.workspaceId, workspaceId),
        // Said by what the index holds: nobody wrote to a ticket before it was filed.
        inArray(tickets.state, ['open', 'closed']),
        gte(tickets.lastMessageAt, since),
        gte(tickets.createdAt, since),
        lte(tickets.createdAt, until),
      ),
    )
    .orderBy(asc(tickets.createdAt), asc(tickets.id))

/** People known by a claim alone, with whom they are counted as. */
export const listClaims = async (
  { db, tables: { people } }: Handle,
  workspaceId: string,
): Promise<Map<string, string>> => {
  const rows = await db
    .select({ id: people.id, verifiedId: people.verifiedId })
    .from(people)
    .where(and(eq(people.workspaceId, workspaceId), isNotNull(people.verifiedId)))
  return new Map(rows.map(({ id, verifiedId }) => [id, verifiedId ?? id]))
}

/**
 * How many requests persons said that each article solved and did not take back, each once however often they said so; and
 * of these, without a request that is kept.
 */
export const countDeflected = async (handle: Handle, scope: Scope, filter: Filter, { since, until }: Between) => {
  const { deflections, requests } = handle.tables
  const spared = sql<string>`coalesce(${deflections.requestId}, ${deflections.id})`
  return handle.db
    .select({
      articleId: deflections.articleId,
      solved: countDistinct(spared),
      unasked: countDistinct(sql`case when ${requests.id} is null then ${spared} end`),
    })
    .from(deflections)
    .leftJoin(requests, isRequestSpared(handle))
    .where(
      and(
        eq(deflections.workspaceId, scope.workspaceId),
        gte(deflections.createdAt, since),
        lt(deflections.createdAt, until),
        isNotTakenBack(handle),
        snapshotIn(filter, deflections, handle, scope),
      ),
    )
    .groupBy(deflections.articleId)
}

/** How many tickets members closed with each article. */
export const countClosedWith = async (handle: Handle, scope: Scope, filter: Filter, { since, until }: Between) => {
  const { tickets } = handle.tables
  const rows = await handle.db
    .select({ articleId: tickets.solvedByArticleId, tickets: count() })
    .from(tickets)
    .where(
      and(
        eq(tickets.workspaceId, scope.workspaceId),
        gte(tickets.closedAt, since),
        lt(tickets.closedAt, until),
        isNotNull(tickets.solvedByArticleId),
        snapshotIn(filter, tickets, handle, scope),
      ),
    )
    .groupBy(tickets.solvedByArticleId)
  return new Map(rows.map((row) => [row.articleId ?? '', row.tickets]))
}

const mostUnanswered = 5_000

/** What found nothing as far as the store can tell, newest first: words, who, and what they pay. */
export const listFruitless = async (
  handle: Handle,
  scope: Scope,
  filter: Filter,
  { since, until }: Between,
  kind?: RequestRow['kind'],
) => {
  const { requests } = handle.tables
  const {
    id,
    text,
    locale,
    personId,
    accountId,
    kind: ofKind,
    read,
    notHelped,
    offered,
    outcome,
    heldOut,
    createdAt,
  } = getTableColumns(requests)
  const nothingShown = eq(requests.offered, [])
  const readNothing = and(eq(requests.outcome, 'ticket'), eq(requests.read, []), eq(requests.heldOut, false))
  const helpedNot = ne(requests.notHelped, [])
  const rows = await handle.db
    .select({
      ...{ id, text, locale, personId, accountId, kind: ofKind, read, notHelped, offered, outcome, heldOut, createdAt },
      spendMinor: countedValue(requests.reportingSpendMinor, requests.valuesTrust, scope).mapWith(Number),
    })
    .from(requests)
    .where(
      and(
        eq(requests.workspaceId, scope.workspaceId),
        gte(requests.createdAt, since),
        lt(requests.createdAt, until),
        kind && eq(requests.kind, kind),
        or(nothingShown, readNothing, helpedNot),
        or(eq(requests.outcome, 'ticket'), sql`${requests.outcome} is null`),
        snapshotIn(filter, requests, handle, scope),
      ),
    )
    .orderBy(sql`${requests.createdAt} desc`, sql`${requests.id} desc`)
    .limit(mostUnanswered)
  return rows.filter(foundNothing)
}

/** Nothing was shown, or looked at, or all that was read did not help. */
const foundNothing = ({ offered, read, notHelped }: Pick<RequestRow, 'offered' | 'read' | 'notHelped'>) =>
  offered.length === 0 || read.every((id) => notHelped.includes(id))
