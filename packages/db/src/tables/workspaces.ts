import type { FatigueRule, HelpSettings } from '@heed/contracts'
import type { Columns } from '../columns.postgres.ts'

/** Companies that use Heed, their keys, and the members who sign in. */
export const workspaceTables = (c: Columns) => ({
  workspaces: c.table('workspaces', {
    id: c.text().primaryKey(),
    name: c.text().notNull(),
    currency: c.text().notNull(),
    defaultLocale: c.text().notNull(),
    accent: c.text().notNull(),
    /** What a browser's Do-Not-Track or Global Privacy Control does; null: honour. */
    privacySignal: c.oneOf(['honour', 'ignore']),
    /** Whether the browser API refuses whoever is not signed; null: it does not. */
    identityEnforced: c.flag(),
    /** Whether segments look at what only a browser claims; null: they do not. */
    unverifiedValues: c.oneOf(['ignore', 'use']),
    /** The rule over all surveys; null: `standardFatigue` of the contracts. */
    fatigue: c.json<FatigueRule>(),
    /** What is suggested and to whom; null: `standardHelp` of the contracts. */
    help: c.json<HelpSettings>(),
    /** The most that one account may weigh in the balanced score of ideas, as a share; null: the standard one. */
    ideaAccountShare: c.real(),
    sample: c.flag().notNull(),
    firstResponseTargetMs: c.int().notNull(),
    /** The number that the newest ticket got. */
    ticketCount: c.int().notNull(),
    createdAt: c.at().notNull(),
  }),

  // Directory: found by its hash before the workspace is known, so this unique index cannot begin with the workspace.
  keys: c.table(
    'keys',
    {
      workspaceId: c.text().notNull(),
      id: c.text().notNull(),
      kind: c.oneOf(['publishable', 'secret']).notNull(),
      hash: c.text().notNull(),
      /** The first characters, to recognise it by; a publishable key whole. */
      hint: c.text().notNull(),
      /** Exact origins, or with `*` in place of the port; a secret key has none. */
      origins: c.json<string[]>().notNull(),
      createdAt: c.at().notNull(),
      revokedAt: c.at(),
    },
    (t) => [c.primaryKey({ columns: [t.workspaceId, t.id] }), c.uniqueIndex('keys_by_hash').on(t.hash)],
  ),

  /** What the host's servers sign identities with. */
  signingKeys: c.table(
    'signing_keys',
    {
      workspaceId: c.text().notNull(),
      id: c.text().notNull(),
      name: c.text().notNull(),
      algorithm: c.oneOf(['HS256', 'ES256', 'RS256']).notNull(),
      /** Secret of HS256, as it was shown once; else the public key as PEM. */
      key: c.text().notNull(),
      hint: c.text().notNull(),
      createdAt: c.at().notNull(),
      lastUsedAt: c.at(),
      revokedAt: c.at(),
    },
    (t) => [c.primaryKey({ columns: [t.workspaceId, t.id] })],
  ),

  /** What one unit of a currency is worth in the reporting currency, from a day (UTC) on. */
  rates: c.table(
    'rates',
    {
      workspaceId: c.text().notNull(),
      currency: c.text().notNull(),
      day: c.text().notNull(),
      rate: c.real().notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.workspaceId, t.currency, t.day] })],
  ),

  members: c.table(
    'members',
    {
      workspaceId: c.text().notNull(),
      id: c.text().notNull(),
      email: c.text().notNull(),
      name: c.text().notNull(),
      role: c.oneOf(['owner', 'admin', 'agent', 'viewer']).notNull(),
      passwordHash: c.text(),
      createdAt: c.at().notNull(),
      /** From then on they cannot sign in; their name stays on what they wrote. */
      removedAt: c.at(),
    },
    (t) => [
      c.primaryKey({ columns: [t.workspaceId, t.id] }),
      // Directory: sign-in knows only the address.
      c.uniqueIndex('members_by_email').on(t.email),
    ],
  ),

  // Directory: the cookie is all that a request brings.
  sessions: c.table(
    'sessions',
    {
      hash: c.text().primaryKey(),
      workspaceId: c.text().notNull(),
      memberId: c.text().notNull(),
      createdAt: c.at().notNull(),
      lastSeenAt: c.at().notNull(),
    },
    (t) => [c.index('sessions_by_member').on(t.workspaceId, t.memberId)],
  ),

  // Directory: the link's token is all that a request brings.
  signInLinks: c.table(
    'sign_in_links',
    {
      hash: c.text().primaryKey(),
      workspaceId: c.text().notNull(),
      memberId: c.text().notNull(),
      expiresAt: c.at().notNull(),
      usedAt: c.at(),
    },
    (t) => [c.index('sign_in_links_by_member').on(t.workspaceId, t.memberId)],
  ),
})
