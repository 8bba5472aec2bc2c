import { z } from 'zod'
import { AccountId, PersonId, ResponseId, TicketId } from './ids.ts'
import { PageQuery, sliceOf } from './pages.ts'
import { SpendMinor } from './spend.ts'
import { surveyKinds } from './survey-kinds.ts'
import { Currency, KnownTraits, TraitSource, Traits, TraitValue, Trust } from './traits.ts'

/** An id that the host app gives to its user or customer company. */
const HostId = z.string().min(1).max(255)
/** Years that both stores and everybody's arithmetic can take. */
const When = z.iso
  .datetime({ offset: true, abort: true })
  .refine((text) => text > '1900' && text < '2200', 'must lie between the years 1900 and 2200')

/** What is said of an account, by the host's server or by the browser. */
export const AccountClaim = z.strictObject({
  accountId: HostId,
  name: z.string().max(200).optional(),
  plan: z.string().min(1).max(100).optional(),
  spendMinor: z.int().min(0).max(1e13).optional().describe('Recurring revenue a month, in minor units'),
  currency: Currency.optional(),
  createdAt: When.optional().describe('When this company became a customer'),
  seats: z.int().min(0).max(1e7).optional(),
  traits: Traits.optional(),
})
export type AccountClaim = z.infer<typeof AccountClaim>

/** What is said of a person: the argument of `heed('identify', …)` and the body that the widget sends. */
export const PersonClaim = z.strictObject({
  userId: HostId.optional().describe('Left out: an anonymous visitor'),
  name: z.string().max(200).optional(),
  email: z.email().max(254).optional(),
  locale: z.string().max(35).optional(),
  createdAt: When.optional(),
  traits: Traits.optional(),
  account: AccountClaim.optional(),
})
export type PersonClaim = z.infer<typeof PersonClaim>

export const AccountSummary = z.object({
  id: AccountId,
  accountId: z.string(),
  name: z.string().nullable(),
  seats: z.int().nullable(),
})
export type AccountSummary = z.infer<typeof AccountSummary>

