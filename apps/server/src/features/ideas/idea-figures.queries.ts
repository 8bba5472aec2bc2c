import type { Handle } from '@heed/db'
import {
  and,
  type Column,
  count,
  countDistinct,
  eq,
  getTableColumns,
  gt,
  isNotNull,
  isNull,
  lte,
  min,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
import { everyone, type Filter, type Scope } from '../segments/scope.ts'
import { countedValue, snapshotIn } from '../segments/segment-sql.ts'

/**
 * Votes of a segment, as of each vote. `spendMinor` stands on the latest vote of each account for each idea alone, so
 * that a sum counts an account once. An account known both ways, from the host's server and from a browser, is one.
 * A voice is an account or, without one, a person; `weight` is what it weighs in the balanced score, on the same vote.
 * @param part what the votes are counted by
 */
const countedVotes = (handle: Handle, scope: Scope, filter: Filter, least: number, ideaId?: string, part?: SQL) => {
  const { votes, accounts } = handle.tables
  const isLatest = sql`row_number() over (
    partition by ${votes.ideaId}, ${accounts.externalId} order by ${votes.createdAt} desc, ${votes.personId} desc
  ) = 1`
  const spend = sql`coalesce(${countedValue(votes.reportingSpendMinor, votes.valuesTrust, scope)}, 0)`
  const hasAccount = sql`${accounts.externalId} is not null`
  return handle.db
    .select({
      ideaId: votes.ideaId,
      part: sql<string | number | null>`${part ?? sql`null`}`.as('part'),
      account: accounts.externalId,
      spendMinor: sql<number>`case when ${hasAccount} and ${isLatest} then ${spend} else 0 end`.as('counted_spend'),
      weight: sql<number>`case
        when ${accounts.externalId} is null then ${leastOf(least)}
        when ${isLatest} then ${handle.dialect.greatest([spend, leastOf(least)])}
        else 0 end`.as('weight'),
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

/** Written out: PostgreSQL takes parameters in a `case` for texts. */
const leastOf = (least: number) => sql.raw(String(Math.round(least)))

const figuresOf = (handle: Handle, scope: Scope, filter: Filter, least: number, ideaId?: string) => {
  const counted = countedVotes(handle, scope, filter, least, ideaId)
  return handle.db
    .select({
      ideaId: counted.ideaId,
      votes: count().as('votes'),
      accounts: countDistinct(counted.account).as('accounts'),
      spendMinor: sql<number>`coalesce(sum(${counted.spendMinor}), 0)`.as('spend'),
      voices: sql<number>`sum(case when ${counted.weight} > 0 then 1 else 0 end)`.as('voices'),
      weight: sql<number>`sum(${counted.weight})`.as('whole_weight'),
    })
    .from(counted)
    .groupBy(counted.ideaId)
    .as('figures')
}

/** Which ideas to count: of one area, those that hold these words, or one alone. */
export type IdeaChoice = { areaId?: string | undefined; search?: string | undefined; ideaId?: string | undefined }

/**
 * Ideas that a segment voted for, with what stands behind them. Of everyone: also those that nobody voted for. Those
 * that were merged into others are left out.
 * @param least what a voice weighs at the least, in minor units
 */
export const listCountedIdeas = async (
  handle: Handle,
  scope: Scope,
  filter: Filter,
  { areaId, search, ideaId }: IdeaChoice,
  least: number,
) => {
  const { ideas, areas } = handle.tables
  const figures = figuresOf(handle, scope, filter, least, ideaId)
  const orNone = (figure: Column | SQL | SQL.Aliased) => sql<number>`coalesce(${figure}, 0)`.mapWith(Number)
  return handle.db
    .select({
      idea: getTableColumns(ideas),
      area: { id: areas.id, name: areas.name },
      votes: orNone(figures.votes),
      accounts: orNone(figures.accounts),
      spend: orNone(figures.spendMinor),
      voices: orNone(figures.voices),
      weight: orNone(figures.weight),
    })
    .from(ideas)
    .leftJoin(figures, eq(figures.ideaId, ideas.id))
    .leftJoin(areas, and(eq(areas.workspaceId, ideas.workspaceId), eq(areas.id, ideas.areaId)))
    .where(
      and(
        eq(ideas.workspaceId, scope.workspaceId),
        isNull(ideas.mergedIntoId),
        ideaId ? eq(ideas.id, ideaId) : undefined,
        areaId ? eq(ideas.areaId, areaId) : undefined,
        search ? holds(handle, search) : undefined,
        filter.segment.all.length > 0 ? isNotNull(figures.ideaId) : undefined,
      ),
    )
}
export type CountedIdea = Awaited<ReturnType<typeof listCountedIdeas>>[number]

const holds = ({ dialect, tables: { ideas } }: Handle, search: string) => {
  const words = dialect.smallLetters(sql`cast(${search} as text)`)
  const within = (text: Column) => dialect.holds(dialect.smallLetters(text), words)
  return or(within(ideas.title), within(ideas.body))
}

/** What the heaviest voices of each idea weigh, falling, at most so many of each. */
export const listHeaviest = async (
  handle: Handle,
  scope: Scope,
  filter: Filter,
  { least, most, ideaId }: { least: number; most: number; ideaId?: string | undefined },
): Promise<Map<string, number[]>> => {
  const counted = countedVotes(handle, scope, filter, least, ideaId)
  const ranked = handle.db
    .select({
      ideaId: counted.ideaId,
      weight: counted.weight,
      rank: sql<number>`row_number() over (partition by ${counted.ideaId} order by ${counted.weight} desc)`.as('rank'),
    })
    .from(counted)
    .where(gt(counted.weight, 0))
    .as('ranked')
  const rows = await handle.db
    .select({ ideaId: ranked.ideaId, weight: sql<number>`${ranked.weight}`.mapWith(Number) })
    .from(ranked)
    .where(lte(ranked.rank, most))
    .orderBy(ranked.ideaId, ranked.rank)
  const heaviest = new Map<string, number[]>()
  for (const { ideaId: id, weight } of rows) {
    const ofIdea = heaviest.get(id)
    if (ofIdea) ofIdea.push(weight)
    else heaviest.set(id, [weight])
  }
  return heaviest
}

/** The smallest spend above nothing that counts of any account, in minor units; 1 where there is none. */
export const findLeastSpend = async (handle: Handle, scope: Scope): Promise<number> => {
  const { accounts } = handle.tables
  const spend = countedValue(accounts.reportingSpendMinor, accounts.trust, scope)
  const [row] = await handle.db
    .select({ least: min(spend).mapWith(Number) })
    .from(accounts)
    .where(and(eq(accounts.workspaceId, scope.workspaceId), gt(accounts.reportingSpendMinor, 0)))
  return row?.least || 1
}

/** Votes of everyone for one idea by the values of something, such as the plan. */
export const countVotesBy = async (handle: Handle, scope: Scope, ideaId: string, part: SQL) => {
  const counted = countedVotes(handle, scope, everyone, 1, ideaId, part)
  return handle.db
    .select({
      part: counted.part,
      votes: count(),
      accounts: countDistinct(counted.account),
      spendMinor: sql<number>`coalesce(sum(${counted.spendMinor}), 0)`.mapWith(Number),
    })
    .from(counted)
    .groupBy(counted.part)
}
