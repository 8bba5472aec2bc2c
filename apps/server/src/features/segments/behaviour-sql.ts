import type { DateTest, SegmentCondition } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { and, type Column, eq, inArray, isNotNull, notInArray, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { surveysOfKind } from '../surveys/surveys.queries.ts'
import type { Scope } from './scope.ts'
import { isBetween, momentMeets, momentPasses } from './test-sql.ts'

const dayMs = 86_400_000
type Of<F extends SegmentCondition['field']> = Extract<SegmentCondition, { field: F }>
type Times = { from?: number | undefined; to?: number | undefined }

/** Whoever claims in browsers to be a known user, and is counted as that user. */
const claimsOf = (handle: Handle) => alias(handle.tables.people, 'claims')

/** Whose a row counts as: the known user's where somebody only claimed to be them. What is certain needs no look. */
const speakerOf = (row: { personId: Column; trust: Column }, handle: Handle, { workspaceId }: Scope): SQL => {
  const claims = claimsOf(handle)
  const known = handle.db
    .select({ id: claims.verifiedId })
    .from(claims)
    .where(and(eq(claims.workspaceId, workspaceId), eq(claims.id, row.personId), isNotNull(claims.verifiedId)))
  return sql`case when ${row.trust} = 'verified' then ${row.personId} else coalesce((${known}), ${row.personId}) end`
}

/** Of one person, the index that begins with them is to be taken, and none that begins with this column. */
const unlessOnly = (column: Column, { dialect }: Handle, { only }: Scope): SQL | Column =>
  only ? dialect.unindexed(column) : column

const isOfOnly = (personId: Column, { only }: Scope): SQL | undefined => only && inArray(personId, [...only])

/** In the last so many days, and not ahead of now. @param sought the moment as it is to be looked up */
const isWithin = (at: Column, days: number | undefined, now: Date, sought: SQL | Column = at): SQL | undefined => {
  const moment = (ms: number) => sql.param(new Date(ms), at)
  return and(
    sql`${sought} <= ${moment(now.getTime())}`,
    days === undefined ? undefined : sql`${sought} > ${moment(now.getTime() - days * dayMs)}`,
  )
}

/**
 * Who did a thing so often. Who never did it is not among those counted, so a range that holds nought is asked for by
 * those outside of it.
 */
const soOften = (personId: Column, times: Times, peopleWith: (having: SQL | undefined) => SQLWrapper): SQL => {
  const { from = 0, to } = times
  if (from > 0) return inArray(personId, peopleWith(isBetween(sql`count(*)`, times)))
  if (to === undefined) return sql`1 = 1`
  return notInArray(personId, peopleWith(sql`count(*) > ${to}`))
}

/** People who were tracked doing something so often. Events come from the host's server, so nobody merely claims them. */
export const eventMeets = (condition: Of<'event'>, personId: Column, handle: Handle, scope: Scope) => {
  const { events } = handle.tables
  return soOften(personId, condition.times, (having) =>
    handle.db
      .select({ personId: events.personId })
      .from(events)
      .where(isSuchEvent(condition, handle, scope))
      .groupBy(events.personId)
      .having(having),
  )
}

/** Whether an event is one of those that a condition counts. */
export const isSuchEvent = ({ name, withinDays }: Of<'event'>, handle: Handle, scope: Scope): SQL | undefined => {
  const { events } = handle.tables
  return and(
    eq(events.workspaceId, scope.workspaceId),
    eq(sql`${unlessOnly(events.kind, handle, scope)}`, 'track'),
    isOfOnly(events.personId, scope),
    eq(events.name, name),
    isWithin(events.at, withinDays, scope.now),
  )
}

/** People who filed so many tickets. */
export const ticketsMeet = (condition: Of<'tickets'>, personId: Column, handle: Handle, scope: Scope) => {
  const { tickets } = handle.tables
  return soOften(personId, condition.times, (having) =>
    handle.db
      .select({ personId: sql`${speakerOf(tickets, handle, scope)}`.as('speaker_id') })
      .from(tickets)
      .where(isSuchTicket(condition, handle, scope))
      .groupBy(sql`1`)
      .having(having),
  )
}

/** Whether a ticket is one of those that a condition counts. */
export const isSuchTicket = ({ state, withinDays }: Of<'tickets'>, handle: Handle, scope: Scope): SQL | undefined => {
  const { tickets } = handle.tables
  return and(
    eq(tickets.workspaceId, scope.workspaceId),
    isOfOnly(tickets.personId, scope),
    state ? eq(tickets.state, state) : undefined,
    isWithin(tickets.createdAt, withinDays, scope.now),
  )
}

/** People whose last NPS score lies between bounds; of several at the same moment the lowest counts. */
export const npsMeets = (condition: Of<'nps'>, personId: Column, handle: Handle, scope: Scope): SQL =>
  inArray(personId, peopleWithScore(condition, handle, scope))

/** The ids of them. */
export const peopleWithScore = ({ score, withinDays }: Of<'nps'>, handle: Handle, scope: Scope) => {
  const { responses } = handle.tables
  const given = handle.db
    .select({
      personId: sql<string>`${speakerOf(responses, handle, scope)}`.as('speaker_id'),
      score: responses.score,
      createdAt: responses.createdAt,
    })
    .from(responses)
    .where(
      and(
        eq(responses.workspaceId, scope.workspaceId),
        isOfOnly(responses.personId, scope),
        inArray(sql`${unlessOnly(responses.surveyId, handle, scope)}`, surveysOfKind(handle, scope.workspaceId, 'nps')),
        isNotNull(responses.score),
        isWithin(responses.createdAt, withinDays, scope.now, unlessOnly(responses.createdAt, handle, scope)),
      ),
    )
    .as('given_scores')
  const place = sql<number>`row_number() over (partition by ${given.personId} order by ${given.createdAt} desc, ${given.score})`
  const latest = handle.db
    .select({ personId: given.personId, score: given.score, place: place.as('place') })
    .from(given)
    .as('latest_scores')
  return handle.db
    .select({ personId: latest.personId })
    .from(latest)
    .where(and(eq(latest.place, 1), isBetween(sql`${latest.score}`, score)))
}

/** People who were last here on such days, also in a browser that only claims to be theirs: the later moment counts. */
export const seenMeets = (test: DateTest, handle: Handle, scope: Scope): SQL | undefined => {
  const { workspaceId, now } = scope
  const { people } = handle.tables
  const claims = claimsOf(handle)
  const claimsWhere = (meets: SQL | undefined) =>
    handle.db
      .select({ id: sql<string>`${claims.verifiedId}`.as('known_id') })
      .from(claims)
      .where(and(eq(claims.workspaceId, workspaceId), isNotNull(claims.verifiedId), isOfOnly(claims.id, scope), meets))
  const passes = (moment: Column) => momentPasses(test, moment, now)
  const laterClaims = passes(claims.lastSeenAt)
  return and(
    or(
      momentMeets(test, people.lastSeenAt, now),
      inArray(people.id, claimsWhere(momentMeets(test, claims.lastSeenAt, now))),
    ),
    laterClaims && sql`not coalesce(${passes(people.lastSeenAt)}, 1 = 0)`,
    laterClaims && notInArray(people.id, claimsWhere(laterClaims)),
  )
}
