import type { Handle } from '@heed/db'
import { and, asc, eq, getTableColumns, gte, inArray, isNotNull, isNull, sql } from 'drizzle-orm'

/** Everybody of the sample with their account. */
export const listSampleCustomers = ({ db, tables: { people, accounts } }: Handle, workspaceId: string) =>
  db
    .select({ person: getTableColumns(people), account: getTableColumns(accounts) })
    .from(people)
    .leftJoin(accounts, and(eq(accounts.workspaceId, people.workspaceId), eq(accounts.id, people.accountId)))
    .where(eq(people.workspaceId, workspaceId))
    .orderBy(asc(people.id))

/** Tickets that were filed since a moment, oldest first, each with its first message. */
export const listSampleTickets = ({ db, tables: { tickets, messages } }: Handle, workspaceId: string, since: Date) =>
  db
    .select({ ticket: getTableColumns(tickets), text: messages.body })
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
    .where(and(eq(tickets.workspaceId, workspaceId), gte(tickets.createdAt, since)))
    .orderBy(asc(tickets.createdAt), asc(tickets.id))

/** Votes that were given in the widget since a moment, each with what the idea is called. */
export const listSampleVotes = ({ db, tables: { votes, ideas } }: Handle, workspaceId: string, since: Date) =>
  db
    .select({ vote: getTableColumns(votes), title: ideas.title })
    .from(votes)
    .innerJoin(ideas, and(eq(ideas.workspaceId, votes.workspaceId), eq(ideas.id, votes.ideaId)))
    .where(and(eq(votes.workspaceId, workspaceId), gte(votes.createdAt, since), isNotNull(votes.visitorHash)))
    .orderBy(asc(votes.createdAt), asc(votes.personId), asc(votes.ideaId))

/** The request that a ticket of the sample is the end of. */
export const requestOf = (ticketId: string) => `req_${ticketId.slice('tkt_'.length)}`

/** Tells these tickets of which request each is the end. */
export const markRequestsOf = async (
  { db, tables: { tickets } }: Handle,
  workspaceId: string,
  since: Date,
): Promise<void> => {
  await db
    .update(tickets)
    .set({ requestId: sql`'req_' || substr(${tickets.id}, 5)` })
    .where(and(eq(tickets.workspaceId, workspaceId), gte(tickets.createdAt, since)))
}

/** Tells these tickets that they were closed with an article. */
export const markClosedWith = async (
  { db, tables: { tickets } }: Handle,
  workspaceId: string,
  articleId: string,
  ticketIds: string[],
): Promise<void> => {
  await db
    .update(tickets)
    .set({ solvedByArticleId: articleId })
    .where(and(eq(tickets.workspaceId, workspaceId), inArray(tickets.id, ticketIds)))
}
