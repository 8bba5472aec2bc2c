import type { Columns } from '../columns.postgres.ts'

/** Answers and showings of surveys packed into columns, beside the rows that they are made of and can be made of again. */
export const responseFrameTables = (c: Columns) => ({
  /** A run of rows of one survey, from a moment on until another, which is left out. */
  responseFrames: c.table(
    'response_frames',
    {
      workspaceId: c.text().notNull(),
      surveyId: c.text().notNull(),
      of: c.oneOf(['answers', 'showings']).notNull(),
      since: c.at().notNull(),
      until: c.at().notNull(),
      /** A row that comes or changes before this moment makes it stale: its end, or that of the one being made. */
      heldUntil: c.at().notNull(),
      rows: c.int().notNull(),
      /** Under which its columns lie; null: none were made yet. */
      version: c.text(),
      /** Names of the traits that have a column. */
      traits: c.json<string[]>().notNull(),
      /** Whether all traits have one. */
      complete: c.flag().notNull(),
      /** Its rows have changed. */
      stale: c.flag().notNull(),
      /** Of whoever makes it anew; null: nobody, or the rows have changed since. */
      claim: c.text(),
      claimedAt: c.at(),
    },
    (t) => [c.primaryKey({ columns: [t.workspaceId, t.surveyId, t.of, t.since] })],
  ),

  responseFrameColumns: c.table(
    'response_frame_columns',
    {
      workspaceId: c.text().notNull(),
      version: c.text().notNull(),
      name: c.text().notNull(),
      bytes: c.bytes().notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.workspaceId, t.version, t.name] })],
  ),
})
