import { z } from 'zod'
import { Day } from './days.ts'
import { ShareFigure } from './figures.ts'
import { ArticleId } from './ids.ts'
import { ArticleState } from './knowledge-base.ts'
import { queryInt } from './pages.ts'
import { SpendMinor } from './spend.ts'
import { RequestKind } from './suggestions.ts'

/** Requests of which days. Without `days`, `from` and `to`: the last 90 days. A segment may stand beside it. */
export const DeflectionPeriod = z.object({
  days: queryInt(1, 3_650).optional(),
  from: Day.optional().describe('A day in UTC, included'),
  to: Day.optional(),
})
export type DeflectionPeriod = z.infer<typeof DeflectionPeriod>

export const DeflectionCut = z.enum(['plan', 'tenure', 'spend'])
export type DeflectionCut = z.infer<typeof DeflectionCut>

export const DeflectionQuery = DeflectionPeriod.extend({
  cut: DeflectionCut.optional().describe('Fills `parts`'),
})
export type DeflectionQuery = z.infer<typeof DeflectionQuery>

/** An amount with its 95 % margin. */
export const Amount = z.object({ value: z.number(), low: z.number(), high: z.number() })
export type Amount = z.infer<typeof Amount>

/** How requests ended for people to whom something may be suggested; each is in one of these. */
export const RequestEnds = z.object({
  solved: z.int().describe('Explicit: the person said that an article solved it'),
  voted: z.int().describe('Ended with a vote for an idea'),
  ticket: z.int().describe('Ended with a ticket, or the person filed one within 7 days'),
  left: z.int().describe('Implicit: read something that may have helped, left, and filed nothing for 7 days'),
  pending: z.int().describe('Read something and left, less than 7 days ago'),
  askedAgain: z.int().describe('Left, and filed a ticket by another request within 7 days'),
  gone: z.int().describe('Left without reading anything that might have helped'),
})
export type RequestEnds = z.infer<typeof RequestEnds>

/** One side of the comparison. */
export const DeflectionArm = z.object({
  people: z
    .int()
    .describe('Who asked, 7 days ago or more, what something was suggested for, or to the held-out would have been'),
  tickets: z.int().describe('That they filed from this request on'),
  rate: Amount.nullable().describe('Tickets a person, from 0; above 1 where most file several'),
})
export type DeflectionArm = z.infer<typeof DeflectionArm>

/** Tickets a person without suggestions, less those with: what suggestions spare. 0.18 is 18 per 100 people who asked. */
export const DeflectionDifference = z.object({
  value: z.number(),
  low: z.number(),
  high: z.number(),
  verdict: z.enum(['fewer', 'more', 'chance']).describe('Tickets by suggestions; chance: none is within the margin'),
})
export type DeflectionDifference = z.infer<typeof DeflectionDifference>

/** What the two sides say, held against each other. */
export const DeflectionMeasure = z.object({
  shown: DeflectionArm,
  heldOut: DeflectionArm,
  difference: DeflectionDifference.nullable(),
  missing: z
    .enum(['no_hold_out', 'too_young', 'too_few_people', 'too_alike'])
    .nullable()
    .describe(
      'Why there is no difference. no_hold_out: the share is 0 and nobody was held out. too_young: no request is 7 days old. ' +
        'too_few_people: fewer on a side than a margin needs. too_alike: of one side nearly all filed equally many tickets, ' +
        'most often none',
    ),
  peopleNeeded: z.int().describe('On each side, for a margin'),
})
export type DeflectionMeasure = z.infer<typeof DeflectionMeasure>

/** Requests of some days, a plan, a tenure or a spend. */
const counts = {
  requests: z.int().describe('Asked by people to whom something may be suggested'),
  solved: z.int(),
  left: z.int(),
  tickets: z.int(),
}

export const DeflectionWeek = z.object({ from: z.iso.date(), to: z.iso.date().describe('Included'), ...counts })
export type DeflectionWeek = z.infer<typeof DeflectionWeek>

