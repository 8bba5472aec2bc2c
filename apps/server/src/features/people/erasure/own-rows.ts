import type { Handle } from '@heed/db'
import { and, type Column, eq, inArray, isNotNull, isNull, notInArray, or, type SQL, sql } from 'drizzle-orm'

/** The rows of one person: what the host's server knows of a user, what browsers claim of them, or a stranger. */
export type Person = { workspaceId: string; personIds: string[] }
export type TableName = keyof Handle['tables']
type Owned = (handle: Handle, person: Person) => SQL | undefined

type OfPerson = { workspaceId: Column; personId: Column }

/** Rows that name the person. */
const naming =
  (tableOf: (tables: Handle['tables']) => OfPerson): Owned =>
  ({ tables }, { workspaceId, personIds }) => {
    const table = tableOf(tables)
    return and(eq(table.workspaceId, workspaceId), inArray(table.personId, personIds))
  }

const ownTickets: Owned = naming(({ tickets }) => tickets)
const ownResponses: Owned = naming(({ responses }) => responses)

const ticketIds = (handle: Handle, person: Person) => {
  const { tickets } = handle.tables
  return handle.db.select({ id: tickets.id }).from(tickets).where(ownTickets(handle, person))
}
const responseIds = (handle: Handle, person: Person) => {
  const { responses } = handle.tables
  return handle.db.select({ id: responses.id }).from(responses).where(ownResponses(handle, person))
}

const ofTickets =
  (tableOf: (tables: Handle['tables']) => { workspaceId: Column; ticketId: Column }): Owned =>
  (handle, person) => {
    const table = tableOf(handle.tables)
    return and(eq(table.workspaceId, person.workspaceId), inArray(table.ticketId, ticketIds(handle, person)))
  }

/** Votes, also those of others, that a member cast from one of their tickets. */
export const castFromOwnTickets: Owned = ofTickets(({ votes }) => votes)

/** Links between an idea and what this person said. */
const ownLinks: Owned = (handle, person) => {
  const { ideaLinks } = handle.tables
  return and(
    eq(ideaLinks.workspaceId, person.workspaceId),
    or(
      and(eq(ideaLinks.kind, 'ticket'), inArray(ideaLinks.targetId, ticketIds(handle, person))),
      and(eq(ideaLinks.kind, 'response'), inArray(ideaLinks.targetId, responseIds(handle, person))),
    ),
  )
}

export const authoredIdeas: Owned = naming(({ ideas }) => ideas)

/** Ideas that are the author's alone: nobody else voted, and the team neither answered, nor merged, nor linked anything. */
const ideasOfNobodyElse: Owned = (handle, person) => {
  const { db, tables } = handle
  const { ideas, votes, ideaAnswers, ideaLinks } = tables
  const { workspaceId, personIds } = person
  const givenTo = sql<string>`coalesce(${votes.fromIdeaId}, ${votes.ideaId})`
  const supported = db
    .select({ id: givenTo })
    .from(votes)
    .where(and(eq(votes.workspaceId, workspaceId), notInArray(votes.personId, personIds)))
  const answered = db
    .select({ id: ideaAnswers.ideaId })
    .from(ideaAnswers)
    .where(eq(ideaAnswers.workspaceId, workspaceId))
  const standing = db
    .select({ id: ideas.mergedIntoId })
    .from(ideas)
    .where(and(eq(ideas.workspaceId, workspaceId), isNotNull(ideas.mergedIntoId)))
  const linked = db
    .select({ id: ideaLinks.ideaId })
    .from(ideaLinks)
    .where(
      and(
        eq(ideaLinks.workspaceId, workspaceId),
        notInArray(ideaLinks.targetId, ticketIds(handle, person)),
        notInArray(ideaLinks.targetId, responseIds(handle, person)),
      ),
    )
  return and(
    authoredIdeas(handle, person),
    isNull(ideas.mergedIntoId),
    ...[supported, answered, standing, linked].map((others) => notInArray(ideas.id, others)),
  )
}

