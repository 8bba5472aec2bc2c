import { z } from 'zod'
import { Moment } from './days.ts'

/** When the prompt appears. All that is given must hold. */
export const SurveyTrigger = z.strictObject({
  delayMs: z.int().min(0).max(3_600_000).default(5_000).describe('After the page is ready and the trigger holds'),
  path: z.string().max(300).optional().describe('Glob over the path of the page, such as /invoices/*'),
  event: z.string().max(100).optional().describe('Only after this event was tracked in the page'),
  where: z
    .record(z.string().min(1).max(100), z.union([z.string().max(200), z.number(), z.boolean()]))
    .refine((where) => Object.keys(where).length <= 10, 'at most 10 properties')
    .optional()
    .describe('Properties that the event must have, each exactly so'),
  scroll: z.int().min(1).max(100).optional().describe('Only once so many per cent of the page were scrolled through'),
  leaving: z.boolean().optional().describe('Only when the pointer leaves the page upwards'),
  clicked: z.string().min(1).max(300).optional().describe('Only after an element of this CSS selector was clicked'),
  newVersion: z
    .boolean()
    .optional()
    .describe('Only where heed("set", { appVersion }) names another version than this browser saw before'),
  code: z.boolean().optional().describe('Only when the host page asks: heed("survey", id) or <heed-survey>'),
})
export type SurveyTrigger = z.infer<typeof SurveyTrigger>

const Days = z.int().min(0).max(3_650)

/** Whom it may ask. The server decides, so that nothing of it travels to the browser. */
export const SurveyTargeting = z.strictObject({
  segment: z.string().max(4_000).optional().describe('In the language of segments; left out or empty: everyone'),
  firstSeenDays: z
    .strictObject({ from: Days.optional(), to: Days.optional() })
    .optional()
    .describe('Whole days since Heed first saw the person'),
  serverEvent: z
    .strictObject({ name: z.string().min(1).max(200), withinDays: z.int().min(1).max(365) })
    .optional()
    .describe("Only whoever did this within so many days, as the host's server tracked it"),
})
export type SurveyTargeting = z.infer<typeof SurveyTargeting>

/** What strata are made of. */
export const StratumPart = z.enum(['plan', 'tenure', 'spend'])
export type StratumPart = z.infer<typeof StratumPart>

/** Which share of those whom it may ask it does ask. Who is in or out stays so for a wave. */
export const SurveySampling = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('everyone') }),
  z.strictObject({ mode: z.literal('share'), share: z.number().min(0.01).max(1) }),
  z
    .strictObject({
      mode: z.literal('target'),
      answers: z.int().min(10).max(100_000).optional(),
      marginPoints: z.number().min(1).max(30).optional().describe('Half width at 95 %, in points of 100'),
      days: z.int().min(1).max(365).default(30).describe('Over which the answers are gathered'),
      by: z.array(StratumPart).min(1).max(3).default(['plan', 'tenure', 'spend']),
      spendCutsMinor: z
        .array(z.int().min(1).max(1e13))
        .max(4)
        .optional()
        .describe('Where bands of spend begin, in the reporting currency; left out: proposed from the base'),
    })
    .refine(({ answers, marginPoints }) => (answers === undefined) !== (marginPoints === undefined), {
      message: 'must name either answers or marginPoints',
      path: ['answers'],
    }),
])
export type SurveySampling = z.infer<typeof SurveySampling>

/** From when until when it asks, and until how many answers. Null: without such an end. */
export const SurveySchedule = z.strictObject({
  startsAt: Moment.nullable().default(null),
  endsAt: Moment.nullable().default(null),
  answerLimit: z.int().min(1).max(1_000_000).nullable().default(null),
})
export type SurveySchedule = z.infer<typeof SurveySchedule>

/** What the team is told of. */
export const SurveyAlerts = z.strictObject({
  low: z
    .strictObject({
      spendFromMinor: z.int().min(0).max(1e13).default(0).describe('A month, in the reporting currency'),
      make: z.enum(['notice', 'ticket']),
    })
    .optional()
    .describe('A low score (of NPS a detractor) of a customer who spends at least so much'),
  drop: z.boolean().optional().describe('The figure of the last 30 days is below that of the 30 before, beyond chance'),
})
export type SurveyAlerts = z.infer<typeof SurveyAlerts>
