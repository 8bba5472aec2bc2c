import { type PagePlace, type SurveyForm, type SurveyTexts, type SurveyTrigger, surveyKinds } from '@heed/contracts'
import type { Columns } from '../columns.postgres.ts'
import { snapshotColumns } from './snapshot-columns.ts'

/** Surveys, the times they were shown, and the answers. */
export const surveyTables = (c: Columns) => ({
  surveys: c.table(
    'surveys',
    {
      workspaceId: c.text().notNull(),
      id: c.text().notNull(),
      kind: c.oneOf(surveyKinds).notNull(),
      name: c.text().notNull(),
      state: c.oneOf(['running', 'ended']).notNull(),
      /** What the kind leaves open; null: nothing. */
      form: c.json<SurveyForm>(),
      texts: c.json<Record<string, SurveyTexts>>().notNull(),
      trigger: c.json<SurveyTrigger>().notNull(),
      repeatAfterDays: c.int(),
      createdAt: c.at().notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.workspaceId, t.id] })],
  ),

  exposures: c.table(
    'exposures',
    {
      workspaceId: c.text().notNull(),
      id: c.text().notNull(),
      surveyId: c.text().notNull(),
      personId: c.text().notNull(),
      accountId: c.text(),
      page: c.json<PagePlace>(),
      ...snapshotColumns(c),
      createdAt: c.at().notNull(),
      dismissedAt: c.at(),
    },
    (t) => [
      c.primaryKey({ columns: [t.workspaceId, t.id] }),
      c.index('exposures_by_age').on(t.workspaceId, t.createdAt),
      c.index('exposures_by_person').on(t.workspaceId, t.personId),
    ],
  ),

  responses: c.table(
    'responses',
    {
      workspaceId: c.text().notNull(),
      id: c.text().notNull(),
      surveyId: c.text().notNull(),
      exposureId: c.text(),
      personId: c.text().notNull(),
      accountId: c.text(),
      /** Null where the kind has no score, as in choices and open text. */
      score: c.int(),
      /** Ids of the chosen options. */
      choices: c.json<string[]>(),
      comment: c.text(),
      page: c.json<PagePlace>(),
      locale: c.text(),
      ...snapshotColumns(c),
      createdAt: c.at().notNull(),
      updatedAt: c.at().notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.workspaceId, t.id] }),
      c.index('responses_by_age').on(t.workspaceId, t.createdAt, t.id),
      c.index('responses_by_person').on(t.workspaceId, t.personId),
      // One prompt, one answer; answers without a prompt are not compared.
      c.uniqueIndex('responses_by_exposure').on(t.workspaceId, t.exposureId),
    ],
  ),
})
