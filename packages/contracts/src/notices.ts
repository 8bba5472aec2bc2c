import { z } from 'zod'
import { Moment } from './days.ts'
import { NoticeId } from './ids.ts'

/** What the team is told of, newest first. */
export const Notice = z.object({
  id: NoticeId,
  kind: z.enum(['low_score', 'drop', 'survey_ended']),
  surveyId: z.string(),
  surveyName: z.string(),
  responseId: z.string().nullable(),
  ticketId: z.string().nullable().describe('The ticket that was made of it'),
  /** Of `low_score`: score and, in the reporting currency, spend. Of `drop`: the two figures. */
  facts: z.object({
    personName: z.string().optional(),
    score: z.number().optional(),
    spendMinor: z.number().optional(),
    before: z.number().optional(),
    now: z.number().optional(),
    answers: z.number().optional(),
  }),
  read: z.boolean(),
  createdAt: z.iso.datetime(),
})
export type Notice = z.infer<typeof Notice>

export const NoticeList = z.object({ items: z.array(Notice), unread: z.int() })
export type NoticeList = z.infer<typeof NoticeList>

/** All that were shown are read; what came since is not. */
export const ReadNotices = z.strictObject({
  until: Moment.describe('`createdAt` of the newest that was shown'),
})
export type ReadNotices = z.infer<typeof ReadNotices>
