import {
  type PagePlace,
  type SurveyAlerts,
  type SurveyDefinition,
  type SurveyForm,
  type SurveySampling,
  type SurveyTargeting,
  type SurveyTexts,
  type SurveyTrigger,
  surveyKinds,
} from '@heed/contracts'
import type { Columns } from '../columns.postgres.ts'
import { snapshotColumns } from './snapshot-columns.ts'

/** Surveys and their versions, whom they asked, the times they were shown, and the answers. */
export const surveyTables = (c: Columns) => ({
  surveys: c.table(
    'surveys',
    {
      workspaceId: c.text().notNull(),
      id: c.text().notNull(),
      kind: c.oneOf(surveyKinds).notNull(),
      name: c.text().notNull(),
      /** One that runs and whose start has not come is scheduled. */
      state: c.oneOf(['draft', 'running', 'paused', 'ended']).notNull(),
      version: c.int().notNull().default(1),
      /** What the kind leaves open; null: nothing. */
      form: c.json<SurveyForm>(),
      texts: c.json<Record<string, SurveyTexts>>().notNull(),
      trigger: c.json<SurveyTrigger>().notNull(),
      /** Null: everyone. */
      targeting: c.json<SurveyTargeting>(),
      /** Null: everyone. */
      sampling: c.json<SurveySampling>(),
      /** Null: nothing is told. */
      alerts: c.json<SurveyAlerts>(),
      repeatAfterDays: c.int(),
      priority: c.int().notNull().default(50),
      startsAt: c.at(),
      endsAt: c.at(),
      answerLimit: c.int(),
      createdAt: c.at().notNull(),
      /** Waves count from here; null: never, or before waves were kept, when they count from `createdAt`. */
      launchedAt: c.at(),
      /** Null: not since `createdAt`. */
      updatedAt: c.at(),
    },
    (t) => [c.primaryKey({ columns: [t.workspaceId, t.id] })],
  ),

  /** Each definition that was launched, so that an answer can be read as it was asked. */
  surveyVersions: c.table(
    'survey_versions',
    {
      workspaceId: c.text().notNull(),
      surveyId: c.text().notNull(),
      version: c.int().notNull(),
      definition: c.json<SurveyDefinition>().notNull(),
      memberId: c.text(),
      createdAt: c.at().notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.workspaceId, t.surveyId, t.version] })],
  ),

  /** What a wave of a survey with a target wants of each stratum, fixed when the wave begins. */
  surveyWaves: c.table(
    'survey_waves',
    {
      workspaceId: c.text().notNull(),
      surveyId: c.text().notNull(),
      wave: c.int().notNull(),
      startedAt: c.at().notNull(),
      strata: c.json<WavePlan>().notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.workspaceId, t.surveyId, t.wave] })],
  ),

  /** The decision whether a person is asked in a wave: one row for each who came by while all triggers held. */
  asks: c.table(
    'asks',
    {
      workspaceId: c.text().notNull(),
      surveyId: c.text().notNull(),
      /** Below 0: a grant that holds the person's place beside the one of their wave; another browser of theirs has it. */
      wave: c.int().notNull(),
      personId: c.text().notNull(),
      /** Key of the cell (plan, tenure, spend) that the person was in then; null where there is no target. */
      stratum: c.text(),
      decidedAt: c.at().notNull(),
      /** Null: outside the sample, or so far. */
      grantedAt: c.at(),
      /** Of the prompt that was granted, made in the browser: the same again is the same ask. Null: none was. */
      exposureId: c.text(),
    },
    (t) => [
      c.primaryKey({ columns: [t.workspaceId, t.surveyId, t.wave, t.personId] }),
      c.index('asks_by_person').on(t.workspaceId, t.personId),
      // What a wave granted lately.
      c.index('asks_by_grant').on(t.workspaceId, t.surveyId, t.wave, t.grantedAt),
      // How many came by, and how many of them were asked.
      c.index('asks_by_survey').on(t.workspaceId, t.surveyId, t.decidedAt, t.grantedAt),
    ],
  ),

  /** Opens a survey in a page of the host's for whoever tries it out. */
  testLinks: c.table(
    'test_links',
    {
      workspaceId: c.text().notNull(),
      hash: c.text().notNull(),
      surveyId: c.text().notNull(),
      expiresAt: c.at().notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.workspaceId, t.hash] })],
  ),

  exposures: c.table(
    'exposures',
    {
      workspaceId: c.text().notNull(),
      id: c.text().notNull(),
      surveyId: c.text().notNull(),
      surveyVersion: c.int().notNull().default(1),
      personId: c.text().notNull(),
      accountId: c.text(),
      page: c.json<PagePlace>(),
      ...snapshotColumns(c),
      createdAt: c.at().notNull(),
      dismissedAt: c.at(),
      /** The person closed it by "ask me later". */
      later: c.flag(),
    },
    (t) => [
      c.primaryKey({ columns: [t.workspaceId, t.id] }),
      c.index('exposures_by_age').on(t.workspaceId, t.createdAt),
      c.index('exposures_by_person').on(t.workspaceId, t.personId),
      c.index('exposures_by_survey').on(t.workspaceId, t.surveyId, t.createdAt),
    ],
  ),

  responses: c.table(
    'responses',
    {
      workspaceId: c.text().notNull(),
      id: c.text().notNull(),
      surveyId: c.text().notNull(),
      surveyVersion: c.int().notNull().default(1),
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
      starredAt: c.at(),
      changeMark: c.changeMark(),
    },
    (t) => [
      c.primaryKey({ columns: [t.workspaceId, t.id] }),
      c.index('responses_by_age').on(t.workspaceId, t.createdAt, t.id),
      c.index('responses_by_person').on(t.workspaceId, t.personId),
      c.index('responses_by_survey').on(t.workspaceId, t.surveyId, t.createdAt, t.id),
      // One prompt, one answer; answers without a prompt are not compared.
      c.uniqueIndex('responses_by_exposure').on(t.workspaceId, t.exposureId),
      c.changeIndex('responses_by_change', t.workspaceId, t.changeMark),
    ],
  ),

  responseAreas: c.table(
    'response_areas',
    { workspaceId: c.text().notNull(), responseId: c.text().notNull(), areaId: c.text().notNull() },
    (t) => [
      c.primaryKey({ columns: [t.workspaceId, t.responseId, t.areaId] }),
      c.index('response_areas_by_area').on(t.workspaceId, t.areaId),
    ],
  ),

  // Directory: the link's token is all that a request brings, so the unique index cannot begin with the workspace.
  sharedResults: c.table(
    'shared_results',
    {
      workspaceId: c.text().notNull(),
      id: c.text().notNull(),
      hash: c.text().notNull(),
      surveyId: c.text().notNull(),
      query: c.text().notNull(),
      memberId: c.text().notNull(),
      createdAt: c.at().notNull(),
      revokedAt: c.at(),
    },
    (t) => [c.primaryKey({ columns: [t.workspaceId, t.id] }), c.uniqueIndex('shared_results_by_hash').on(t.hash)],
  ),
})

/** How a wave's answers are spread, and for what that was reckoned: another sampling is planned anew. */
export type WavePlan = {
  sampling: SurveySampling
  /** Where bands of spend begin, in the reporting currency. */
  spendCutsMinor: number[]
  /** Share of those asked who were expected to answer, 0 … 1. */
  responseRate: number
  strata: WaveStratum[]
  /** People of the base, or who had come by if those were more. Left out: the base of the strata. */
  known?: number
}

/** A stratum as a wave began: who is in it, how many people it held and how many answers it should give. */
export type WaveStratum = {
  key: string
  /** Who is in it: small cells were merged, so it need not be a block of plans and bands. */
  cells: { plan: string | null; tenureBand: string; spendBand: string }[]
  base: number
  wanted: number
}