export const DeflectionPart = z.object({
  value: z
    .string()
    .nullable()
    .describe('Of tenure and spend a range as in the language of segments, such as 180..364; null: not known'),
  segment: z.string().nullable().describe('The condition that picks it, as in the `segment` parameter; null: none can'),
  ...counts,
  measure: DeflectionMeasure,
})
export type DeflectionPart = z.infer<typeof DeflectionPart>

/** Why an article should be looked at: it is read often and helps rarely. */
export const StaleArticle = z.object({
  readings: z.int().describe('Requests in which it was read and that ended'),
  helped: z.int().describe('Of these, solved by it'),
  share: ShareFigure,
})
export type StaleArticle = z.infer<typeof StaleArticle>

/** What an article did in the period. */
export const ArticleDeflection = z.object({
  articleId: ArticleId,
  title: z.string(),
  locale: z.string(),
  state: ArticleState,
  offered: z.int().describe('Requests it was suggested for'),
  read: z.int().describe('Requests it was read in'),
  solved: z.int().describe('Requests that a person said it solved'),
  closedWith: z.int().describe('Tickets that a member closed with it'),
  notHelped: z.int().describe('Requests of which the person said that it did not help'),
  filedAnyway: z.int().describe('Requests it was read in and that ended with a ticket'),
  stale: StaleArticle.nullable(),
})
export type ArticleDeflection = z.infer<typeof ArticleDeflection>

/** What suggestions before a ticket spared, in a period and of a segment. */
export const DeflectionReport = z.object({
  period: z.object({ from: z.iso.date(), to: z.iso.date() }),
  asked: z.int().describe('Requests, those of the held-out among them'),
  askedHeldOut: z.int(),
  searched: z.int().describe('Searches of people, in the help panel and the help centre'),
  nothingOffered: z.int().describe('Of the requests of people to whom something may be suggested'),
  solvedUnasked: z
    .int()
    .describe('Said to be solved by an article without a request: before anything was typed, or in an older widget'),
  ends: RequestEnds,
  measure: DeflectionMeasure,
  claimed: Amount.nullable().describe('Tickets that suggestions spared: the difference times the people shown'),
  savedMs: Amount.nullable().describe('The same in working time, at the handling time of the settings'),
  handlingMs: z.int(),
  step: z.enum(['day', 'week', 'month']),
  overTime: z.array(DeflectionWeek),
  parts: z.array(DeflectionPart).describe('Of `cut`: at most 20, those with most requests first; bands in their order'),
  articles: z.array(ArticleDeflection).describe('Those that solved most first; at most 200'),
})
export type DeflectionReport = z.infer<typeof DeflectionReport>

export const UnansweredQuery = DeflectionPeriod.extend({
  kind: RequestKind.optional().describe('Left out: both'),
})
export type UnansweredQuery = z.infer<typeof UnansweredQuery>

/** Requests and searches that found nothing, worded alike. */
export const UnansweredGroup = z.object({
  id: z.string().describe('Of its most typical request; stays while that one is the most typical'),
  wording: z.string().describe('The most typical'),
  wordings: z.array(z.string()).describe('Others, at most 5, the most typical first'),
  locale: z.string().nullable(),
  requests: z.int().describe('Asked and searched'),
  searches: z.int().describe('Of these, searched'),
  people: z.int().describe('Known ones'),
  accounts: z.int(),
  spendMinor: SpendMinor.describe('A month, of these accounts, in the reporting currency'),
  lastAt: z.iso.datetime(),
  draft: z
    .object({ title: z.string(), body: z.string().describe('Markdown'), locale: z.string() })
    .describe('An article to begin with, in the words of those who asked; as in a new article'),
})
export type UnansweredGroup = z.infer<typeof UnansweredGroup>

/** Most requests first, at most 100 groups. What the engine answers by now is left out. */
export const UnansweredList = z.object({
  items: z.array(UnansweredGroup),
  groups: z.int().describe('Of which items are the most frequent; the 500 largest are looked at'),
  requests: z.int().describe('In these groups'),
})
export type UnansweredList = z.infer<typeof UnansweredList>
