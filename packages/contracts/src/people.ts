import { z } from 'zod'
import { AccountId, PersonId } from './ids.ts'
import { Currency, Traits, Trust } from './traits.ts'

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

export const peopleProblems = {
  visitor_taken: [409, 'This visitor token already belongs to another user. Use a new token for each userId.'],
} as const
