import { z } from 'zod'
import { Figure, Measure } from './figures.ts'
import { SurveyId } from './ids.ts'
import { surveyKinds } from './survey-kinds.ts'
import { SurveyAlerts, SurveySampling, SurveySchedule, SurveyTargeting, SurveyTrigger } from './survey-rules.ts'

/** Every kind of question: NPS 0–10, CSAT 1–5, CES 1–7, rating 1–5, reaction to an idea 1–3, choices, which of two ideas, open text. */
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
  shuffle: z.boolean().optional().describe('Options in another order for each person; two ideas always are'),
  link: z
    .strictObject({
      url: z.url({ protocol: /^https$/, hostname: z.regexes.domain }).max(500),
      bands: z
        .array(z.enum(['low', 'middle', 'high']))
        .min(1)
        .optional(),
    })
    .optional()
    .describe('Offered with the thanks, to whose score stands there; without bands to all. Its words: `linkLabel`'),
  accent: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, 'must be a colour such as #1a6b5c')
    .optional()
    .describe("In place of the workspace's"),
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
  thanks: z.string().max(300).optional(),
  linkLabel: z.string().max(60).optional(),
})
export type SurveyTexts = z.infer<typeof SurveyTexts>

/** `scheduled`: launched, and its start has not come. */
export const SurveyState = z.enum(['draft', 'scheduled', 'running', 'paused', 'ended'])
export type SurveyState = z.infer<typeof SurveyState>

/** A language tag such as de or pt-BR. */
const Language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a language such as de')

const definition = {
  name: z.string().trim().min(1, 'must not be empty').max(120),
  kind: SurveyKind,
  form: SurveyForm,
  texts: z.record(Language, SurveyTexts).describe('By language'),
  trigger: SurveyTrigger,
  targeting: SurveyTargeting,
  sampling: SurveySampling,
  repeatAfterDays: z
    .int()
    .min(1)
    .max(3_650)
    .nullable()
    .describe('A wave: a person is asked again after so many days; null: once'),
  priority: z.int().min(0).max(100).describe('Of several that are due the highest is asked first'),
  // Also one of before its years were held to bounds.
  schedule: SurveySchedule.extend({
    startsAt: z.iso.datetime().nullable(),
    endsAt: z.iso.datetime().nullable(),
  }),
  alerts: SurveyAlerts,
}

/**
 * All that makes a survey what it is. Every change of one that was launched is a version of its own, which exposures and
 * responses name.
 */
export const SurveyDefinition = z.strictObject({
  ...definition,
  form: SurveyForm.default({}),
  texts: definition.texts.default({}),
  trigger: SurveyTrigger.default({ delayMs: 5_000 }),
  targeting: SurveyTargeting.default({}),
  sampling: SurveySampling.default({ mode: 'everyone' }),
  repeatAfterDays: definition.repeatAfterDays.default(null),
  priority: definition.priority.default(50),
  schedule: SurveySchedule.default({ startsAt: null, endsAt: null, answerLimit: null }),
  alerts: SurveyAlerts.default({}),
})
export type SurveyDefinition = z.infer<typeof SurveyDefinition>

export const Survey = z.object({
  id: SurveyId,
  ...definition,
  state: SurveyState,
  version: z.int(),
  createdAt: z.iso.datetime(),
  launchedAt: z.iso.datetime().nullable(),
  updatedAt: z.iso.datetime().describe('Name it in `basedOn` of a change'),
})
export type Survey = z.infer<typeof Survey>

const basedOn = z.iso
  .datetime()
  .describe('`updatedAt` of the survey as it was read; another one means that somebody else was first')

/** A change: the whole definition anew. */
export const SurveyChange = SurveyDefinition.extend({ basedOn })
export type SurveyChange = z.infer<typeof SurveyChange>

/** Which survey is launched: without `basedOn`, as it is now. */
export const SurveyBasis = z.strictObject({ basedOn: basedOn.optional() })

/** In the list each with its figure over the last 90 days. */
export const SurveyListItem = Survey.extend({
  measure: Measure,
  figure: Figure,
  seen: z.int().describe('Times shown in these days'),
  lastAnswerAt: z.iso.datetime().nullable(),
})
export type SurveyListItem = z.infer<typeof SurveyListItem>
export const SurveyList = z.object({ items: z.array(SurveyListItem) })

export const SurveyVersion = z.object({
  version: z.int(),
  definition: SurveyDefinition,
  createdAt: z.iso.datetime(),
  memberName: z.string().nullable(),
  answers: z.int(),
})
export type SurveyVersion = z.infer<typeof SurveyVersion>
export const SurveyVersionList = z.object({ items: z.array(SurveyVersion) })

/** An address to open a page of one's own app with: the survey shows there as it is now, and nothing is kept of it. */
export const TestLink = z.object({
  parameter: z.string().describe('To put behind the # of the address'),
  expiresAt: z.iso.datetime(),
})
export type TestLink = z.infer<typeof TestLink>

/** A running survey as the widget gets it. */
export const PublicSurvey = Survey.pick({
  id: true,
  kind: true,
  version: true,
  texts: true,
  trigger: true,
  repeatAfterDays: true,
}).extend({ form: SurveyForm.optional().describe("Left out: the kind's own") })
export type PublicSurvey = z.infer<typeof PublicSurvey>

export const surveyProblems = {
  survey_not_found: [404, 'There is no such survey in this workspace.'],
  survey_changed: [409, 'Somebody else changed this survey in the meantime. Load it again; your change is not stored.'],
  survey_running: [409, 'This survey was launched. Only a draft can be deleted, and its kind stays.'],
  survey_incomplete: [409, 'This survey is not ready to be launched.'],
  wrong_survey_state: [409, 'In its present state this cannot be done with the survey.'],
  import_unreadable: [400, 'This is not a survey as that tool exports it.'],
  test_link_ended: [404, 'This test link has ended. Make a new one.'],
} as const
