import type { Survey } from '@heed/contracts'
import { definitionOf } from './survey-definition.ts'
import { stateOf } from './survey-state.ts'
import type { SurveyRow } from './surveys.queries.ts'

/** A survey as members get it, in the state it is in now. */
export const toSurvey = (row: SurveyRow, now: Date): Survey => ({
  id: row.id,
  ...definitionOf(row),
  state: stateOf(row, now),
  version: row.version,
  createdAt: row.createdAt.toISOString(),
  launchedAt: row.launchedAt?.toISOString() ?? null,
  updatedAt: (row.updatedAt ?? row.createdAt).toISOString(),
})
