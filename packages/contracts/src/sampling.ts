import { z } from 'zod'
import { ShareFigure } from './figures.ts'

/** One stratum of a survey's sample in the wave of now. A null part is not known of its people; a part left out is not cut by. */
export const StratumReport = z.object({
  key: z.string(),
  plans: z.array(z.string().nullable()).optional().describe('Several where small ones were merged'),
  tenureDays: z.object({ from: z.int().nullable(), to: z.int().nullable() }).optional(),
  spendMinor: z.object({ from: z.int().nullable(), to: z.int().nullable() }).optional(),
  base: z.int().describe('People now'),
  asked: z.int(),
  answered: z.int(),
  responseRate: ShareFigure.nullable(),
  wanted: z.int().nullable().describe('Answers; null where the survey has no target'),
  stillWanted: z.int().nullable(),
  heard: z
    .enum(['under', 'even', 'over'])
    .describe('Share of the answers held against share of the base; even where the difference can be chance'),
  heardRatio: z.number().nullable().describe('1: heard as its size would have it; null without an answer'),
})
export type StratumReport = z.infer<typeof StratumReport>

export const SamplingReport = z.object({
  wave: z.int().describe('0 for the first'),
  startedAt: z.iso.datetime().nullable(),
  endsAt: z.iso.datetime().nullable().describe('When the answers should be there'),
  base: z.int(),
  asked: z.int(),
  answered: z.int(),
  wanted: z.int().nullable(),
  expectedMarginPoints: z.number().nullable().describe('Half width at 95 % once all wanted answers are there'),
  strata: z.array(StratumReport),
})
export type SamplingReport = z.infer<typeof SamplingReport>

/** How many people a survey would reach. */
export const SurveyReach = z.object({
  days: z.int(),
  people: z.int().describe('Who were here in the last so many days and whom the survey may ask'),
  targeted: z.int().describe('Whom the survey may ask, here or not'),
  base: z.int(),
  responseRate: ShareFigure.nullable().describe('Of earlier prompts'),
  answers: z.object({ low: z.int(), high: z.int() }).nullable().describe('To expect in these days'),
})
export type SurveyReach = z.infer<typeof SurveyReach>
