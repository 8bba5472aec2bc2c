import { postgresColumns } from './columns.postgres.ts'
import { allTables } from './tables/index.ts'

// Read by drizzle-kit, which looks for named exports.
export const {
  workspaces,
  keys,
  members,
  sessions,
  signInLinks,
  accounts,
  people,
  visitors,
  surveys,
  exposures,
  responses,
  tickets,
  messages,
  areas,
  articles,
  deflections,
  attachments,
  ideas,
  votes,
  events,
  segments,
  signingKeys,
  rates,
} = allTables(postgresColumns)
