import { z } from 'zod'
import { ArticleId, SegmentId, SurveyId } from './ids.ts'
import { SpendMinor } from './spend.ts'
import { SurveyState } from './surveys.ts'

const Bound = (most: number) => z.int().min(0).max(most).optional()
const Words = z.string().max(500)
const Day = z.iso.date().describe('A day in UTC, such as 2026-03-31')

/** A text is one of these, exactly; or holds or begins with something, A–Z like a–z; or is there at all. */
export const TextTest = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('is'), values: z.array(Words).min(1).max(50) }),
  z.strictObject({ op: z.literal('contains'), text: Words.min(1) }),
  z.strictObject({ op: z.literal('starts'), text: Words.min(1) }),
  z.strictObject({ op: z.literal('known') }),
])
export type TextTest = z.infer<typeof TextTest>

const Number13 = z.number().min(-1e13).max(1e13)
/** A number between two others, both included; either may be left out. */
export const NumberTest = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('between'), from: Number13.optional(), to: Number13.optional() }),
  z.strictObject({ op: z.literal('known') }),
])
export type NumberTest = z.infer<typeof NumberTest>

/** Days are those of UTC, both bounds included. `ago`: `from` is the nearer bound, so { from: 0, to: 30 } is the last 30 days and today. */
export const DateTest = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('ago'), fromDays: Bound(100_000), toDays: Bound(100_000) }),
  z.strictObject({ op: z.literal('dates'), from: Day.optional(), to: Day.optional() }),
  z.strictObject({ op: z.literal('known') }),
])
export type DateTest = z.infer<typeof DateTest>

const wholeTest = (most: number) =>
  z.discriminatedUnion('op', [
    z.strictObject({ op: z.literal('between'), from: Bound(most), to: Bound(most) }),
    z.strictObject({ op: z.literal('known') }),
  ])

/** How often, both bounds included; `withinDays`: in the last so many times 24 hours, else at any time. */
const often = {
  times: z.strictObject({ from: Bound(1_000_000), to: Bound(1_000_000) }),
  withinDays: z.int().min(1).max(3_650).optional(),
}

/**
 * One condition. A value that is not there meets none, so its `not` holds. Only values of the kind that a test is about
 * can meet it: a number test never meets a text.
 */
export const SegmentCondition = z.discriminatedUnion('field', [
  z.strictObject({ field: z.enum(['plan', 'country', 'locale']), test: TextTest }),
  z
    .strictObject({ field: z.literal('spend'), test: wholeTest(1e13) })
    .describe("Recurring revenue a month, in minor units of the workspace's reporting currency"),
  z.strictObject({ field: z.literal('tenure'), test: wholeTest(100_000) }).describe('Whole days'),
  z.strictObject({ field: z.literal('seats'), test: wholeTest(1e7) }),
  z
    .strictObject({ field: z.enum(['created', 'seen']), test: DateTest })
    .describe("created: the account's, else the person's createdAt. seen: when the person was last here"),
  z.strictObject({
    field: z.literal('trait'),
    of: z.enum(['person', 'account']).optional().describe("Left out: the person's, else the account's"),
    name: z.string().min(1).max(100),
    test: z.union([TextTest, NumberTest, DateTest]),
  }),
  z.strictObject({ field: z.literal('event'), name: z.string().min(1).max(200), ...often }),
  z
    .strictObject({
      field: z.literal('nps'),
      score: z.strictObject({ from: Bound(10), to: Bound(10) }),
      withinDays: often.withinDays,
    })
    .describe('The last NPS score that the person gave'),
  z
    .strictObject({ field: z.literal('tickets'), state: z.enum(['open', 'closed']).optional(), ...often })
    .describe('Tickets that the person filed'),
  z.strictObject({ field: z.literal('segment'), id: SegmentId }).describe('Belongs to a saved segment'),
])
export type SegmentCondition = z.infer<typeof SegmentCondition>

/** A condition, or several under `all`, `any` (one of them holds) or `not` (it is not so that all of them hold). */
export type SegmentNode = SegmentCondition | { all: SegmentNode[] } | { any: SegmentNode[] } | { not: SegmentNode[] }
const Nodes = z.lazy(() => z.array(SegmentNode).min(1).max(50))
export const SegmentNode: z.ZodType<SegmentNode> = z.lazy(() =>
  z.union([
    SegmentCondition,
    z.strictObject({ all: Nodes }),
    z.strictObject({ any: Nodes }),
    z.strictObject({ not: Nodes }),
  ]),
)

/** Bounds of a whole segment, so that a statement stays one that a store can take. */
export const segmentLimits = { conditions: 50, depth: 5, textLength: 4_000 } as const

/** A filter over customers. An empty list is everyone. */
export const Segment = z.strictObject({ all: z.array(SegmentNode).max(50) })
export type Segment = z.infer<typeof Segment>

/** Which values a filter of answers, tickets and votes looks at: those kept with each of them, or those of now. */
export const AsOf = z.enum(['answer', 'now'])
export type AsOf = z.infer<typeof AsOf>

/** How many customers a segment holds now, and what share of the base that is. */
export const SegmentSize = z.object({
  people: z.int(),
  accounts: z.int(),
  spendMinor: SpendMinor,
  base: z.object({ people: z.int(), accounts: z.int(), spendMinor: SpendMinor }),
})
export type SegmentSize = z.infer<typeof SegmentSize>

/** What a condition can be about, as it occurs in the workspace, for the editor. */
export const SegmentFields = z.object({
  traits: z.array(
    z.object({
      name: z.string(),
      of: z.enum(['person', 'account']),
      kind: z.enum(['text', 'number', 'flag', 'date']).describe('What most values are'),
    }),
  ),
  events: z.array(z.object({ name: z.string(), people: z.int() })),
})
export type SegmentFields = z.infer<typeof SegmentFields>

/** Values of one field that occur, most frequent first; `count` is of people, or of accounts where the field is theirs. */
export const SegmentValues = z.object({
  of: z.enum(['person', 'account']),
  values: z.array(z.object({ value: z.string(), count: z.int() })),
})
export type SegmentValues = z.infer<typeof SegmentValues>

/** A segment under a name, written in the language of packages/segments. */
export const SavedSegment = z.object({
  id: SegmentId,
  name: z.string(),
  segment: z.string().describe('As in the `segment` parameter'),
  createdAt: z.string(),
  updatedAt: z.string(),
})
export type SavedSegment = z.infer<typeof SavedSegment>

export const NewSavedSegment = z.strictObject({
  name: z.string().trim().min(1, 'must not be empty').max(100),
  segment: z.string().min(1, 'must hold a condition').max(segmentLimits.textLength),
})
export type NewSavedSegment = z.infer<typeof NewSavedSegment>

/** What would change with a saved segment. */
export const SegmentUse = z.object({
  segments: z.array(z.object({ id: SegmentId, name: z.string() })),
  surveys: z
    .array(z.object({ id: SurveyId, name: z.string(), state: SurveyState }))
    .describe('That ask its people and have not ended'),
  articles: z.array(z.object({ id: ArticleId, name: z.string() })).describe('That only its people may read'),
})
export type SegmentUse = z.infer<typeof SegmentUse>

export const segmentProblems = {
  segment_not_found: [404, 'There is no such segment in this workspace.'],
  segment_name_taken: [409, 'Another segment has this name.'],
  segment_in_use: [409, 'Other segments, surveys or articles are built on this one. Change those first.'],
  segment_circular: [409, 'This segment would be built on itself.'],
} as const
