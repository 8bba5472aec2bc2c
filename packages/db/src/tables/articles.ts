import { type ArticleContent, articleImageTypes, type PagePlace } from '@heed/contracts'
import type { Columns } from '../columns.postgres.ts'
import { snapshotColumns } from './snapshot-columns.ts'

/** The knowledge base, and the requests that ended there. */
export const articleTables = (c: Columns) => ({
  articles: c.table(
    'articles',
    {
      workspaceId: c.text().notNull(),
      id: c.text().notNull(),
      /** Shared by the versions of one article in several languages. */
      slug: c.text().notNull(),
      locale: c.text().notNull(),
      title: c.text().notNull(),
      summary: c.text(),
      /** Markdown. */
      body: c.text().notNull(),
      areaId: c.text(),
      /** Text of a segment: who may read it; null: everyone. */
      audience: c.text(),
      /** Tells of a fault that is being mended. */
      knownIssue: c.flag().notNull().default(false),
      /** Where an import took it from, such as `markdown:guides/setup.md`. */
      externalId: c.text(),
      /** Hash of what the import wrote last: another one means that it was changed there or here. */
      importHash: c.text(),
      state: c.oneOf(['draft', 'published']).notNull(),
      createdAt: c.at().notNull(),
      updatedAt: c.at().notNull(),
      /** First time it was published. */
      publishedAt: c.at(),
    },
    (t) => [
      c.primaryKey({ columns: [t.workspaceId, t.id] }),
      c.uniqueIndex('articles_by_slug').on(t.workspaceId, t.slug, t.locale),
      c.uniqueIndex('articles_by_external_id').on(t.workspaceId, t.externalId),
      c.index('articles_by_age').on(t.workspaceId, t.updatedAt, t.id),
    ],
  ),

  /** What an article held after each change. */
  articleRevisions: c.table(
    'article_revisions',
    {
      workspaceId: c.text().notNull(),
      articleId: c.text().notNull(),
      revision: c.int().notNull(),
      reason: c.oneOf(['created', 'changed', 'restored', 'imported']).notNull(),
      content: c.json<ArticleContent>().notNull(),
      /** Null: before revisions were kept. */
      memberId: c.text(),
      createdAt: c.at().notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.workspaceId, t.articleId, t.revision] })],
  ),

  /** Slugs that articles had before. */
  articleRedirects: c.table(
    'article_redirects',
    {
      workspaceId: c.text().notNull(),
      slug: c.text().notNull(),
      toSlug: c.text().notNull(),
      createdAt: c.at().notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.workspaceId, t.slug] }),
      c.index('article_redirects_by_target').on(t.workspaceId, t.toSlug),
    ],
  ),

  /** Pictures in articles, each kept once. */
  articleImages: c.table(
    'article_images',
    {
      workspaceId: c.text().notNull(),
      /** SHA-256 of the bytes, in base64url. */
      hash: c.text().notNull(),
      /** Media type as read from the bytes, not as claimed. */
      type: c.oneOf(articleImageTypes).notNull(),
      sizeBytes: c.int().notNull(),
      bytes: c.bytes().notNull(),
      createdAt: c.at().notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.workspaceId, t.hash] })],
  ),

  /** "Did this help?", once a reader and article. */
  articleVerdicts: c.table(
    'article_verdicts',
    {
      workspaceId: c.text().notNull(),
      articleId: c.text().notNull(),
      /** Of the widget: the visitor's hash. Of the help centre: a hash that nobody can undo once its salt is gone. */
      reader: c.text().notNull(),
      surface: c.oneOf(['widget', 'help_centre']).notNull(),
      helped: c.flag().notNull(),
      createdAt: c.at().notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.workspaceId, t.articleId, t.reader] })],
  ),

  /** What readers of the help centre are hashed with, for a month; then it is deleted. */
  readerSalts: c.table(
    'reader_salts',
    { workspaceId: c.text().notNull(), month: c.text().notNull(), salt: c.text().notNull() },
    (t) => [c.primaryKey({ columns: [t.workspaceId, t.month] })],
  ),

  // Directory: an address of the help centre is all that a reader brings.
  helpCentres: c.table('help_centres', {
    /** As in `/help/<name>`; the newest of a workspace is its address, the others lead there. */
    name: c.text().primaryKey(),
    workspaceId: c.text().notNull(),
    createdAt: c.at().notNull(),
  }),

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
      /** Of which it was the end; null: of a widget that did not say. */
      requestId: c.text(),
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
