import type { PagePlace } from '@heed/contracts'
import type { Columns } from '../columns.postgres.ts'
import { snapshotColumns } from './snapshot-columns.ts'

/** The knowledge base, and the requests that ended there. */
export const articleTables = (c: Columns) => ({
  articles: c.table(
    'articles',
    {
      workspaceId: c.text().notNull(),
      id: c.text().notNull(),
      slug: c.text().notNull(),
      locale: c.text().notNull(),
      title: c.text().notNull(),
      /** Markdown. */
      body: c.text().notNull(),
      areaId: c.text(),
      state: c.oneOf(['draft', 'published']).notNull(),
      createdAt: c.at().notNull(),
      updatedAt: c.at().notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.workspaceId, t.id] }),
      c.uniqueIndex('articles_by_slug').on(t.workspaceId, t.slug, t.locale),
    ],
  ),

  deflections: c.table(
    'deflections',
    {
      workspaceId: c.text().notNull(),
      id: c.text().notNull(),
      articleId: c.text().notNull(),
      personId: c.text().notNull(),
      accountId: c.text(),
      text: c.text().notNull(),
      page: c.json<PagePlace>(),
      ...snapshotColumns(c),
      createdAt: c.at().notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.workspaceId, t.id] }),
      c.index('deflections_by_age').on(t.workspaceId, t.createdAt),
      c.index('deflections_by_person').on(t.workspaceId, t.personId, t.createdAt),
    ],
  ),
})
