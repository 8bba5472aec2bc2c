import type { PagePlace } from '@heed/contracts'
import type { Handle } from '@heed/db'
import type { Evidence } from '@heed/suggest'
import { and, count, desc, eq, gte, inArray, isNotNull, isNull, ne, or, type SQL } from 'drizzle-orm'
import { isNotTakenBack, isRequestSpared } from './requests.queries.ts'

/** More would change little: the engine counts the newest two hundred of an article. */
const mostEvidence = 20_000

/**
 * `id` names what somebody has one word on, such as an article in a request of theirs: what they say of it later takes the
 * place of what they said before. It begins with a row of theirs. `page`: where it was asked, of what an article solved.
 */
export type KnownEvidence = Evidence & { id: string; page: PagePlace | null }

/**
 * Changes with each request that ended with an article since a moment, also with one that tells of it late: browsers make
 * the ids and date what they send back, so the newest id alone would not do. It tells also where one came and one was
 * erased.
 */
export const readDeflectionsMark = async (
  { db, tables: { deflections } }: Handle,
  workspaceId: string,
  since: Date,
): Promise<string> => {
  const [lately] = await db
    .select({ deflections: count() })
    .from(deflections)
    .where(and(eq(deflections.workspaceId, workspaceId), gte(deflections.createdAt, since)))
  const [newest] = await db
    .select({ id: deflections.id })
    .from(deflections)
    .where(eq(deflections.workspaceId, workspaceId))
    .orderBy(desc(deflections.id))
    .limit(1)
  return `${since.getTime()} ${lately?.deflections ?? 0} ${newest?.id ?? ''}`
}

/**
 * "This solved it", newest first, without what the person took back.
 * @param since of requests that ended since then; left out: of all times
 */
export const listDeflected = async (handle: Handle, workspaceId: string, since?: Date): Promise<KnownEvidence[]> => {
  const { deflections, requests } = handle.tables
  const rows = await handle.db
    .select({
      id: deflections.id,
      text: deflections.text,
      articleId: deflections.articleId,
      personId: deflections.personId,
      page: deflections.page,
      createdAt: deflections.createdAt,
      requestId: requests.id,
    })
    .from(deflections)
    .leftJoin(requests, isRequestSpared(handle))
    .where(
      and(eq(deflections.workspaceId, workspaceId), since && gte(deflections.createdAt, since), isNotTakenBack(handle)),
    )
    .orderBy(desc(deflections.createdAt))
    .limit(mostEvidence)
  return rows.map(({ id, text, articleId, personId, page, createdAt, requestId }) => ({
    id: requestId ? `${requestId} ${articleId}` : id,
    text,
    documentId: articleId,
    solved: true,
    personId,
    by: 'person' as const,
    at: createdAt.getTime(),
    page,
  }))
}

/** Tickets that a member closed with an article, in the words of their first message; newest first. */
export const listClosedWith = async (handle: Handle, workspaceId: string, since?: Date): Promise<KnownEvidence[]> => {
  const { tickets, messages } = handle.tables
  const rows = await handle.db
    .select({
      id: tickets.id,
      text: messages.body,
      articleId: tickets.solvedByArticleId,
      personId: tickets.personId,
      closedAt: tickets.closedAt,
    })
    .from(tickets)
    .innerJoin(
      messages,
      and(
        eq(messages.workspaceId, tickets.workspaceId),
        eq(messages.ticketId, tickets.id),
        eq(messages.createdAt, tickets.createdAt),
        isNull(messages.memberId),
      ),
    )
    .where(
      and(
        eq(tickets.workspaceId, workspaceId),
        since ? gte(tickets.closedAt, since) : isNotNull(tickets.closedAt),
        isNotNull(tickets.solvedByArticleId),
      ),
    )
    .orderBy(desc(tickets.closedAt))
    .limit(mostEvidence)
  return rows.map(({ id, text, articleId, personId, closedAt }) => ({
    id: `${id} ${articleId}`,
    text,
    documentId: articleId,
    solved: true,
    personId,
    by: 'member' as const,
    at: closedAt?.getTime() ?? 0,
    page: null,
  }))
}

/**
 * What else became of requests, newest first: what did not help, an idea that was what was wanted, and a ticket that was
 * filed although something was read of which nothing was said; not where a member closed it with something that had been
 * offered. Whoever passed over what was offered said nothing of it.
 * @param since of requests that changed since then
 */
export const listOfRequests = async (handle: Handle, workspaceId: string, since?: Date): Promise<KnownEvidence[]> => {
  const { requests, tickets } = handle.tables
  const saysSomething: SQL | undefined = or(inArray(requests.outcome, ['voted', 'ticket']), ne(requests.notHelped, []))
  const rows = await handle.db
    .select({
      id: requests.id,
      text: requests.text,
      personId: requests.personId,
      offered: requests.offered,
      read: requests.read,
      notHelped: requests.notHelped,
      outcome: requests.outcome,
      targetId: requests.targetId,
      updatedAt: requests.updatedAt,
      closedWith: tickets.solvedByArticleId,
    })
    .from(requests)
    .leftJoin(tickets, and(eq(tickets.workspaceId, requests.workspaceId), eq(tickets.id, requests.targetId)))
    .where(and(eq(requests.workspaceId, workspaceId), since && gte(requests.updatedAt, since), saysSomething))
    .orderBy(desc(requests.updatedAt))
    .limit(mostEvidence)
  return rows.flatMap(({ id, text, personId, notHelped, outcome, targetId, updatedAt, ...rest }) => {
    const told = { text, personId, by: 'person' as const, at: updatedAt.getTime(), page: null }
    const shown = [...rest.offered, ...rest.read]
    // Whoever said of all they read that it did not help says no more by filing: one person alone must hide nothing.
    const isUnsaid = rest.read.some((documentId) => !notHelped.includes(documentId))
    const filedAnyway = outcome === 'ticket' && isUnsaid && !shown.includes(rest.closedWith ?? '')
    return [
      ...notHelped.map((documentId) => ({ ...told, id: `${id} ${documentId}`, documentId, solved: false })),
      ...(outcome === 'voted' ? [{ ...told, id: `${id} voted`, documentId: targetId, solved: true }] : []),
      ...(filedAnyway ? [{ ...told, id: `${id} filed`, documentId: null, solved: false }] : []),
    ]
  })
}

/**
 * Of what people read lately, the `id` of what they do not say that it did not help: they may have said so before.
 * @param since of requests that changed since then
 */
export const listNotBlamed = async ({ db, tables: { requests } }: Handle, workspaceId: string, since: Date) => {
  const rows = await db
    .select({ id: requests.id, read: requests.read, notHelped: requests.notHelped })
    .from(requests)
    .where(and(eq(requests.workspaceId, workspaceId), gte(requests.updatedAt, since), ne(requests.read, [])))
  return rows.flatMap(({ id, read, notHelped }) =>
    read.filter((documentId) => !notHelped.includes(documentId)).map((documentId) => `${id} ${documentId}`),
  )
}

/** Whose these rows are by now, which were all one person's; undefined where they are gone. */
export const findTeller = async ({ db, tables }: Handle, workspaceId: string, rowIds: string[]) => {
  for (const table of [tables.deflections, tables.requests, tables.tickets] as const) {
    const [row] = await db
      .select({ personId: table.personId })
      .from(table as typeof tables.requests)
      .where(and(eq(table.workspaceId, workspaceId), inArray(table.id, rowIds)))
      .limit(1)
    if (row?.personId) return row.personId
  }
  return undefined
}
