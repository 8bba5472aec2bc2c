import type { SurveyKind, TimelineEntry, TimelineKind } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { and, eq, getTableColumns, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import { choiceLabels } from '../responses/choice-labels.ts'
import { isNotTakenBack, isRequestSpared } from '../suggestions/requests.queries.ts'
import { toPersonSummary } from './summaries.ts'
import { afterTimelinePlace, newestFirst, type TimelineColumns, type TimelinePlace } from './timeline-place.ts'

/** Whose timeline: rows of people, or of accounts with all people in them, by Heed's own ids. */
export type Whose = { workspaceId: string; personIds: string[] } | { workspaceId: string; accountIds: string[] }
export type TimelineAsked = { limit: number; after?: TimelinePlace | undefined; survey?: SurveyKind | undefined }
export type Told = { entry: TimelineEntry; place: TimelinePlace }

type List = (handle: Handle, whose: Whose, asked: TimelineAsked) => Promise<Told[]>

/** What of a kind is theirs, newest first, one more than `limit` when there is more. */
export const listOfKind: Record<TimelineKind, List> = {
  event: (...args) => listEvents(...args),
  response: (...args) => listResponses(...args),
  ticket: (...args) => listTickets(...args),
  vote: (...args) => listVotes(...args),
  deflection: (...args) => listDeflections(...args),
  exposure: (...args) => listExposures(...args),
}

/** The row's person is one of them, or in one of the accounts, or claims in a browser to be somebody in one. */
const theirs = ({ db, tables: { people } }: Handle, whose: Whose, personId: TimelineColumns['at']): SQL => {
  if ('personIds' in whose) return inArray(personId, whose.personIds)
  const members = db
    .select({ id: people.id })
    .from(people)
    .where(
      and(
        eq(people.workspaceId, whose.workspaceId),
        isNull(people.verifiedId),
        inArray(people.accountId, whose.accountIds),
      ),
    )
  const twins = db
    .select({ id: people.id })
    .from(people)
    .where(
      and(
        eq(people.workspaceId, whose.workspaceId),
        eq(people.trust, 'unverified'),
        inArray(
          people.userId,
          db
            .select({ userId: sql<string>`${people.userId}` })
            .from(people)
            .where(
              and(
                eq(people.workspaceId, whose.workspaceId),
                eq(people.trust, 'verified'),
                inArray(people.accountId, whose.accountIds),
              ),
            ),
        ),
      ),
    )
  return or(inArray(personId, members), inArray(personId, twins)) ?? sql`1 = 0`
}

type Row = { workspaceId: TimelineColumns['at']; personId: TimelineColumns['at'] }

/** The same conditions for every kind. */
const within = (
  handle: Handle,
  whose: Whose,
  kind: TimelineKind,
  row: Row,
  columns: TimelineColumns,
  after: TimelinePlace | undefined,
) =>
  and(
    eq(row.workspaceId, whose.workspaceId),
    theirs(handle, whose, row.personId),
    afterTimelinePlace(kind, columns, after),
  )

const samePerson = ({ tables: { people } }: Handle, row: Row) =>
  and(eq(people.workspaceId, row.workspaceId), eq(people.id, row.personId))

const listEvents: List = async (handle, whose, { limit, after }) => {
  const { events, people } = handle.tables
  const columns = { at: events.at, ids: [events.id] }
  const rows = await handle.db
    .select({ event: getTableColumns(events), person: getTableColumns(people) })
    .from(events)
    .innerJoin(people, samePerson(handle, events))
    .where(within(handle, whose, 'event', events, columns, after))
    .orderBy(...newestFirst(columns))
    .limit(limit + 1)
  return rows.map(({ event: { id, at, kind, name, properties }, person }) => ({
    place: { at, kind: 'event', ids: [id] },
    entry: {
      kind: 'event',
      id,
      at: at.toISOString(),
      person: toPersonSummary(person),
      // The host's server tells of events, and no one else.
      trust: person.trust,
      eventKind: kind,
      name,
      properties,
    },
  }))
}

const listResponses: List = async (handle, whose, { limit, after, survey }) => {
  const { responses, people, surveys, workspaces } = handle.tables
  const columns = { at: responses.createdAt, ids: [responses.id] }
  const rows = await handle.db
    .select({
      response: getTableColumns(responses),
      person: getTableColumns(people),
      survey: { name: surveys.name, kind: surveys.kind, texts: surveys.texts },
      defaultLocale: workspaces.defaultLocale,
    })
    .from(responses)
    .innerJoin(people, samePerson(handle, responses))
    .innerJoin(surveys, and(eq(surveys.workspaceId, responses.workspaceId), eq(surveys.id, responses.surveyId)))
    .innerJoin(workspaces, eq(workspaces.id, responses.workspaceId))
    .where(
      and(within(handle, whose, 'response', responses, columns, after), survey ? eq(surveys.kind, survey) : undefined),
    )
    .orderBy(...newestFirst(columns))
    .limit(limit + 1)
  return rows.map(({ response: { id, createdAt, ...said }, person, survey: asked, defaultLocale }) => ({
    place: { at: createdAt, kind: 'response', ids: [id] },
    entry: {
      kind: 'response',
      id,
      at: createdAt.toISOString(),
      person: toPersonSummary(person),
      trust: said.trust,
      surveyName: asked.name,
      surveyKind: asked.kind,
      score: said.score,
      choices: choiceLabels(said.choices, asked.texts, defaultLocale),
      comment: said.comment,
    },
  }))
}

const listTickets: List = async (handle, whose, { limit, after }) => {
  const { tickets, people } = handle.tables
  const columns = { at: tickets.createdAt, ids: [tickets.id] }
  const rows = await handle.db
    .select({ ticket: getTableColumns(tickets), person: getTableColumns(people) })
    .from(tickets)
    .innerJoin(people, samePerson(handle, tickets))
    .where(within(handle, whose, 'ticket', tickets, columns, after))
    .orderBy(...newestFirst(columns))
    .limit(limit + 1)
  return rows.map(({ ticket: { id, createdAt, trust, number, preview, state }, person }) => ({
    place: { at: createdAt, kind: 'ticket', ids: [id] },
    entry: {
      kind: 'ticket',
      id,
      at: createdAt.toISOString(),
      person: toPersonSummary(person),
      trust,
      number,
      preview,
      state,
    },
  }))
}

const listVotes: List = async (handle, whose, { limit, after }) => {
  const { votes, people, ideas } = handle.tables
  const columns = { at: votes.createdAt, ids: [votes.ideaId, votes.personId] }
  const rows = await handle.db
    .select({ vote: getTableColumns(votes), person: getTableColumns(people), title: ideas.title })
    .from(votes)
    .innerJoin(people, samePerson(handle, votes))
    .innerJoin(ideas, and(eq(ideas.workspaceId, votes.workspaceId), eq(ideas.id, votes.ideaId)))
    .where(within(handle, whose, 'vote', votes, columns, after))
    .orderBy(...newestFirst(columns))
    .limit(limit + 1)
  return rows.map(({ vote: { ideaId, createdAt, trust, reason }, person, title }) => ({
    place: { at: createdAt, kind: 'vote', ids: [ideaId, person.id] },
    entry: {
      kind: 'vote',
      id: ideaId,
      at: createdAt.toISOString(),
      person: toPersonSummary(person),
      trust,
      ideaTitle: title,
      reason,
    },
  }))
}

const listDeflections: List = async (handle, whose, { limit, after }) => {
  const { deflections, people, articles, requests } = handle.tables
  const columns = { at: deflections.createdAt, ids: [deflections.id] }
  const rows = await handle.db
    .select({ deflection: getTableColumns(deflections), person: getTableColumns(people), title: articles.title })
    .from(deflections)
    .innerJoin(people, samePerson(handle, deflections))
    .leftJoin(articles, and(eq(articles.workspaceId, deflections.workspaceId), eq(articles.id, deflections.articleId)))
    .leftJoin(requests, isRequestSpared(handle))
    .where(and(within(handle, whose, 'deflection', deflections, columns, after), isNotTakenBack(handle)))
    .orderBy(...newestFirst(columns))
    .limit(limit + 1)
  return rows.map(({ deflection: { id, createdAt, trust, text }, person, title }) => ({
    place: { at: createdAt, kind: 'deflection', ids: [id] },
    entry: {
      kind: 'deflection',
      id,
      at: createdAt.toISOString(),
      person: toPersonSummary(person),
      trust,
      articleTitle: title,
      text,
    },
  }))
}

const listExposures: List = async (handle, whose, { limit, after }) => {
  const { exposures, people, surveys } = handle.tables
  const columns = { at: exposures.createdAt, ids: [exposures.id] }
  const rows = await handle.db
    .select({ exposure: getTableColumns(exposures), person: getTableColumns(people), name: surveys.name })
    .from(exposures)
    .innerJoin(people, samePerson(handle, exposures))
    .innerJoin(surveys, and(eq(surveys.workspaceId, exposures.workspaceId), eq(surveys.id, exposures.surveyId)))
    .where(within(handle, whose, 'exposure', exposures, columns, after))
    .orderBy(...newestFirst(columns))
    .limit(limit + 1)
  return rows.map(({ exposure: { id, createdAt, trust, dismissedAt }, person, name }) => ({
    place: { at: createdAt, kind: 'exposure', ids: [id] },
    entry: {
      kind: 'exposure',
      id,
      at: createdAt.toISOString(),
      person: toPersonSummary(person),
      trust,
      surveyName: name,
      dismissed: dismissedAt !== null,
    },
  }))
}
