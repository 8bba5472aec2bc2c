import type { PagePlace } from '@heed/contracts'
import type { Columns } from '../columns.postgres.ts'
import { snapshotColumns } from './snapshot-columns.ts'

/** What people wanted help with, whether a ticket came of it or not. */
export const requestTables = (c: Columns) => ({
  requests: c.table(
    'requests',
    {
      workspaceId: c.text().notNull(),
      /** Made in the browser when somebody begins to type. */
      id: c.text().notNull(),
      /** asked: while a ticket is written; searched: in the search of the help panel or of the help centre. */
      kind: c.oneOf(['asked', 'searched']).notNull(),
      /** Null: a reader of the help centre, of whom nothing is known. */
      personId: c.text(),
      accountId: c.text(),
      visitorHash: c.text(),
      /** Of the control share, to which nothing is suggested. */
      heldOut: c.flag().notNull(),
      locale: c.text(),
      /** As it was last typed. */
      text: c.text().notNull(),
      page: c.json<PagePlace>(),
      /** Articles and ideas that were shown; of the control share: that would have been. */
      offered: c.json<string[]>().notNull(),
      /** Articles that were read. */
      read: c.json<string[]>().notNull(),
      /** Articles of which the person said that they did not help. */
      notHelped: c.json<string[]>().notNull(),
      /** How it ended; null: the person left. */
      outcome: c.oneOf(['solved', 'voted', 'ticket']),
      /** The article, the idea or the ticket that it ended with. */
      targetId: c.text(),
      ...snapshotColumns(c),
      createdAt: c.at().notNull(),
      updatedAt: c.at().notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.workspaceId, t.id] }),
      c.index('requests_by_age').on(t.workspaceId, t.createdAt, t.id),
      c.index('requests_by_person').on(t.workspaceId, t.personId, t.createdAt),
      // What was learned since.
      c.index('requests_by_change').on(t.workspaceId, t.updatedAt),
    ],
  ),
})
