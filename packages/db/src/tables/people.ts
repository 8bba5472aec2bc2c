import type { TraitSource, Traits } from '@heed/contracts'
import { type Column, type SQL, sql } from 'drizzle-orm'
import type { Columns } from '../columns.postgres.ts'

/** Who said each value and when, in milliseconds since 1970; traits as `traits.<name>`. */
export type Sources = Record<string, { source: TraitSource; at: number }>

type Named<K extends string> = Record<K, Column>
// Without commas: drizzle-kit cuts the columns of an index there.
/** What a person is called in lists: by name, address or the host's own id; null for a stranger. */
export const personLabel = ({ name, email, userId }: Named<'name' | 'email' | 'userId'>): SQL =>
  sql`case when ${name} <> '' then ${name} when ${email} <> '' then ${email} else ${userId} end`
/** What an account is called in lists. */
export const accountLabel = ({ name, externalId }: Named<'name' | 'externalId'>): SQL =>
  sql`case when ${name} <> '' then ${name} else ${externalId} end`

/** End users, the companies they belong to, and the browsers they come with. */
export const peopleTables = (c: Columns) => ({
  accounts: c.table(
    'accounts',
    {
      workspaceId: c.text().notNull(),
      id: c.text().notNull(),
      /** The host app's own id of the company: `accountId` in the contracts. */
      externalId: c.text().notNull(),
      trust: c.oneOf(['verified', 'unverified']).notNull(),
      name: c.text(),
      plan: c.text(),
      spendMinor: c.bigInt(),
      currency: c.text(),
      /** In the workspace's reporting currency, at the newest rate; null without a rate. */
      reportingSpendMinor: c.bigInt(),
      seats: c.int(),
      traits: c.json<Traits>().notNull(),
      /** When the company became a customer; tenure counts from here. */
      customerSince: c.at(),
      sources: c.json<Sources>().notNull().default({}),
      createdAt: c.at().notNull(),
      updatedAt: c.at().notNull(),
      changeMark: c.changeMark(),
    },
    (t) => [
      c.primaryKey({ columns: [t.workspaceId, t.id] }),
      // A browser's claim gets a row of its own: it never touches what the host's server said.
      c.uniqueIndex('accounts_by_external_id').on(t.workspaceId, t.externalId, t.trust),
      // The orders of the list of accounts, and of people by what their account says.
      c.index('accounts_by_name').on(t.workspaceId, c.sortKey(accountLabel(t)), t.id),
      c.index('accounts_by_spend').on(t.workspaceId, t.reportingSpendMinor, t.id),
      c.index('accounts_by_since').on(t.workspaceId, t.customerSince, t.id),
      // Searched from the beginning.
      c.index('accounts_by_id_key').on(t.workspaceId, c.sortKey(sql`${t.externalId}`)),
      // What changed since.
      c.index('accounts_by_change').on(t.workspaceId, t.changeMark, t.id),
    ],
  ),

  people: c.table(
    'people',
    {
      workspaceId: c.text().notNull(),
      id: c.text().notNull(),
      /** The host app's own id of the user; null for an anonymous visitor. */
      userId: c.text(),
      trust: c.oneOf(['verified', 'unverified']).notNull(),
      accountId: c.text(),
      name: c.text(),
      email: c.text(),
      locale: c.text(),
      traits: c.json<Traits>().notNull(),
      customerSince: c.at(),
      sources: c.json<Sources>().notNull().default({}),
      /** On a claim of the browser: the verified person of the same user id, once there is one. That one is counted. */
      verifiedId: c.text(),
      lastSeenAt: c.at(),
      createdAt: c.at().notNull(),
      updatedAt: c.at().notNull(),
      changeMark: c.changeMark(),
    },
    (t) => [
      c.primaryKey({ columns: [t.workspaceId, t.id] }),
      c.uniqueIndex('people_by_user_id').on(t.workspaceId, t.userId, t.trust),
      // All that a segment asks of people but their traits, so that it is counted from this index alone.
      c
        .index('people_by_account')
        .on(t.workspaceId, t.accountId, t.verifiedId, t.trust, t.customerSince, t.lastSeenAt, t.locale, t.id),
      // The orders of the list of people.
      c.index('people_by_name').on(t.workspaceId, c.sortKey(personLabel(t)), t.id),
      c.index('people_by_since').on(t.workspaceId, t.customerSince, t.id, t.accountId, t.verifiedId, t.trust),
      c.index('people_by_seen').on(t.workspaceId, t.lastSeenAt, t.id),
      // Searched from the beginning.
      c.index('people_by_email').on(t.workspaceId, c.sortKey(sql`${t.email}`)),
      c.index('people_by_id_key').on(t.workspaceId, c.sortKey(sql`${t.userId}`)),
      // Who claims to be whom, and was here when: few beside all people.
      c.index('people_claims').on(t.workspaceId, t.lastSeenAt, t.verifiedId).where(sql`verified_id is not null`),
      // What changed since.
      c.index('people_by_change').on(t.workspaceId, t.changeMark, t.id),
    ],
  ),

  /** People who turned out to be somebody else, or were erased: their rows are gone, and whoever keeps people in memory must hear of it. */
  departedPeople: c.table(
    'departed_people',
    {
      workspaceId: c.text().notNull(),
      personId: c.text().notNull(),
      changeMark: c.changeMark(),
    },
    (t) => [
      c.primaryKey({ columns: [t.workspaceId, t.personId] }),
      c.index('departed_people_by_change').on(t.workspaceId, t.changeMark, t.personId),
    ],
  ),

  /** A browser, known by the hash of its token: what it filed, it may read again. */
  visitors: c.table(
    'visitors',
    {
      workspaceId: c.text().notNull(),
      hash: c.text().notNull(),
      personId: c.text().notNull(),
      /** Until when the identity is vouched for; null: it never was. */
      signedUntil: c.at(),
      lastSeenAt: c.at(),
      createdAt: c.at().notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.workspaceId, t.hash] }),
      c.index('visitors_by_person').on(t.workspaceId, t.personId),
    ],
  ),

  /** What the host's server told that happened, in the messages of the Segment spec. */
  events: c.table(
    'events',
    {
      workspaceId: c.text().notNull(),
      id: c.text().notNull(),
      kind: c.oneOf(['track', 'page', 'screen', 'identify', 'group', 'alias']).notNull(),
      /** Name of the event or page. */
      name: c.text().notNull(),
      /** Empty: a message that spoke of an account alone, of which nothing else is kept. */
      personId: c.text().notNull(),
      accountId: c.text(),
      /** The sender's own id: the same twice is one event. */
      messageId: c.text(),
      /** Properties, or the traits as they were sent. */
      properties: c.json<Record<string, unknown>>().notNull(),
      /** Whatever else the message held: context, integrations, fields beyond the spec. */
      rest: c.json<Record<string, unknown>>().notNull(),
      at: c.at().notNull(),
      createdAt: c.at().notNull(),
      changeMark: c.changeMark(),
    },
    (t) => [
      c.primaryKey({ columns: [t.workspaceId, t.id] }),
      c.uniqueIndex('events_by_message').on(t.workspaceId, t.messageId),
      c.index('events_by_person').on(t.workspaceId, t.personId, t.name, t.at),
      // A timeline, newest first.
      c.index('events_of_person').on(t.workspaceId, t.personId, t.at, t.id),
      // Who did a thing in some time, and what is done at all.
      c.index('events_by_name').on(t.workspaceId, t.kind, t.name, t.at, t.personId),
      c.changeIndex('events_by_change', t.workspaceId, t.changeMark),
    ],
  ),

  /** Filters with a name. */
  segments: c.table(
    'segments',
    {
      workspaceId: c.text().notNull(),
      id: c.text().notNull(),
      name: c.text().notNull(),
      /** As in the `segment` parameter. */
      segment: c.text().notNull(),
      createdAt: c.at().notNull(),
      updatedAt: c.at().notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.workspaceId, t.id] }),
      c.uniqueIndex('segments_by_name').on(t.workspaceId, t.name),
    ],
  ),
})
