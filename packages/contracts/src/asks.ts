import { z } from 'zod'
import { ExposureId, SurveyId } from './ids.ts'

/** A browser in which all triggers of a survey hold asks whether this person may be asked now. */
export const NewAsk = z.strictObject({
  surveyId: SurveyId,
  exposureId: ExposureId.describe(
    'Of the prompt that would be shown, made anew by each page that wants to show one. A retry sends the same again and ' +
      'gets the same grant; another tab has another id and is not granted beside it. Where granted, the exposure is sent under it',
  ),
  userId: z
    .string()
    .min(1)
    .max(255)
    .optional()
    .describe(
      'As the host page named the person, while the server may not have heard of it. Not looked at where the visitor is ' +
        'bound to a user already, signed or not',
    ),
})
export type NewAsk = z.infer<typeof NewAsk>

/** Why a person is not asked. */
export const AskRefusal = z.enum([
  /** A draft, not begun, paused or ended. */
  'not_running',
  /** Saw another prompt within the workspace's rest, or is seeing one now in another browser. */
  'resting',
  /** Was asked or answered this survey within its repeat rule, or said "later" not long enough ago. */
  'asked_recently',
  /** Not whom the survey is aimed at. */
  'not_targeted',
  /** Not drawn in this wave, or so far. */
  'outside_sample',
  /** Enough of those like them, or of all, have answered. */
  'quota_full',
])
export type AskRefusal = z.infer<typeof AskRefusal>

/**
 * The server's decision. `granted` holds the person's place for ten minutes, or until the exposure has come: in that time
 * no other browser or tab of theirs is granted a prompt. Whoever has not shown it by then asks again.
 */
export const Ask = z.object({
  granted: z.boolean(),
  reason: AskRefusal.nullable().describe('Null where granted'),
  until: z.iso.datetime().nullable().describe('Before then asking again is of no use; null: not known, or granted'),
})
export type Ask = z.infer<typeof Ask>

/** The workspace's rule over all surveys. */
export const FatigueRule = z.strictObject({
  restDays: z
    .int()
    .min(0)
    .max(365)
    .describe('Nobody sees a second prompt within so many days, whichever survey it is of'),
  laterDays: z
    .int()
    .min(1)
    .max(90)
    .describe('Whoever says "ask me later" may be asked the same again after so many days, and after the rest'),
  mostASession: z.int().min(1).max(10).describe('Prompts in one session of a browser: twelve hours, over all its tabs'),
})
export type FatigueRule = z.infer<typeof FatigueRule>

/** Where the workspace sets nothing. */
export const standardFatigue: FatigueRule = { restDays: 7, laterDays: 7, mostASession: 1 }
