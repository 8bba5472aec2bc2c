import type { Traits } from '@heed/contracts'
import type { Columns } from '../columns.postgres.ts'

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
      seats: c.int(),
      traits: c.json<Traits>().notNull(),
      /** When the company became a customer; tenure counts from here. */
      customerSince: c.at(),
      createdAt: c.at().notNull(),
      updatedAt: c.at().notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.workspaceId, t.id] }),
      // A browser's claim gets a row of its own: it never touches what the host's server said.
      c.uniqueIndex('accounts_by_external_id').on(t.workspaceId, t.externalId, t.trust),
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
      createdAt: c.at().notNull(),
      updatedAt: c.at().notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.workspaceId, t.id] }),
      c.uniqueIndex('people_by_user_id').on(t.workspaceId, t.userId, t.trust),
      c.index('people_by_account').on(t.workspaceId, t.accountId),
    ],
  ),

  /** A browser, known by the hash of its token: what it filed, it may read again. */
  visitors: c.table(
    'visitors',
    {
      workspaceId: c.text().notNull(),
      hash: c.text().notNull(),
      personId: c.text().notNull(),
      createdAt: c.at().notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.workspaceId, t.hash] })],
  ),
})
