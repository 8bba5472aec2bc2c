import type { Columns } from '../columns.postgres.ts'
import { articleTables } from './articles.ts'
import { ideaTables } from './ideas.ts'
import { mailTables } from './mails.ts'
import { noticeTables } from './notices.ts'
import { peopleTables } from './people.ts'
import { requestTables } from './requests.ts'
import { responseFrameTables } from './response-frames.ts'
import { surveyTables } from './surveys.ts'
import { ticketTables } from './tickets.ts'
import { workspaceTables } from './workspaces.ts'

/** Every table, once per store. */
export const allTables = (c: Columns) => ({
  ...workspaceTables(c),
  ...peopleTables(c),
  ...surveyTables(c),
  ...responseFrameTables(c),
  ...noticeTables(c),
  ...ticketTables(c),
  ...articleTables(c),
  ...ideaTables(c),
  ...requestTables(c),
  ...mailTables(c),
})
export type Tables = ReturnType<typeof allTables>

/** Tables that are looked up before the workspace is known; on a sharded Postgres they are reference tables. */
export const directoryTables = [
  'workspaces',
  'keys',
  'members',
  'sessions',
  'sign_in_links',
  'shared_results',
  'help_centres',
]
