import { z } from 'zod'
import { Day } from './days.ts'
import { Figure, Measure, ShareFigure } from './figures.ts'
import { queryInt } from './pages.ts'

/**
 * Who has a voice. `people`: every answer. `accounts`: one voice an account, the mean of its people's answers.
 * `spend`: the same, each weighing as much as the account spends.
 */
export const ResultUnit = z.enum(['people', 'accounts', 'spend'])
export type ResultUnit = z.infer<typeof ResultUnit>

/** Which answers. Without `days`, `from` and `to`: the last 90 days. A segment may stand beside it. */
export const ResultQuery = z.object({
  days: queryInt(1, 3_650).optional(),
  from: Day.optional().describe('A day in UTC, included'),
  to: Day.optional(),
  version: queryInt(1, 1_000_000).optional(),
  unit: ResultUnit.default('people'),
})
export type ResultQuery = z.infer<typeof ResultQuery>

/** The estimate if every stratum of the base (plan × tenure) spoke in proportion to its size. */
export const WeightedFigure = Figure.extend({
  effectiveAnswers: z.number().describe("Kish's effective sample size"),
  coveredShare: z.number().describe('Of the base, in strata with at least one answer, 0 … 1'),
  method: z.enum(['post-stratified', 'raked']),
})
export type WeightedFigure = z.infer<typeof WeightedFigure>

/** Everybody whom it might have asked, down to who answered. Null: of a time before it was kept. */
export const ResponseFunnel = z.object({
  eligible: z.int().nullable().describe('Came by while all triggers held, and the survey was aimed at them'),
  asked: z.int().nullable().describe('Of these, drawn and granted a prompt'),
  seen: z.int().describe('Times the prompt was on the screen'),
  answered: z.int(),
  dismissed: z.int().describe('Closed without an answer'),
  later: z.int().describe('Of these, "ask me later"'),
})
export type ResponseFunnel = z.infer<typeof ResponseFunnel>

export const DistributionPart = z.object({
  value: z.string().describe('The score, or the id of the option'),
  label: z.string().nullable().describe("The option's words"),
  answers: z.int(),
  share: ShareFigure.nullable(),
})
export type DistributionPart = z.infer<typeof DistributionPart>

export const FigureOfTime = z.object({ from: z.iso.date(), to: z.iso.date().describe('Included'), figure: Figure })
export type FigureOfTime = z.infer<typeof FigureOfTime>

/** Everything that a survey's page shows above the comments. */
export const SurveyResult = z.object({
  measure: Measure,
  period: z.object({ from: z.iso.date(), to: z.iso.date() }),
  unit: ResultUnit,
  raw: Figure,
  enough: z.boolean().describe('Whether there are answers enough for the margin to hold'),
  stillNeeded: z.int().nullable().describe('Answers until there are enough; null: not known, or the base is too small'),
  everyone: z.boolean().describe('Whether all of the base answered: then there is no sampling margin'),
  weighted: WeightedFigure.nullable(),
  weightedMissing: z
    .enum(['too_few', 'no_base', 'no_figure', 'unit'])
    .nullable()
    .describe('Why there is no weighted figure; unit: accounts that count by their spend are weighted already'),
  base: z
    .int()
    .describe(
      'People of the segment now, or accounts, or those that pay; margins are corrected for them where nobody can have answered twice',
    ),
  smallestVisibleChange: z.number().nullable().describe('That as many answers again would show, in four cases of five'),
  responseRate: ShareFigure.nullable().describe('Answers a time shown'),
  funnel: ResponseFunnel,
  distribution: z.array(DistributionPart),
  step: z.enum(['day', 'week', 'month']),
  overTime: z.array(FigureOfTime),
})
export type SurveyResult = z.infer<typeof SurveyResult>

/** What a survey's figure is cut by: plan, tenure, spend, version, locale, or a trait as in trait.industry. */
export const CutQuery = ResultQuery.extend({
  by: z
    .string()
    .regex(
      /^(plan|tenure|spend|version|locale|trait\.[^"\\\p{Cc}]{1,100})$/u,
      'must be plan, tenure, spend, version, locale or trait.<name>',
    ),
})
export type CutQuery = z.infer<typeof CutQuery>

/** One part of a cut. */
export const CutPart = z.object({
  value: z
    .string()
    .nullable()
    .describe('Of tenure and spend a range as in the language of segments, such as 180..364; null: not known of these'),
  segment: z
    .string()
    .nullable()
    .describe('The condition that picks these answers, as in the `segment` parameter; null: none can'),
  base: z.int().nullable().describe('People, or accounts, now; null where the base cannot be cut so'),
  seen: z.int().nullable().describe('Times shown; null of languages, which showings do not know'),
  figure: Figure,
  enough: z.boolean(),
  against: z
    .object({
      change: z.number(),
      low: z.number(),
      high: z.number(),
      verdict: z.enum(['up', 'down', 'chance', 'too_few']),
    })
    .nullable()
    .describe('Held against all other parts together; null also where the same accounts stand in several parts'),
})
export type CutPart = z.infer<typeof CutPart>

/** At most 20 parts, those with most answers first; bands in their order. */
export const SurveyCut = z.object({ by: z.string(), measure: Measure, parts: z.array(CutPart), leftOut: z.int() })
export type SurveyCut = z.infer<typeof SurveyCut>
