import { z } from 'zod'
import { SurveyId } from './ids.ts'

/** A survey as another tool exports it. */
export const SurveyImport = z.strictObject({
  from: z.enum(['formbricks', 'posthog']),
  survey: z.record(z.string(), z.unknown()).describe('The JSON of one survey'),
})
export type SurveyImport = z.infer<typeof SurveyImport>

/** The drafts that came of it, one for each question that Heed can ask, and what was left out and why. */
export const ImportedSurveys = z.object({
  surveyIds: z.array(SurveyId),
  leftOut: z.array(z.object({ path: z.string().describe('Such as questions[2].logic'), reason: z.string() })),
})
export type ImportedSurveys = z.infer<typeof ImportedSurveys>
