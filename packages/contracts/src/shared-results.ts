import { z } from 'zod'
import { ShareId } from './ids.ts'
import { SurveyResult } from './survey-results.ts'
import { SurveyKind } from './surveys.ts'

/** A link under which anybody who has it reads one survey's results, as filtered; no comments, no names. */
export const SharedResults = z.object({
  id: ShareId,
  query: z.string().describe('The query of the results, as in the address'),
  createdAt: z.iso.datetime(),
  createdBy: z.string(),
})
export type SharedResults = z.infer<typeof SharedResults>

export const NewSharedResults = z.strictObject({ query: z.string().max(6_000) })
export type NewSharedResults = z.infer<typeof NewSharedResults>

/** The token is shown once. */
export const CreatedSharedResults = SharedResults.extend({ token: z.string() })
export type CreatedSharedResults = z.infer<typeof CreatedSharedResults>
export const SharedResultsList = z.object({ items: z.array(SharedResults) })
export type SharedResultsList = z.infer<typeof SharedResultsList>

/** What a link shows: figures as of now. */
export const SharedSurveyResult = z.object({
  workspaceName: z.string(),
  surveyName: z.string(),
  kind: SurveyKind,
  filtered: z.boolean().describe('Whether these are the answers of a part of the customers alone'),
  result: SurveyResult,
})
export type SharedSurveyResult = z.infer<typeof SharedSurveyResult>

export const shareProblems = {
  share_not_found: [404, 'This link is not known, or it was taken back.'],
} as const