export const PersonSummary = z.object({
  id: PersonId,
  userId: z.string().nullable(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  locale: z.string().nullable(),
  trust: Trust,
})
export type PersonSummary = z.infer<typeof PersonSummary>

/** One thing that is known, who said so, and when. */
export const KnownTrait = z.object({
  name: z
    .string()
    .describe('A field of the claim (`plan`, `spendMinor`, `createdAt`, `email`, …) or, as `traits.<name>`, a trait'),
  value: z.union([TraitValue, z.null()]),
  source: TraitSource,
  at: z.string().describe('When it was said'),
})
export type KnownTrait = z.infer<typeof KnownTrait>

const Customer = {
  plan: z.string().nullable(),
  spendMinor: z.int().nullable().describe('Recurring revenue a month, in minor units of `currency`'),
  currency: Currency.nullable(),
  reportingSpendMinor: SpendMinor.nullable().describe("In the workspace's reporting currency; null without a rate"),
  tenureDays: z.int().nullable(),
}

/** An account with all that is known of it. */
export const AccountDetail = AccountSummary.extend({
  ...Customer,
  trust: Trust,
  createdAt: z.string().nullable().describe('When this company became a customer'),
  people: z.int(),
  known: z.array(KnownTrait),
  unsigned: AccountId.nullable().describe('What browsers claim, unsigned, of the same accountId'),
  verified: AccountId.nullable().describe('On such a claim: what is known of that accountId'),
})
export type AccountDetail = z.infer<typeof AccountDetail>

/** A person with all that is known of them. Plan, spend and tenure are the account's. */
export const PersonDetail = PersonSummary.extend({
  ...Customer,
  createdAt: z.string().nullable(),
  firstSeenAt: z.string(),
  lastSeenAt: z.string().nullable(),
  account: AccountDetail.nullable(),
  known: z.array(KnownTrait),
  unsigned: PersonId.nullable().describe('Who claims in browsers, unsigned, to be this user'),
  verified: PersonId.nullable().describe('On such a claim: the user who is known by that userId'),
})
export type PersonDetail = z.infer<typeof PersonDetail>

/** A row of the list of people. */
export const PersonItem = PersonSummary.extend({
  ...Customer,
  account: AccountSummary.nullable(),
  lastSeenAt: z.string().nullable(),
  traits: KnownTraits.describe("The person's, over the account's"),
})
export type PersonItem = z.infer<typeof PersonItem>
export const PersonPage = sliceOf(PersonItem)
export type PersonPage = z.infer<typeof PersonPage>

/** A row of the list of accounts. */
export const AccountItem = AccountSummary.extend({
  ...Customer,
  trust: Trust,
  people: z.int(),
  traits: KnownTraits,
})
export type AccountItem = z.infer<typeof AccountItem>
export const AccountPage = sliceOf(AccountItem)
export type AccountPage = z.infer<typeof AccountPage>

export const CustomerSort = z.enum(['name', 'spend', 'tenure', 'seen'])
export type CustomerSort = z.infer<typeof CustomerSort>
export const CustomerQuery = PageQuery.extend({
  // It holds the name that the page before ended with.
  cursor: z.string().max(2_000).optional(),
  search: z.string().trim().max(200).optional().describe('In names, addresses and ids, from their beginning'),
  sort: CustomerSort.default('name'),
})
export type CustomerQuery = z.infer<typeof CustomerQuery>
export const PersonQuery = CustomerQuery.extend({ accountId: AccountId.optional().describe('Of this account') })
export type PersonQuery = z.infer<typeof PersonQuery>

/** Nobody sees an account, so it was not seen last. */
export const AccountSort = CustomerSort.exclude(['seen'])
export type AccountSort = z.infer<typeof AccountSort>
export const AccountQuery = CustomerQuery.extend({ sort: AccountSort.default('name') })
export type AccountQuery = z.infer<typeof AccountQuery>

export const timelineKinds = ['event', 'response', 'ticket', 'vote', 'deflection', 'exposure'] as const
export const TimelineKind = z.enum(timelineKinds)
export type TimelineKind = z.infer<typeof TimelineKind>
export const TimelineQuery = PageQuery.extend({
  kind: TimelineKind.optional(),
  survey: z.enum(surveyKinds).optional().describe('Answers to surveys of this kind alone'),
})
export type TimelineQuery = z.infer<typeof TimelineQuery>

const entry = {
  id: z.string().describe('Of the row; of a vote that of the idea'),
  at: z.string(),
  person: PersonSummary,
  trust: Trust.describe('Whether it is certain who it was'),
}

/** Something that a person did, as the page of a person or an account tells it, newest first. */
export const TimelineEntry = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('event'),
    ...entry,
    eventKind: z.enum(['track', 'page', 'screen', 'identify', 'group', 'alias']),
    name: z.string(),
    properties: z.record(z.string(), z.unknown()),
  }),
  z.object({
    kind: z.literal('response'),
    ...entry,
    id: ResponseId,
    surveyName: z.string(),
    surveyKind: z.enum(surveyKinds),
    score: z.int().nullable(),
    choices: z.array(z.object({ id: z.string(), label: z.string() })),
    comment: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('ticket'),
    ...entry,
    id: TicketId,
    number: z.int(),
    preview: z.string(),
    state: z.enum(['open', 'closed']),
  }),
  z.object({ kind: z.literal('vote'), ...entry, ideaTitle: z.string(), reason: z.string().nullable() }),
  /** `articleTitle`: null of an article that was deleted. */
  z.object({ kind: z.literal('deflection'), ...entry, articleTitle: z.string().nullable(), text: z.string() }),
  z.object({ kind: z.literal('exposure'), ...entry, surveyName: z.string(), dismissed: z.boolean() }),
])
export type TimelineEntry = z.infer<typeof TimelineEntry>
export const TimelinePage = sliceOf(TimelineEntry)
export type TimelinePage = z.infer<typeof TimelinePage>

export const peopleProblems = {
  visitor_taken: [409, 'This visitor token already belongs to another user. Use a new token for each userId.'],
  person_not_found: [404, 'There is no such person in this workspace.'],
  account_not_found: [404, 'There is no such account in this workspace.'],
} as const
