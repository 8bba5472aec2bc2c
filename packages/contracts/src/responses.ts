import { z } from 'zod'
import { Day, Month } from './days.ts'
import { AreaId, ExposureId, ResponseId, SurveyId } from './ids.ts'
import { PageQuery, pageOf, queryInt } from './pages.ts'
import { AccountSummary, PersonSummary } from './people.ts'
import { NpsGroup, OptionId, SurveyKind } from './surveys.ts'
import { Snapshot } from './traits.ts'

/** How long a message waited in the browser's outbox, in milliseconds; the server dates the row back by it. */
export const AgeMs = z
  .int()
  .min(0)
  .max(30 * 86_400_000)
  .default(0)

export const PagePlace = z.strictObject({ url: z.string().max(2000), title: z.string().max(300).optional() })
export type PagePlace = z.infer<typeof PagePlace>

/** Of the survey as the browser has it; left out: the newest. */
const SurveyVersionNumber = z.int().min(1).max(1_000_000).optional()

/** The prompt was shown. Sent with a client-made id, so a repeat is the same exposure. */
export const NewExposure = z.strictObject({
  surveyId: SurveyId,
  version: SurveyVersionNumber,
  page: PagePlace.optional(),
  ageMs: AgeMs,
})
export type NewExposure = z.infer<typeof NewExposure>

export const NewDismissal = z.strictObject({
  ageMs: AgeMs,
  later: z.boolean().optional().describe('"Ask me later": may be asked the same again soon'),
})

/** On the scale of the survey's kind; the server holds it against the kind. */
export const Score = z.int().min(0).max(10)

/**
 * The answer. Sent when something is chosen, and again with the same id when it changes or a comment is given.
 * Which of `score`, `choices` and `comment` is needed depends on the survey's kind; of open text it is the comment.
 */
export const NewResponse = z.strictObject({
  surveyId: SurveyId,
  version: SurveyVersionNumber,
  exposureId: ExposureId.optional(),
  score: Score.optional(),
  choices: z.array(OptionId).max(12).optional().describe('Ids of the chosen options'),
  comment: z.string().max(5000).optional(),
  page: PagePlace.optional(),
  locale: z.string().max(35).optional(),
  ageMs: AgeMs,
})
export type NewResponse = z.infer<typeof NewResponse>

export const Stored = z.object({ id: z.string() })

export const ResponseItem = z.object({
  id: ResponseId,
  surveyId: SurveyId,
  surveyName: z.string(),
  surveyVersion: z.int(),
  kind: SurveyKind,
  score: Score.nullable(),
  choices: z
    .array(z.object({ id: OptionId, label: z.string() }))
    .describe('As the survey words them; empty for kinds without'),
  comment: z.string().nullable(),
  createdAt: z.iso.datetime(),
  page: PagePlace.nullable(),
  locale: z.string().nullable(),
  starred: z.boolean(),
  areas: z.array(z.object({ id: AreaId, name: z.string() })),
  person: PersonSummary,
  account: AccountSummary.nullable(),
  snapshot: Snapshot,
})
export type ResponseItem = z.infer<typeof ResponseItem>

export const ResponseQuery = PageQuery.extend({
  surveyId: SurveyId.optional(),
  kind: SurveyKind.optional().describe('Of surveys of this kind'),
  group: NpsGroup.optional(),
  score: queryInt(0, 10).optional(),
  choice: OptionId.optional().describe('Chose this option'),
  version: queryInt(1, 1_000_000).optional().describe('Of this version of the survey'),
  locale: z.string().max(35).optional().describe('Given in this language; none: in one that is not known'),
  commented: z.stringbool().optional(),
  starred: z.stringbool().optional(),
  areaId: AreaId.optional(),
  q: z.string().trim().max(200).optional().describe('Words that the comment holds, A–Z like a–z'),
  days: queryInt(1, 3650).optional().describe('Of the last so many days'),
  month: Month.optional(),
  from: Day.optional().describe('A day in UTC, included'),
  to: Day.optional(),
})
export type ResponseQuery = z.infer<typeof ResponseQuery>
export const ResponsePage = pageOf(ResponseItem)
export type ResponsePage = z.infer<typeof ResponsePage>

/** An answer in short, beside something else of the same person. */
export const EarlierResponse = ResponseItem.pick({
  id: true,
  surveyName: true,
  kind: true,
  score: true,
  choices: true,
  comment: true,
  createdAt: true,
})
export type EarlierResponse = z.infer<typeof EarlierResponse>

/** One answer with what else this person answered and asked. */
export const ResponseDetail = ResponseItem.extend({
  history: z.array(EarlierResponse),
  tickets: z.array(
    z.object({
      id: z.string(),
      number: z.int(),
      preview: z.string(),
      state: z.enum(['open', 'closed']),
      createdAt: z.iso.datetime(),
    }),
  ),
})
export type ResponseDetail = z.infer<typeof ResponseDetail>

/** Areas of the host's product that an answer is about, all of them anew. */
export const ResponseAreas = z.strictObject({ areaIds: z.array(AreaId).max(20) })

export const responseProblems = {
  survey_not_running: [409, 'This survey is not running.'],
  survey_ended: [409, 'This survey has ended.'],
  answer_unfit: [400, 'This answer does not fit the question.'],
  already_answered: [409, 'This prompt was answered already, under another id.'],
  exposure_not_found: [404, 'There is no such exposure for this visitor.'],
  response_not_found: [404, 'There is no such response in this workspace.'],
  id_taken: [409, 'Another visitor already used this id. Make a new one.'],
} as const
