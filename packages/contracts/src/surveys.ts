import { z } from 'zod'
import { SurveyId } from './ids.ts'

/** Net Promoter Score is the first kind; the others of the product join this list as they are built. */
export const SurveyKind = z.enum(['nps'])
export type SurveyKind = z.infer<typeof SurveyKind>

export const NpsScore = z.int().min(0).max(10)

/** Promoter 9–10, passive 7–8, detractor 0–6. */
export const NpsGroup = z.enum(['promoter', 'passive', 'detractor'])
export type NpsGroup = z.infer<typeof NpsGroup>

/** The words of a prompt in one language. A text left out falls back to the widget's standard wording. */
export const SurveyTexts = z.strictObject({
  question: z.string().max(300).optional(),
  followUp: z
    .strictObject({ promoter: z.string().max(300), passive: z.string().max(300), detractor: z.string().max(300) })
    .partial()
    .optional(),
})
export type SurveyTexts = z.infer<typeof SurveyTexts>

/** When the prompt appears. All that is given must hold. */
export const SurveyTrigger = z.strictObject({
  delayMs: z.int().min(0).max(3_600_000).default(5_000).describe('After the page is ready and the trigger holds'),
  path: z.string().max(300).optional().describe('Glob over the path of the page, such as /invoices/*'),
  event: z.string().max(100).optional().describe('Only after this event was tracked'),
})
export type SurveyTrigger = z.infer<typeof SurveyTrigger>

export const SurveyState = z.enum(['running', 'ended'])

export const Survey = z.object({
  id: SurveyId,
  kind: SurveyKind,
  name: z.string(),
  state: SurveyState,
  texts: z.record(z.string(), SurveyTexts).describe('By language'),
  trigger: SurveyTrigger,
  repeatAfterDays: z.int().nullable().describe('A person is asked again after so many days; null: once'),
  createdAt: z.iso.datetime(),
})
export type Survey = z.infer<typeof Survey>

export const SurveyList = z.object({ items: z.array(Survey) })
