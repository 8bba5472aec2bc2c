import { z } from 'zod'
import { ShareFigure } from './figures.ts'
import { SurveyId } from './ids.ts'

/** A score with its 95 % margin. −100 … 100; null where nobody answered. */
export const NpsFigure = z.object({
  score: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  answers: z.int(),
  promoters: z.int(),
  passives: z.int(),
  detractors: z.int(),
})
export type NpsFigure = z.infer<typeof NpsFigure>

/** The score if every stratum of the base spoke in proportion to its size. */
export const WeightedNps = z.object({
  score: z.number(),
  low: z.number(),
  high: z.number(),
  effectiveAnswers: z.number().describe("Kish's effective sample size"),
  coveredShare: z.number().describe('Share of the base that stands in a stratum with at least one answer, 0 … 1'),
})
export type WeightedNps = z.infer<typeof WeightedNps>

export const NpsQuery = z.object({ surveyId: SurveyId.optional() })

/** One stratum: who is in the base, who was asked, who answered. */
export const NpsStratum = z.object({
  plan: z.string().nullable(),
  base: z.int().describe('People now'),
  exposures: z.int(),
  responseRate: z.number().nullable().describe('Answers a time shown, 0 … 1'),
  figure: NpsFigure,
})
export type NpsStratum = z.infer<typeof NpsStratum>

/** The same of a tenure band. */
export const NpsTenure = z.object({
  tenure: z
    .string()
    .nullable()
    .describe('Days as in the language of segments: 0..89, 90..179, 180..364 or 365..; null: not known'),
  base: z.int().describe('People now'),
  answers: z.int(),
})
export type NpsTenure = z.infer<typeof NpsTenure>

/**
 * Everything the overview shows of NPS for a segment, as of the answer. Figures cover the last `periodDays` days, about
 * one wave, in which a person answers a survey once; so answers can be held against people. `months` go back 24 months, in UTC.
 */
export const NpsResult = z.object({
  periodDays: z.int(),
  raw: NpsFigure,
  weighted: WeightedNps.nullable(),
  base: z
    .int()
    .describe('People of the segment now; margins are corrected for them where nobody can have answered twice'),
  exposures: z.int(),
  responseRate: ShareFigure.nullable(),
  distribution: z.array(z.int()).length(11),
  months: z.array(z.object({ month: z.string(), figure: NpsFigure })),
  byPlan: z.array(NpsStratum),
  byTenure: z.array(NpsTenure).describe('Answers are weighted by plan and by these bands'),
})
export type NpsResult = z.infer<typeof NpsResult>
