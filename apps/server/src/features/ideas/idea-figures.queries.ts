import type { IdeaSort } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { and, count, countDistinct, desc, eq, getTableColumns, isNotNull, sql } from 'drizzle-orm'
import { everyone, type Filter, type Scope } from '../segments/scope.ts'
import { countedValue, snapshotIn } from '../segments/segment-sql.ts'
import { settledLast } from './ideas.queries.ts'

/**
 * Votes of a segment, as of each vote. `spendMinor` stands on the latest vote of each account for each idea alone, so
 * that a sum counts an account once. An account known both ways, from the host's server and from a browser, is one.
 */
const countedVotes = (handle: Handle, scope: Scope, filter: Filter, ideaId?: string) => {
  const { votes, accounts } = handle.tables
  const latestFirst = sql`row_number() over (
    partition by ${votes.ideaId}, ${accounts.externalId} order by ${votes.createdAt} desc, ${votes.personId} desc
  )`
  return handle.db
    .select({
      ideaId: votes.ideaId,
      account: accounts.externalId,
      spendMinor: sql<number>`case
        when ${accounts.externalId} is not null and ${latestFirst} = 1
        then coalesce(${countedValue(votes.reportingSpendMinor, votes.valuesTrust, scope)}, 0) else 0 end`.as(
        'counted_spend',
      ),
    })
    .from(votes)
    .leftJoin(accounts, and(eq(accounts.workspaceId, votes.workspaceId), eq(accounts.id, votes.accountId)))
    .where(
      and(
        eq(votes.workspaceId, scope.workspaceId),
        ideaId ? eq(votes.ideaId, ideaId) : undefined,
        snapshotIn(filter, votes, handle, scope),
      ),
    )
    .as('counted_votes')
}

const figuresOf = (handle: Handle, scope: Scope, filter: Filter, ideaId?: string) => {
  const counted = countedVotes(handle, scope, filter, ideaId)
  return handle.db
    .select({
      ideaId: counted.ideaId,
      votes: count().as('votes'),
      accounts: countDistinct(counted.account).as('accounts'),
      spendMinor: sql<number>`coalesce(sum(${counted.spendMinor}), 0)`.as('spend'),
    })
    .from(counted)
    .groupBy(counted.ideaId)
    .as('figures')
}

const withFigures = (handle: Handle, scope: Scope, filter: Filter, ideaId?: string) => {
  const { ideas } = handle.tables
  const figures = figuresOf(handle, scope, filter, ideaId)
  const orNone = (figure: typeof figures.votes | typeof figures.spendMinor) =>
    sql<number>`coalesce(${figure}, 0)`.mapWith(Number)
  const counts = {
    votes: orNone(figures.votes),
    accounts: orNone(figures.accounts),
    spend: orNone(figures.spendMinor),
  } satisfies Record<IdeaSort, unknown>
  const query = handle.db
    .select({ idea: getTableColumns(ideas), ...counts })
    .from(ideas)
    .leftJoin(figures, eq(figures.ideaId, ideas.id))
  return { query, figures, counts }
}
export type CountedIdea = Awaited<ReturnType<typeof withFigures>['query']>[number]

const mostListed = 500

/** Ideas that a segment voted for, by one figure, settled ones last. Of everyone: also those that nobody voted for. */
export const listIdeas = async (handle: Handle, scope: Scope, filter: Filter, sort: IdeaSort) => {
  const { ideas } = handle.tables
  const { query, figures, counts } = withFigures(handle, scope, filter)
  return query
    .where(
      and(
        eq(ideas.workspaceId, scope.workspaceId),
        filter.segment.all.length > 0 ? isNotNull(figures.ideaId) : undefined,
      ),
    )
    .orderBy(settledLast(handle), desc(counts[sort]), desc(counts.votes), desc(ideas.createdAt), desc(ideas.id))
    .limit(mostListed)
}

/** One idea with the votes of everyone. */
export const findCountedIdea = async (handle: Handle, scope: Scope, ideaId: string) => {
  const { ideas } = handle.tables
  const { query } = withFigures(handle, scope, everyone, ideaId)
  return (await query.where(and(eq(ideas.workspaceId, scope.workspaceId), eq(ideas.id, ideaId))))[0]
}
