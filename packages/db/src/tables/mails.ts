import type { Columns } from '../columns.postgres.ts'

/** Mail that waits to be sent, and who wants none. */
export const mailTables = (c: Columns) => ({
  mails: c.table(
    'mails',
    {
      workspaceId: c.text().notNull(),
      id: c.text().notNull(),
      /** What it is about: people stop each kind by itself. */
      kind: c.oneOf(['idea_answer']).notNull(),
      /** The same twice is one mail. */
      dedupeKey: c.text().notNull(),
      personId: c.text().notNull(),
      address: c.text().notNull(),
      locale: c.text().notNull(),
      subject: c.text().notNull(),
      /** Plain text. */
      body: c.text().notNull(),
      createdAt: c.at().notNull(),
      /** Not before; null: it is sent, or given up. */
      dueAt: c.at(),
      attempts: c.int().notNull(),
      sentAt: c.at(),
      /** Why the last attempt failed. */
      failure: c.text(),
    },
    (t) => [
      c.primaryKey({ columns: [t.workspaceId, t.id] }),
      c.uniqueIndex('mails_by_dedupe_key').on(t.workspaceId, t.dedupeKey),
      c.index('mails_by_due').on(t.workspaceId, t.dueAt),
      c.index('mails_by_person').on(t.workspaceId, t.personId),
    ],
  ),

  mailStops: c.table(
    'mail_stops',
    {
      workspaceId: c.text().notNull(),
      personId: c.text().notNull(),
      kind: c.oneOf(['idea_answer']).notNull(),
      createdAt: c.at().notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.workspaceId, t.personId, t.kind] })],
  ),
})
