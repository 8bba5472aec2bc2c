import type { Columns } from '../columns.postgres.ts'
import { snapshotColumns } from './snapshot-columns.ts'

/** Feature wishes, and the people who support them. */
export const ideaTables = (c: Columns) => ({
  ideas: c.table(
    'ideas',
    {
      workspaceId: c.text().notNull(),
      id: c.text().notNull(),
      title: c.text().notNull(),
      body: c.text(),
      state: c.oneOf(['open', 'planned', 'in_progress', 'shipped', 'closed']).notNull(),
      areaId: c.text(),
      /** Who had it; null: a member wrote it down. */
      personId: c.text(),
      /** The browser that filed it: only that one may send it again. Null: a member wrote it down. */
      visitorHash: c.text(),
      locale: c.text(),
      createdAt: c.at().notNull(),
      updatedAt: c.at().notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.workspaceId, t.id] }), c.index('ideas_by_age').on(t.workspaceId, t.createdAt)],
  ),

  votes: c.table(
    'votes',
    {
      workspaceId: c.text().notNull(),
      ideaId: c.text().notNull(),
      personId: c.text().notNull(),
      accountId: c.text(),
      /** The browser that gave it: only that one sees it as its own, and may take it back. */
      visitorHash: c.text().notNull(),
      /** One sentence why. */
      reason: c.text(),
      ...snapshotColumns(c),
      createdAt: c.at().notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.workspaceId, t.ideaId, t.personId] }),
      c.index('votes_by_person').on(t.workspaceId, t.personId),
    ],
  ),
})