/** Verdicts on articles that were given in one of their browsers. */
const ownVerdicts: Owned = (handle, person) => {
  const { articleVerdicts, visitors } = handle.tables
  const hashes = handle.db
    .select({ hash: visitors.hash })
    .from(visitors)
    .where(naming(({ visitors: browsers }) => browsers)(handle, person))
  return and(
    eq(articleVerdicts.workspaceId, person.workspaceId),
    eq(articleVerdicts.surface, 'widget'),
    inArray(articleVerdicts.reader, hashes),
  )
}

/** What was told the team of their answers. */
const ownNotices: Owned = (handle, person) => {
  const { notices } = handle.tables
  return and(
    eq(notices.workspaceId, person.workspaceId),
    or(inArray(notices.responseId, responseIds(handle, person)), inArray(notices.ticketId, ticketIds(handle, person))),
  )
}

/**
 * The account that Heed made for a person who pays without a company: under the person's own id, without a name, and
 * nobody else in it. Companies stay.
 */
const ownAccount: Owned = ({ db, tables }, { workspaceId, personIds }) => {
  const { accounts, people } = tables
  const theirs = and(eq(people.workspaceId, workspaceId), inArray(people.id, personIds))
  const members = db.select({ id: people.accountId }).from(people)
  return and(
    eq(accounts.workspaceId, workspaceId),
    isNull(accounts.name),
    inArray(
      accounts.externalId,
      db
        .select({ id: sql<string>`${people.userId}` })
        .from(people)
        .where(theirs),
    ),
    inArray(accounts.id, members.where(theirs)),
    notInArray(
      accounts.id,
      db
        .select({ id: sql<string>`${people.accountId}` })
        .from(people)
        .where(and(eq(people.workspaceId, workspaceId), notInArray(people.id, personIds), isNotNull(people.accountId))),
    ),
  )
}

/**
 * Of each table the rows that are a person's and go with them; null: none are. What hangs on a row stands before the row,
 * and in this order they go. A table that is missing here does not compile.
 */
export const ownRows: Record<TableName, Owned | null> = {
  attachments: ofTickets(({ attachments }) => attachments),
  messages: ofTickets(({ messages }) => messages),
  responseAreas: (handle, person) => {
    const { responseAreas } = handle.tables
    return and(
      eq(responseAreas.workspaceId, person.workspaceId),
      inArray(responseAreas.responseId, responseIds(handle, person)),
    )
  },
  ideas: ideasOfNobodyElse,
  ideaLinks: ownLinks,
  votes: naming(({ votes }) => votes),
  notices: ownNotices,
  articleVerdicts: ownVerdicts,
  deflections: naming(({ deflections }) => deflections),
  requests: naming(({ requests }) => requests),
  tickets: ownTickets,
  responses: ownResponses,
  exposures: naming(({ exposures }) => exposures),
  asks: naming(({ asks }) => asks),
  events: naming(({ events }) => events),
  mails: naming(({ mails }) => mails),
  mailStops: naming(({ mailStops }) => mailStops),
  visitors: naming(({ visitors }) => visitors),
  accounts: ownAccount,
  people: ({ tables: { people } }, { workspaceId, personIds }) =>
    and(eq(people.workspaceId, workspaceId), inArray(people.id, personIds)),

  // Keeps the bare id, so that every process takes the person out of its memory.
  departedPeople: null,
  // Packed rows are taken away frame by frame.
  responseFrames: null,
  responseFrameColumns: null,
  // Readers of the help centre cannot be told from each other.
  readerSalts: null,
  // What the team wrote and set up.
  ideaAnswers: null,
  workspaces: null,
  keys: null,
  signingKeys: null,
  rates: null,
  members: null,
  sessions: null,
  signInLinks: null,
  segments: null,
  surveys: null,
  surveyVersions: null,
  surveyWaves: null,
  testLinks: null,
  sharedResults: null,
  areas: null,
  articles: null,
  articleRevisions: null,
  articleRedirects: null,
  articleImages: null,
  helpCentres: null,
}
