import { z } from 'zod'
import { SurveyId } from './ids.ts'
import { surveyKinds } from './survey-kinds.ts'

/** Every kind of question: NPS 0–10, CSAT 1–5, CES 1–7, rating 1–5, reaction to an idea 1–3, choices, open text. */
export const SurveyKind = z.enum(surveyKinds)
export type SurveyKind = z.infer<typeof SurveyKind>

export const NpsScore = z.int().min(0).max(10)

/** Promoter 9–10, passive 7–8, detractor 0–6. */
export const NpsGroup = z.enum(['promoter', 'passive', 'detractor'])
export type NpsGroup = z.infer<typeof NpsGroup>

export const OptionId = z.string().regex(/^[a-z0-9_-]{1,40}$/)

/** What a kind leaves open: how a rating looks, and what a choice offers. */
export const SurveyForm = z.strictObject({
  icons: z.enum(['stars', 'faces']).optional(),
  options: z.array(OptionId).min(2).max(12).optional().describe('Ids; their words stand in the texts'),
})
export type SurveyForm = z.infer<typeof SurveyForm>

const FollowUp = z.string().max(300)

/** The words of a prompt in one language. A text left out falls back to the widget's standard wording. */
export const SurveyTexts = z.strictObject({
  question: z.string().max(300).optional(),
  idea: z.string().max(500).optional().describe('What a reaction is asked about'),
  followUp: z
    .strictObject({ low: FollowUp, middle: FollowUp, high: FollowUp, any: FollowUp })
    .partial()
    .optional()
    .describe('By where the score stands (of NPS: detractor, passive, promoter); any: whatever was answered'),
  options: z.record(OptionId, z.string().min(1).max(100)).optional(),
})
export type SurveyTexts = z.infer<typeof SurveyTexts>

/** When the prompt appears. All that is given must hold. */
export const SurveyTrigger = z.strictObject({
  delayMs: z.int().min(0).max(3_600_000).default(5_000).describe('After the page is ready and the trigger holds'),
  path: z.string().max(300).optional().describe('Glob over the path of the page, such as /invoices/*'),
  event: z.string().max(100).optional().describe('Only after this event was tracked'),
  code: z.boolean().optional().describe('Only when the host page asks: heed("survey", id) or <heed-survey>'),
})
export type SurveyTrigger = z.infer<typeof SurveyTrigger>

export const SurveyState = z.enum(['running', 'ended'])

export const Survey = z.object({
  id: SurveyId,
  kind: SurveyKind,
  form: SurveyForm,
  name: z.string(),
  state: SurveyState,
  texts: z.record(z.string(), SurveyTexts).describe('By language'),
  trigger: SurveyTrigger,
  repeatAfterDays: z.int().nullable().describe('A person is asked again after so many days; null: once'),
  createdAt: z.iso.datetime(),
})
export type Survey = z.infer<typeof Survey>

export const SurveyList = z.object({ items: z.array(Survey) })

/** A running survey as the widget gets it. */
export const PublicSurvey = Survey.pick({
  id: true,
  kind: true,
  texts: true,
  trigger: true,
  repeatAfterDays: true,
}).extend({ form: SurveyForm.optional().describe("Left out: the kind's own") })
export type PublicSurvey = z.infer<typeof PublicSurvey>

/** Asks whether a person may be asked now: browsers know only what happened in them. */
export const EligibilityQuery = z.strictObject({ surveyId: SurveyId, userId: z.string().min(1).max(255) })
export type EligibilityQuery = z.infer<typeof EligibilityQuery>

export const Eligibility = z.object({
  eligible: z.boolean(),
  until: z.iso.datetime().nullable().describe('When a person who rests may be asked again; null: not known, or now'),
})
export type Eligibility = z.infer<typeof Eligibility>
