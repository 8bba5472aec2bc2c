import type { Notice } from '@heed/contracts'
import type { Columns } from '../columns.postgres.ts'

/** What the team is told of. */
export const noticeTables = (c: Columns) => ({
  notices: c.table(
    'notices',
    {
      workspaceId: c.text().notNull(),
      id: c.text().notNull(),
      kind: c.oneOf(['low_score', 'drop', 'survey_ended']).notNull(),
      surveyId: c.text().notNull(),
      responseId: c.text(),
      ticketId: c.text(),
      facts: c.json<Notice['facts']>().notNull(),
      createdAt: c.at().notNull(),
      readAt: c.at(),
    },
    (t) => [c.primaryKey({ columns: [t.workspaceId, t.id] }), c.index('notices_by_age').on(t.workspaceId, t.createdAt)],
  ),
})
